package chevet.model.request;

/**
 * Somebody of the care team, as patients are told.
 *
 * @param firstName at most 40 characters; no family name, by the ward's custom
 */
public record Carer(String firstName, Trade trade) {
    /** Names the trade alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Carer[" + trade + "]";
    }
}

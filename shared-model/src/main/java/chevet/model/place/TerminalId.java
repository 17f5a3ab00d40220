package chevet.model.place;

/** A terminal fixed to a bed; it is the common name of its certificate and its MQTT client id. */
public record TerminalId(String value) implements Id, Comparable<TerminalId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public TerminalId {
        Id.checked("terminal", value);
    }

    @Override
    public int compareTo(TerminalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package chevet.ward.hl7;

import chevet.model.place.BedId;
import java.util.List;

/**
 * The page of the hospital's feed.
 *
 * @param orders of how many visits orders for food wait that are nobody's here
 * @param mayAct this account may take messages once more, and forget them
 */
public record FeedPage(
        List<Held> waiting, int count, List<BedId> disputed, int orders, boolean mayAct) {
    public FeedPage {
        waiting = List.copyOf(waiting);
        disputed = List.copyOf(disputed);
    }
}

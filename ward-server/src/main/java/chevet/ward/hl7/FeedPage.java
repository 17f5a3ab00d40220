package chevet.ward.hl7;

import chevet.model.place.BedId;
import java.util.List;

/**
 * The page of the hospital's feed.
 *
 * @param mayAct this account may take messages once more, and forget them
 */
public record FeedPage(List<Held> waiting, int count, List<BedId> disputed, boolean mayAct) {
    public FeedPage {
        waiting = List.copyOf(waiting);
        disputed = List.copyOf(disputed);
    }
}

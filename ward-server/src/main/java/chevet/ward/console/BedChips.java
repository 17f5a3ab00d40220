package chevet.ward.console;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import java.util.List;
import java.util.Map;

/** What a feature adds to the board of beds. */
public interface BedChips {
    /** States of single beds, in order of weight. */
    Map<BedId, List<Chip>> ofBeds(WardId ward, Frame frame);

    /** Sums of the ward, for the top of the page. */
    List<Chip> ofWard(WardId ward, Frame frame);

    /**
     * Where the panel of a bed with a patient finds this feature's part: a path that answers with a
     * fragment.
     */
    String panel(BedId bed);
}

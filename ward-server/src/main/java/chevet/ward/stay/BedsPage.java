package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.ward.console.Chip;
import java.util.List;
import java.util.Optional;

/**
 * The board of a ward's beds.
 *
 * @param sums for the top of the page
 * @param aside stays without a bed, of this ward or of none yet
 * @param free beds into which they could be put
 * @param panel opened with the page, where its address names a bed
 */
public record BedsPage(
        WardId ward,
        List<Chip> sums,
        List<Row> rows,
        List<AsideView> aside,
        List<BedId> free,
        Optional<BedPanel> panel) {
    public BedsPage {
        sums = List.copyOf(sums);
        rows = List.copyOf(rows);
        aside = List.copyOf(aside);
        free = List.copyOf(free);
    }

    /** One bed: who lies there, its terminal, and what the features say of it. */
    public record Row(BedView bed, TerminalStates.State terminal, List<Chip> chips) {
        public Row {
            chips = List.copyOf(chips);
        }
    }
}

package chevet.ward.tv;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.ward.console.BedChips;
import chevet.ward.console.Chip;
import chevet.ward.console.Frame;
import java.util.List;
import java.util.Map;

/** What television adds to the board of beds: a part of each bed's panel, and no chips. */
public final class TvBoard implements BedChips {
    @Override
    public Map<BedId, List<Chip>> ofBeds(WardId ward, Frame frame) {
        return Map.of();
    }

    @Override
    public List<Chip> ofWard(WardId ward, Frame frame) {
        return List.of();
    }

    @Override
    public String panel(BedId bed) {
        return "/tv/of/" + bed;
    }
}

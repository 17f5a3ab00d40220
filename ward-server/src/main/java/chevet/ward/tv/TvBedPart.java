package chevet.ward.tv;

import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.model.tv.TvAccess;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Television's part of a bed's panel.
 *
 * @param packs that a stay may hold: all but the free ones
 * @param done words for what has just been done
 */
public record TvBedPart(
        BedId bed,
        StayId stay,
        TvAccess access,
        TvRules rules,
        List<TvPack> packs,
        boolean mayChange,
        Optional<String> done) {
    public TvBedPart {
        packs = List.copyOf(packs);
    }

    /** True where the whole ward has it. */
    public boolean ofWard(TvPackId pack) {
        return rules.packs().contains(pack);
    }

    public boolean held(TvPackId pack) {
        return access.packs().contains(pack);
    }

    /** The limits that may be chosen: those of the signs on French screens, and what is set. */
    public List<Integer> ages() {
        return Stream.concat(Stream.of(0, 10, 12, 16, 18), access.greatestAge().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return "TvBedPart[" + bed + "]";
    }
}

package chevet.ward.hl7;

import chevet.config.Hl7Config;
import chevet.model.place.BedId;
import java.util.Optional;

/** From the hospital's name of a place to our bed. */
final class BedTable {
    /** A place that the console has named, which needs no table. */
    private static final String OURS = "bed:";

    private final Hl7Config config;

    BedTable(Hl7Config config) {
        this.config = config;
    }

    static String ours(BedId bed) {
        return OURS + bed;
    }

    /** Our bed; empty where it is none of ours, or nobody knows. */
    Optional<BedId> bed(String place) {
        if (place.startsWith(OURS)) {
            return Optional.of(new BedId(place.substring(OURS.length())));
        }
        BedId whole = config.beds().get(place);
        return whole != null
                ? Optional.of(whole)
                : Optional.ofNullable(config.beds().get(without(place)));
    }

    /** True where it is no bed of ours and somebody ought to look whether it should be. */
    boolean unknown(String place) {
        int end = place.indexOf('^');
        String unit = end < 0 ? place : place.substring(0, end);
        return bed(place).isEmpty() && !config.elsewhere().contains(unit);
    }

    /** The place without its facility. */
    private static String without(String place) {
        String[] parts = place.split("\\^", -1);
        return parts.length < 4 ? place : String.join("^", parts[0], parts[1], parts[2]);
    }
}

package chevet.model.tv;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a ward allows its sets: body of the event {@code tv-rules} of the ward.
 *
 * @param volume the loudest at any hour, in percent of what the terminal can, 0 to 100
 * @param caps what is lower at some hours; where two hold, the lower one
 * @param headphonesOnly hours at which sound comes from the headphones only
 * @param greatestAge programmes rated for older than this are not shown, 0 to 18; 18 shows all
 * @param packs every stay of the ward has these
 */
public record TvRules(
        int volume,
        List<VolumeCap> caps,
        List<DailyHours> headphonesOnly,
        int greatestAge,
        Set<TvPackId> packs) {
    /** The event's type. */
    public static final String TYPE = "tv.rules";

    /** The event's key. */
    public static final String KEY = "tv-rules";

    /** Until the ward's own have come: quiet, and nothing that is not for everybody. */
    public static final TvRules CAUTIOUS = new TvRules(40, List.of(), List.of(), 0, Set.of());

    /** At these hours no louder than that. */
    public record VolumeCap(DailyHours hours, int percent) {
        /**
         * @throws IllegalArgumentException when it is no percentage
         */
        public VolumeCap {
            checked(percent);
        }
    }

    /**
     * @throws IllegalArgumentException when volume or age are out of range
     */
    public TvRules {
        checked(volume);
        Ages.checked("greatestAge", greatestAge);
        caps = List.copyOf(caps);
        headphonesOnly = List.copyOf(headphonesOnly);
        packs = Collections.unmodifiableSet(new TreeSet<>(packs));
    }

    private static void checked(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent: not 0 to 100: " + percent);
        }
    }
}

package chevet.model.tv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one channel shows on one day: the object that a {@link GuideDay} names. A programme that
 * runs over midnight stands in both days, so that "now" needs the one object only.
 *
 * @param list by their start, none over another; gaps are possible
 */
public record Programmes(ChannelId channel, LocalDate date, List<Programme> list) {
    /** The media type of the object. */
    public static final String MEDIA_TYPE = "application/json";

    /**
     * @throws IllegalArgumentException when two are on at once
     */
    public Programmes {
        list = list.stream().sorted(Comparator.comparing(Programme::start)).toList();
        for (int i = 1; i < list.size(); i++) {
            if (list.get(i).start().isBefore(list.get(i - 1).stop())) {
                throw new IllegalArgumentException(
                        "list: two programmes at once at " + list.get(i).start());
            }
        }
    }

    /** What is on at that instant; empty in a gap. */
    public Optional<Programme> at(Instant now) {
        return list.stream().filter(programme -> programme.on(now)).findFirst();
    }

    /** The first that begins after that instant; empty where it is the next day's. */
    public Optional<Programme> after(Instant now) {
        return list.stream().filter(programme -> programme.start().isAfter(now)).findFirst();
    }
}

package chevet.model.notice;

import chevet.model.text.Texts;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * An urgent notice of a ward, shown over everything at each of its beds until somebody there closes
 * it: body of the event {@code notice/<id>} of the ward. It names no patient.
 *
 * @param text 1 to {@value #LONGEST} characters in each of its languages
 * @param at when it was written
 * @param until when it is over by itself; after {@code at}
 */
public record Notice(NoticeId id, Texts text, Instant at, Instant until) {
    /** The event's type. */
    public static final String TYPE = "ward.notice";

    /** Of the events' keys. */
    public static final String PREFIX = "notice/";

    /** What can be read from a bed at a glance. */
    public static final int LONGEST = 300;

    /**
     * @throws IllegalArgumentException naming what is wrong
     */
    public Notice {
        boolean lengths =
                Stream.concat(
                                Stream.of(text.fr()),
                                Stream.concat(text.en().stream(), text.ar().stream()))
                        .allMatch(each -> !each.isBlank() && each.length() <= LONGEST);
        if (!lengths) {
            throw new IllegalArgumentException("text: not 1 to " + LONGEST + " characters");
        }
        if (!until.isAfter(at)) {
            throw new IllegalArgumentException("until: not after at");
        }
    }

    /** The event's key. */
    public static String key(NoticeId id) {
        return PREFIX + id;
    }

    public boolean over(Instant now) {
        return !now.isBefore(until);
    }
}

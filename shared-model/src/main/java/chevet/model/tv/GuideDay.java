package chevet.model.tv;

import chevet.model.pack.ObjectRef;
import java.time.LocalDate;

/**
 * Where one channel's guide of one day is: body of the event {@code guide/<channel>/<date>} of the
 * house. The object is a {@link Programmes} as JSON.
 *
 * @param date a day from midnight to midnight in the hospital's time zone
 */
public record GuideDay(ChannelId channel, LocalDate date, ObjectRef object) {
    /** The event's type. */
    public static final String TYPE = "tv.guide";

    /** The key of its event. */
    public static String key(ChannelId channel, LocalDate date) {
        return "guide/" + channel + "/" + date;
    }
}

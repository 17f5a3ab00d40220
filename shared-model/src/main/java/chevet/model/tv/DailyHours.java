package chevet.model.tv;

import java.time.LocalTime;

/**
 * Hours that come back every day; {@code 21:00} to {@code 07:00} goes over midnight, and equal ends
 * are the whole day.
 *
 * @param to no more at this minute
 */
public record DailyHours(LocalTime from, LocalTime to) {
    public boolean hold(LocalTime time) {
        if (from.equals(to)) {
            return true;
        }
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}

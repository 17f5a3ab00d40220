package chevet.model.record;

import java.time.Instant;

/**
 * A time as exactly as the source knows it: it may say the year alone.
 *
 * @param at the first instant of it, in the site's zone where the source names none
 */
public record When(Instant at, Precision precision) {
    /** How exactly it is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        TIME
    }
}

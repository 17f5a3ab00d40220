package chevet.model.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the record.
 *
 * @param kind a word that screens have a name for in their language, {@code heart-rate}, {@code
 *     isolation}; empty where the source's own words have to do
 * @param text as the source writes it
 * @param details what belongs to it, each with a word that screens have a name for
 * @param gravity how loudly it is said
 * @param at when it was noted, measured or begins
 * @param next when it is due next, for a medication
 * @param by who or what it comes from, as the source says it
 * @param figures what was measured; mostly one, two for a blood pressure
 * @param trend earlier and this one, oldest first; fewer than two say nothing
 */
public record RecordItem(
        Optional<String> kind,
        String text,
        List<Detail> details,
        Gravity gravity,
        Optional<When> at,
        Optional<When> next,
        Optional<String> by,
        List<Figure> figures,
        List<Point> trend) {
    public RecordItem {
        details = List.copyOf(details);
        figures = List.copyOf(figures);
        trend = List.copyOf(trend);
    }

    /** A line of words alone. */
    public static RecordItem of(String text) {
        return new RecordItem(
                Optional.empty(),
                text,
                List.of(),
                Gravity.PLAIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** How loudly a line is said; always with a word or an icon besides the colour. */
    public enum Gravity {
        PLAIN,
        WARN,
        ALERT
    }

    /**
     * @param name {@code reaction}, {@code dosage}, {@code place}: the screen's word for it
     * @param text as the source writes it; empty where the name says it all
     */
    public record Detail(String name, String text) {
        @Override
        public String toString() {
            return "Detail[]";
        }
    }

    /** A measured value in its unit, as it is written: {@code 36.8} {@code °C}. */
    public record Figure(double value, String unit) {
        @Override
        public String toString() {
            return "Figure[]";
        }
    }

    /** An earlier value. */
    public record Point(Instant at, double value) {
        @Override
        public String toString() {
            return "Point[" + at + "]";
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "RecordItem[]";
    }
}

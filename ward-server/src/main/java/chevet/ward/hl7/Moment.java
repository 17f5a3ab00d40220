package chevet.ward.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the type TS (HL7 v2.5, 2.A.77): {@code 20261122083015.250+0100}. */
final class Moment {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})(?:([0-9]{2})(?:\\.([0-9]{1,4}))?)?)?([+-][0-9]{4})?");

    private Moment() {}

    /**
     * The instant; a day alone is its first one.
     *
     * @param zone of times without an offset
     * @param field for the refusal
     */
    static Instant of(String text, ZoneId zone, String field) throws RefusedException {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new RefusedException("malformed", field);
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            part(matcher, 1),
                            part(matcher, 2),
                            part(matcher, 3),
                            part(matcher, 4),
                            part(matcher, 5),
                            part(matcher, 6),
                            millis(matcher.group(7)) * 1_000_000);
            String offset = matcher.group(8);
            return offset == null
                    ? local.atZone(zone).toInstant()
                    : local.toInstant(ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            throw new RefusedException("malformed", field);
        }
    }

    private static int part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int millis(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000").substring(0, 3));
    }
}

package chevet.ward.tv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as XMLTV writes them (xmltv.dtd: "YYYYMMDDhhmmss" or some initial substring, and a time
 * zone; UTC where there is none), and as feeds write them besides.
 */
final class GuideTime {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "([0-9]{4})-?([0-9]{2})-?([0-9]{2})[T ]?"
                            + "(?:([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2}))?)?)?(?:\\.[0-9]+)?"
                            + "\\s*([^0-9\\s].*)?");
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?([+-])([0-9]{1,2}):?([0-9]{2})?");

    /**
     * Abbreviations as guides mean them, in hours; several mean different things on different
     * continents, and European guides are read here.
     */
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("Z", 0),
                    Map.entry("UTC", 0),
                    Map.entry("UT", 0),
                    Map.entry("GMT", 0),
                    Map.entry("WET", 0),
                    Map.entry("BST", 1),
                    Map.entry("IST", 1),
                    Map.entry("WEST", 1),
                    Map.entry("WEDT", 1),
                    Map.entry("CET", 1),
                    Map.entry("MEZ", 1),
                    Map.entry("CEST", 2),
                    Map.entry("CEDT", 2),
                    Map.entry("MEST", 2),
                    Map.entry("MESZ", 2),
                    Map.entry("EET", 2),
                    Map.entry("EEST", 3),
                    Map.entry("EEDT", 3),
                    Map.entry("MSK", 3),
                    Map.entry("AST", -4),
                    Map.entry("ADT", -3),
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("CST", -6),
                    Map.entry("CDT", -5),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7));

    private GuideTime() {}

    /** What became of a time. */
    sealed interface Read {
        record At(Instant instant) implements Read {}

        /** It is no time. */
        record Bad() implements Read {}

        /** Nobody knows that zone. */
        record NoZone(String zone) implements Read {}
    }

    static Read read(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return new Read.Bad();
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            number(matcher, 1),
                            number(matcher, 2),
                            number(matcher, 3),
                            number(matcher, 4),
                            number(matcher, 5),
                            number(matcher, 6));
            String named = Optional.ofNullable(matcher.group(7)).orElse("UTC");
            return zone(named)
                    .<Read>map(zone -> new Read.At(local.atZone(zone).toInstant()))
                    .orElseGet(() -> new Read.NoZone(named));
        } catch (DateTimeException noSuchDay) {
            return new Read.Bad();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group)).map(Integer::parseInt).orElse(0);
    }

    private static Optional<ZoneId> zone(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Integer hours = ZONES.get(upper);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        Matcher offset = OFFSET.matcher(upper);
        if (offset.matches()) {
            int minutes =
                    Integer.parseInt(offset.group(2)) * 60
                            + Optional.ofNullable(offset.group(3)).map(Integer::parseInt).orElse(0);
            boolean east = offset.group(1).equals("+");
            return minutes > 18 * 60
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.ofTotalSeconds((east ? 60 : -60) * minutes));
        }
        return text.contains("/") && ZoneId.getAvailableZoneIds().contains(text.strip())
                ? Optional.of(ZoneId.of(text.strip()))
                : Optional.empty();
    }
}

package chevet.ward;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The demo's guide: ten days of XMLTV around a day, made from the programmes that come back every
 * week. The same day gives the same guide.
 */
final class DemoGuide {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss Z", Locale.ROOT);

    /** What goes on until something else comes; the rest leaves a gap. */
    private static final Set<String> ENDLESS =
            Set.of("Musique", "Nature", "Informations", "Radio", "Essai");

    private static final Duration LONGEST = Duration.ofHours(3);

    /** A line of the file. */
    private record Weekly(
            String channel,
            String days,
            LocalTime start,
            String age,
            String title,
            List<String> subtitles,
            String category,
            String description) {
        boolean on(DayOfWeek day) {
            return days.contains(String.valueOf(day.getValue()));
        }
    }

    /** A programme of one day. */
    private record Airing(ZonedDateTime start, LocalDate date, Weekly what) {}

    private DemoGuide() {}

    /**
     * @param csv as the demo's README tells it
     * @param today from the day before it to the eighth after it
     */
    static String xmltv(String csv, LocalDate today, ZoneId zone) {
        Map<String, List<Airing>> channels = new TreeMap<>();
        for (Weekly weekly : weekly(csv)) {
            for (int day = -1; day <= 9; day++) {
                LocalDate date = today.plusDays(day);
                if (weekly.on(date.getDayOfWeek())) {
                    channels.computeIfAbsent(weekly.channel(), _ -> new ArrayList<>())
                            .add(
                                    new Airing(
                                            date.atTime(weekly.start()).atZone(zone),
                                            date,
                                            weekly));
                }
            }
        }
        StringBuilder out =
                new StringBuilder(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE tv SYSTEM "xmltv.dtd">
                        <tv generator-info-name="Chevet demo">
                        """);
        channels.forEach(
                (id, airings) -> {
                    airings.sort(Comparator.comparing(Airing::start));
                    // The last day is only there so that the one before it has its ends.
                    for (int i = 0; i + 1 < airings.size(); i++) {
                        if (airings.get(i).date().isBefore(today.plusDays(9))) {
                            write(out, airings.get(i), airings.get(i + 1).start());
                        }
                    }
                });
        return out.append("</tv>\n").toString();
    }

    private static List<Weekly> weekly(String csv) {
        List<Weekly> all = new ArrayList<>();
        for (String line : csv.lines().skip(1).toList()) {
            List<String> cells = List.of(line.split(";", -1));
            all.add(
                    new Weekly(
                            cells.get(0),
                            cells.get(1),
                            LocalTime.parse(cells.get(2)),
                            cells.get(3),
                            cells.get(4),
                            cells.get(5).isEmpty() ? List.of() : List.of(cells.get(5).split("\\|")),
                            cells.get(6),
                            cells.get(7)));
        }
        return all;
    }

    private static void write(StringBuilder out, Airing airing, ZonedDateTime next) {
        Weekly what = airing.what();
        ZonedDateTime longest = airing.start().plus(LONGEST);
        ZonedDateTime stop =
                ENDLESS.contains(what.category()) || next.isBefore(longest) ? next : longest;
        out.append(
                "<programme start=\"%s\" stop=\"%s\" channel=\"%s\">"
                        .formatted(TIME.format(airing.start()), TIME.format(stop), what.channel()));
        element(out, "title", Optional.of(what.title()));
        element(out, "sub-title", subtitle(airing));
        element(out, "desc", Optional.of(what.description()).filter(text -> !text.isEmpty()));
        element(out, "category", Optional.of(what.category()));
        if (!what.age().isEmpty()) {
            out.append("<rating system=\"CSA\"><value>-")
                    .append(what.age())
                    .append("</value></rating>");
        }
        out.append("</programme>\n");
    }

    private static Optional<String> subtitle(Airing airing) {
        List<String> all = airing.what().subtitles();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(Math.floorMod(airing.date().toEpochDay(), all.size())));
    }

    private static void element(StringBuilder out, String name, Optional<String> text) {
        text.ifPresent(
                words ->
                        out.append("<%s lang=\"fr\">".formatted(name))
                                .append(
                                        words.replace("&", "&amp;")
                                                .replace("<", "&lt;")
                                                .replace(">", "&gt;"))
                                .append("</%s>".formatted(name)));
    }
}

package chevet.ward.tv;

import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Programme;
import chevet.model.tv.Programmes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Guides that the tests of this package read. */
final class Guides {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    private Guides() {}

    /** What became of a guide. */
    record Made(boolean read, Map<ChannelId, Map<LocalDate, Programmes>> days, Report report) {
        /** {@code 20:00-21:00 Title}, by the clock of Paris, of the first day. */
        List<String> of(String channel, LocalDate date) {
            return Optional.ofNullable(days.get(new ChannelId(channel)))
                    .flatMap(all -> Optional.ofNullable(all.get(date)))
                    .map(day -> day.list().stream().map(Guides::words).toList())
                    .orElse(List.of());
        }

        List<String> une() {
            return of("une", SATURDAY);
        }

        Programme first() {
            return Optional.ofNullable(days.get(new ChannelId("une")))
                    .map(TreeMap::new)
                    .orElseThrow()
                    .firstEntry()
                    .getValue()
                    .list()
                    .getFirst();
        }

        List<String> found() {
            return report.findings().stream()
                    .map(
                            f ->
                                    (f.line() + " " + f.kind() + " " + String.join("^", f.about()))
                                            .strip())
                    .toList();
        }
    }

    static String words(Programme one) {
        return one.start().atZone(PARIS).toLocalTime()
                + "-"
                + one.stop().atZone(PARIS).toLocalTime()
                + " "
                + one.title().fr();
    }

    static Listed listed(int number, String id, String guideId) {
        return new Listed(
                new Channel(
                        new ChannelId(id),
                        number,
                        "Chaîne " + id,
                        Channel.Kind.TELEVISION,
                        URI.create("udp://@239.11.11.1:5010"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        0),
                guideId,
                "",
                Duration.ZERO,
                Optional.empty());
    }

    static Made read(byte[] guide, LocalDate first, Listed... list) {
        Findings findings = new Findings();
        GuideMaker maker = new GuideMaker(Arrays.asList(list), first, 8, PARIS, findings);
        boolean read = XmltvReader.read(guide, maker, findings);
        return new Made(read, maker.make(), findings.report());
    }

    /** For the channel {@code une} from Saturday on; the programmes stand from line 3 on. */
    static Made read(String programmes) {
        String guide =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tv SYSTEM \"xmltv.dtd\"><tv>\n"
                        + programmes
                        + "\n</tv>\n";
        return read(guide.getBytes(StandardCharsets.UTF_8), SATURDAY, listed(1, "une", "une"));
    }

    /** One line: a programme of that day's hours, by the clock of Paris. */
    static String programme(String from, String to, String title) {
        String stop = to.isEmpty() ? "" : " stop=\"20261121" + to + "00 +0100\"";
        return "<programme channel=\"une\" start=\"20261121%s00 +0100\"%s><title>%s</title></programme>\n"
                .formatted(from, stop, title);
    }
}

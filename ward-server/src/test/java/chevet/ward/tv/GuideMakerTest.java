package chevet.ward.tv;

import static chevet.ward.tv.Guides.SATURDAY;
import static chevet.ward.tv.Guides.listed;
import static chevet.ward.tv.Guides.programme;
import static chevet.ward.tv.Guides.read;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.tv.Programme;
import chevet.ward.tv.Guides.Made;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuideMakerTest {
    @Test
    void aMissingEndIsTheNextOnesStart() {
        Made made =
                read(
                        programme("2000", "", "A")
                                + programme("2030", "", "B")
                                + programme("0300", "", "C"));
        assertThat(made.une()).containsExactly("03:00-04:00 C", "20:00-20:30 A", "20:30-21:30 B");
        assertThat(made.found()).containsExactly("3 NO_STOP A", "4 NO_STOP B", "5 NO_STOP C");
    }

    @Test
    void whatRunsIntoTheNextEndsThere() {
        Made made = read(programme("2000", "2110", "A") + programme("2100", "2200", "B"));
        assertThat(made.une()).containsExactly("20:00-21:00 A", "21:00-22:00 B");
        assertThat(made.found()).containsExactly("3 OVERLAP A^B");
    }

    @Test
    void anEndBeforeTheStartIsNone() {
        Made made = read(programme("2000", "1900", "A") + programme("2100", "2200", "B"));
        assertThat(made.une()).containsExactly("20:00-21:00 A", "21:00-22:00 B");
        assertThat(made.found()).containsExactly("3 ENDS_FIRST A");
    }

    @Test
    void whatLastsNoTimeIsLeftOut() {
        Made made = read(programme("2000", "2000", "A") + programme("2000", "2200", "B"));
        assertThat(made.une()).containsExactly("20:00-22:00 B");
        assertThat(made.found()).containsExactly("3 NO_LENGTH A");
    }

    @Test
    void oneOfTwoAtATimeIsKept() {
        Made made =
                read(
                        programme("2000", "", "A")
                                + programme("2000", "2100", "A")
                                + programme("2000", "2100", "B"));
        assertThat(made.une()).containsExactly("20:00-21:00 A");
        assertThat(made.found()).containsExactly("3 NO_STOP A", "3 TWICE A^A", "5 SAME_START B^A");
    }

    @Test
    void programmesThatShareATimeAreOne() {
        Made made =
                read(
                        programme("2000", "2100", "News")
                                        .replace("channel", "clumpidx='0/2' channel")
                                + programme("2000", "2100", "Weather")
                                        .replace("channel", "clumpidx='1/2' channel"));
        assertThat(made.une()).containsExactly("20:00-21:00 News / Weather");
        assertThat(made.found()).containsExactly("3 CLUMP News / Weather");
    }

    @Test
    void aProgrammeOverMidnightStandsInBothDays() {
        Made made =
                read(
                        "<programme start='20261121233000 +0100' stop='20261122011500 +0100' channel='une'><title>Nuit</title></programme>");
        assertThat(made.une()).containsExactly("23:30-01:15 Nuit");
        assertThat(made.of("une", SATURDAY.plusDays(1))).containsExactly("23:30-01:15 Nuit");
        assertThat(made.of("une", SATURDAY.plusDays(2))).isEmpty();
    }

    @Test
    void channelsAreMatchedByIdElseByName() {
        String guide =
                """
                <tv>
                <channel id="UNE.fr"><display-name>Autre</display-name></channel>
                <channel id="c2"><display-name>chaîne deux</display-name></channel>
                <channel id="c3"><display-name>Chaîne une</display-name></channel>
                <programme start="20261121" stop="hier" channel="UNE.fr"><title>A</title></programme>
                <programme start="202611210000" stop="202611210600" channel="UNE.fr"><title>A</title></programme>
                <programme start="202611210000" stop="202611210600" channel="c2"><title>B</title></programme>
                <programme start="202611210000" stop="202611210600" channel="c3"><title>C</title></programme>
                </tv>""";
        Made made =
                read(
                        guide.getBytes(StandardCharsets.UTF_8),
                        SATURDAY,
                        listed(1, "une", "une.FR"),
                        listed(2, "deux", ""),
                        listed(3, "trois", "none"));
        assertThat(made.of("une", SATURDAY)).containsExactly("01:00-07:00 A");
        assertThat(made.of("deux", SATURDAY)).containsExactly("01:00-07:00 B");
        assertThat(made.found())
                .contains("0 NOT_IN_LIST 1", "0 NO_GUIDE Chaîne trois", "5 BAD_TIME stop^hier");
    }

    @Test
    void aShiftedChannelHasTheSameGuideLater() {
        Listed une = listed(1, "une", "une");
        Listed later =
                new Listed(
                        listed(2, "plus", "").channel(),
                        "une",
                        "",
                        Duration.ofMinutes(90),
                        Optional.empty());
        Made made =
                read(
                        ("<tv>" + programme("2000", "2100", "A") + "</tv>")
                                .getBytes(StandardCharsets.UTF_8),
                        SATURDAY,
                        une,
                        later);
        assertThat(made.une()).containsExactly("20:00-21:00 A");
        assertThat(made.of("plus", SATURDAY)).containsExactly("21:30-22:30 A");
    }

    @Test
    void daysOutsideTheEightAreNotMade() {
        StringBuilder guide = new StringBuilder("<tv>");
        for (LocalDate day = SATURDAY.minusDays(3);
                day.isBefore(SATURDAY.plusDays(12));
                day = day.plusDays(1)) {
            guide.append(
                    programme("1200", "1300", "Midi")
                            .replace("20261121", day.toString().replace("-", "")));
        }
        Made made =
                read(
                        guide.append("</tv>").toString().getBytes(StandardCharsets.UTF_8),
                        SATURDAY,
                        listed(1, "une", "une"));
        assertThat(made.days().values().iterator().next().keySet())
                .containsExactlyElementsOf(
                        IntStream.range(0, 8).mapToObj(SATURDAY::plusDays).toList());
    }

    /** Our own guides, and where it lies beside the project, XMLTV's. */
    static Stream<Path> guides() throws IOException {
        Path own = Path.of("src/test/resources/chevet/ward/tv/guides").toAbsolutePath();
        Stream<Path> folders =
                Stream.concat(
                        Stream.of(own),
                        Stream.iterate(own, Objects::nonNull, Path::getParent)
                                .map(folder -> folder.resolve("shared/data/tv")));
        return folders.filter(Files::isDirectory)
                .flatMap(
                        folder -> {
                            try (Stream<Path> files = Files.list(folder)) {
                                return files
                                        .filter(file -> file.toString().endsWith(".xml"))
                                        .sorted()
                                        .toList()
                                        .stream();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    void everyGuideBecomesProgrammesOneAfterTheOther(Path file) throws IOException {
        byte[] guide;
        try (InputStream in = Files.newInputStream(file)) {
            guide = in.readAllBytes();
        }
        Everything all = new Everything();
        assertThat(XmltvReader.read(guide, all, new Findings())).isTrue();
        for (Map.Entry<String, SortedSet<Instant>> channel : all.starts.entrySet()) {
            LocalDate day = LocalDate.ofInstant(channel.getValue().first(), Guides.PARIS);
            Made made = read(guide, day, listed(1, "une", channel.getKey()));
            // Of each start there is one programme; the record itself refuses two at once.
            SortedSet<Instant> kept =
                    made.days().values().stream()
                            .flatMap(days -> days.values().stream())
                            .flatMap(one -> one.list().stream())
                            .map(Programme::start)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(kept).isEqualTo(channel.getValue());
        }
    }

    /** Wants every programme and keeps when they begin. */
    private static final class Everything implements GuideSink {
        final Map<String, SortedSet<Instant>> starts = new TreeMap<>();

        @Override
        public void channel(String id, String name) {
            assertThat(id).isNotEmpty();
        }

        @Override
        public boolean wants(String channel, Instant start, Instant stop) {
            return true;
        }

        @Override
        public void programme(Slot slot) {
            starts.computeIfAbsent(slot.channel(), _ -> new TreeSet<>()).add(slot.start());
        }
    }
}

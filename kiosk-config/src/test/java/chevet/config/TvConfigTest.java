package chevet.config;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.WardId;
import chevet.model.text.Texts;
import chevet.model.tv.DailyHours;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import chevet.model.tv.TvRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TvConfigTest {
    private static final WardId WARD = new WardId("med-a");
    private static final String TV =
            """
            [tv]
            channels = "tv/channels.m3u"
            guide = "https://guide.example/8.xml.gz"
            every = "2h"
            volume = 80
            greatest-age = 16
            caps = [ { from = "21:00", to = "07:00", percent = 40 } ]
            headphones-only = [ { from = "22:00", to = "06:30" } ]

            [[tv.pack]]
            id = "cinema"
            name = "Cinéma"
            kind = "paid"
            groups = ["Cinéma", "Séries"]

            [[tv.pack]]
            id = "enfants"
            name = "Enfants"
            name-en = "Children"
            kind = "paediatric"
            channels = ["cabane"]

            """;

    @TempDir Path directory;

    private Reading<WardConfig> read(String tv, String ward) throws IOException {
        String text = sample().replace("[[ward]]\n", tv + "[[ward]]\n" + ward);
        return ConfigFile.ward(
                Files.writeString(directory.resolve("ward.toml"), text), Locale.ENGLISH);
    }

    private TvConfig good(String tv, String ward) throws IOException {
        return switch (read(tv, ward)) {
            case Reading.Good<WardConfig>(WardConfig config) -> config.tv();
            case Reading.Faulty<WardConfig> faulty ->
                    throw new AssertionError(faulty.problems().toString());
        };
    }

    private static String sample() throws IOException {
        try (InputStream in = ConfigFile.class.getResourceAsStream("ward.sample.toml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everythingMayBeLeftOut() throws IOException {
        TvConfig tv = good("", "");
        assertThat(tv.channels()).isEmpty();
        assertThat(tv.guide()).isEmpty();
        assertThat(tv.every()).isEqualTo(Duration.ofHours(6));
        assertThat(tv.packs()).isEmpty();
        assertThat(tv.rules(WARD)).isEqualTo(TvConfig.RULES);
    }

    @Test
    void sourcesPacksAndRulesAreRead() throws IOException {
        TvConfig tv = good(TV, "");
        assertThat(tv.channels())
                .contains(directory.resolve("tv/channels.m3u").toAbsolutePath().toUri());
        assertThat(tv.guide()).contains(URI.create("https://guide.example/8.xml.gz"));
        assertThat(tv.every()).isEqualTo(Duration.ofHours(2));
        assertThat(tv.packs())
                .containsExactly(
                        new TvConfig.Pack(
                                new TvPack(
                                        new TvPackId("cinema"),
                                        Texts.french("Cinéma"),
                                        TvPack.Kind.PAID),
                                Set.of("Cinéma", "Séries"),
                                Set.of()),
                        new TvConfig.Pack(
                                new TvPack(
                                        new TvPackId("enfants"),
                                        new Texts(
                                                "Enfants",
                                                Optional.of("Children"),
                                                Optional.empty()),
                                        TvPack.Kind.PAEDIATRIC),
                                Set.of(),
                                Set.of("cabane")));
        assertThat(tv.rules(WARD))
                .isEqualTo(
                        new TvRules(
                                80,
                                List.of(new TvRules.VolumeCap(hours("21:00", "07:00"), 40)),
                                List.of(hours("22:00", "06:30")),
                                16,
                                Set.of()));
    }

    @Test
    void aWardSaysOnlyWhatItHasOtherwise() throws IOException {
        TvRules rules =
                good(TV, "tv = { greatest-age = 10, caps = [], packs = [\"enfants\"] }\n")
                        .rules(WARD);
        assertThat(rules)
                .isEqualTo(
                        new TvRules(
                                80,
                                List.of(),
                                List.of(hours("22:00", "06:30")),
                                10,
                                Set.of(new TvPackId("enfants"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "https://guide.example/8.xml.gz" | "ftp://guide.example/x" | tv.guide | neither a file nor an address
                    "https://guide.example/8.xml.gz" | "https:///x"            | tv.guide | neither a file nor an address
                    every = "2h"        | every = "10s"        | tv.every | at least "1m"
                    volume = 80         | volume = 101         | tv.volume | from 0 to 100
                    greatest-age = 16   | greatest-age = 21    | tv.greatest-age | from 0 to 18
                    percent = 40        | percent = 140        | tv.caps[1].percent | from 0 to 100
                    , percent = 40      | , volume = 40        | tv.caps[1].percent | missing
                    , percent = 40      | , volume = 40        | tv.caps[1].volume | unknown key
                    from = "22:00"      | from = "22h"         | tv.headphones-only[1].from | a time is written
                    to = "06:30"        | till = "06:30"       | tv.headphones-only[1].to | missing
                    id = "enfants"      | id = "cinema"        | tv.pack[2].id | already used
                    kind = "paid"       | kind = "gratis"      | tv.pack[1].kind | unknown kind
                    channels = ["cabane"] | channels = []      | tv.pack[2].groups | this pack is empty
                    channels = ["cabane"] | channels = [7]     | tv.pack[2].channels[1] | a text
                    every = "2h"        | evry = "2h"          | tv.evry | did you mean "every"?
                    """)
    void faultsAreToldWhereTheyStand(String good, String bad, String field, String what)
            throws IOException {
        assertThat(TV).contains(good);
        assertThat(problems(TV.replace(good, bad), ""))
                .anySatisfy(
                        p -> {
                            assertThat(p.field()).isEqualTo(field);
                            assertThat(p.what()).contains(what);
                            assertThat(p.line()).isPositive();
                        });
    }

    @Test
    void aWardsFaultsAreToldToo() throws IOException {
        assertThat(problems(TV, "tv = { packs = [\"cinma\"], volum = 3 }\n"))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("ward[1].tv.packs", "ward[1].tv.volum");
    }

    private List<Problem> problems(String tv, String ward) throws IOException {
        return switch (read(tv, ward)) {
            case Reading.Good<WardConfig> _ -> throw new AssertionError("no fault");
            case Reading.Faulty<WardConfig> faulty -> faulty.problems();
        };
    }

    private static DailyHours hours(String from, String to) {
        return new DailyHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}

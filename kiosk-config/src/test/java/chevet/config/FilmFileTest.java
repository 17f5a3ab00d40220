package chevet.config;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.Shelf;
import chevet.model.pack.ObjectRef;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmFileTest {
    private static final String TOML =
            """
            id = "cataracte"
            version = "2"
            shelf = "operations"
            maker = "Ophtalmologie"
            reviewed = "2026-03-01"
            picture = "affiche.png"
            [title]
            fr = "Votre opération"
            en = "Your operation"
            [[spoken]]
            language = "fr"
            file = "fr.mp4"
            [[subtitles]]
            language = "ar"
            file = "ar.vtt"
            [[chapters]]
            from = "0s"
            fr = "Avant"
            [[chapters]]
            from = "60s"
            fr = "Après"
            [[check]]
            fr = "À jeun ?"
            why = { fr = "Six heures." }
            [[check.choices]]
            fr = "Oui"
            right = true
            [[check.choices]]
            fr = "Non"
            """;

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir private Path folder;
    private final Map<FilmId, Path> known = new HashMap<>();

    @BeforeEach
    void files() throws IOException {
        Files.write(folder.resolve("fr.mp4"), mp4(true));
        Files.writeString(folder.resolve("ar.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nنعم\n");
        ImageIO.write(
                new BufferedImage(16, 9, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("affiche.png").toFile());
        Files.createDirectory(folder.resolve("sub"));
        Files.write(folder.resolve("sub/x.mp4"), mp4(true));
    }

    /** Ninety seconds of nothing. */
    private static byte[] mp4(boolean indexFirst) {
        return mp4(indexFirst, join(track("vide", "avc1"), track("soun", "mp4a")));
    }

    private static byte[] mp4(boolean indexFirst, byte[] tracks) {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 1000).putInt(16, 90_000);
        byte[] movie = box("moov", join(box("mvhd", header.array()), tracks));
        byte[] pictures = box("mdat", new byte[1000]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII)));
        out.writeBytes(indexFirst ? movie : pictures);
        out.writeBytes(indexFirst ? pictures : movie);
        return out.toByteArray();
    }

    private static byte[] track(String kind, String coded) {
        byte[] handler = join(new byte[8], kind.getBytes(StandardCharsets.US_ASCII));
        byte[] samples = join(new byte[8], box(coded, new byte[8]));
        return box(
                "trak",
                box(
                        "mdia",
                        join(
                                box("hdlr", handler),
                                box("minf", box("stbl", box("stsd", samples))))));
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private Reading<FilmSheet> read(String toml) throws IOException {
        Files.writeString(folder.resolve(FilmFile.NAME), toml);
        return FilmFile.read(folder, Locale.ENGLISH, TODAY, new HashMap<>(known));
    }

    private List<Problem> problems(String toml) throws IOException {
        Reading<FilmSheet> reading = read(toml);
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty<FilmSheet>) reading).problems();
    }

    @Test
    void aFilmIsReadWithItsFiles() throws IOException {
        Reading<FilmSheet> reading = read(TOML);
        assertThat(reading).isInstanceOf(Reading.Good.class);
        Film film =
                ((Reading.Good<FilmSheet>) reading)
                        .config()
                        .film((_, type) -> new ObjectRef("ab".repeat(32), 1, type));
        assertThat(film.shelf()).isEqualTo(Shelf.OPERATIONS);
        assertThat(film.length()).isEqualTo(Duration.ofSeconds(90));
        assertThat(film.spoken())
                .extracting(s -> s.video().mediaType())
                .containsExactly("video/mp4");
        assertThat(film.subtitles())
                .extracting(s -> s.text().mediaType())
                .containsExactly("text/vtt");
        assertThat(film.check().getFirst().right()).containsExactly(0);
        assertThat(film.check().getFirst().why().fr()).isEqualTo("Six heures.");
        assertThat(film.chapters()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "operations"     | "operation"      | 3  | shelf              | shelf
                    "2026-03-01"     | "1 March"        | 5  | reviewed           | 2026-03-01
                    "2026-03-01"     | "2026-03-02"     | 5  | reviewed           | a day to come
                    "fr.mp4"         | "sub/x.mp4"      | 12 | spoken[1].file     | no file
                    "fr.mp4"         | "../fr.mp4"      | 12 | spoken[1].file     | no file
                    "fr.mp4"         | "ar.vtt"         | 12 | spoken[1].file     | whole mp4
                    "ar.vtt"         | "fr.mp4"         | 15 | subtitles[1].file  | WebVTT
                    "60s"            | "90s"            | 20 | chapters[2].from   | chapter
                    right = true     | right = false    | 25 | check[1].choices   | right = true
                    right = true     | rigth = true     | 27 | check[1].choices[1].rigth | right
                    "ar"             | "Arabic"         | 14 | subtitles[1].language | pt-BR
                    "affiche.png"    | "ar.vtt"         | 6  | picture            | png
                    """)
    void aFaultIsToldWithItsLine(String good, String bad, int line, String field, String words)
            throws IOException {
        assertThat(problems(TOML.replace(good, bad)))
                .anySatisfy(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.line()).isEqualTo(line);
                            assertThat(problem.what()).contains(words);
                        });
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        assertThat(
                        problems(
                                TOML.replace("\"operations\"", "\"x\"")
                                        .replace("\"fr.mp4\"", "\"none.mp4\"")
                                        .replace("right = true", "")
                                        .replace("maker", "marker")))
                .extracting(Problem::field)
                .contains("shelf", "spoken[1].file", "check[1].choices", "maker", "marker");
    }

    @Test
    void aFilmWithoutSubtitlesSaysWhy() throws IOException {
        String bare = TOML.replace("[[subtitles]]\nlanguage = \"ar\"\nfile = \"ar.vtt\"\n", "");
        assertThat(problems(bare)).extracting(Problem::field).containsExactly("subtitles");
        assertThat(read("unsubtitled = \"Sans paroles\"\n" + bare))
                .isInstanceOf(Reading.Good.class);
    }

    @Test
    void subtitlesThatAreNotThereAreToldOnce() throws IOException {
        assertThat(problems(TOML.replace("\"ar.vtt\"", "\"none.vtt\"")))
                .extracting(Problem::field)
                .containsExactly("subtitles[1].file");
    }

    @Test
    void anIndexAtTheEndAndAFileCutShortAreRefused() throws IOException {
        Files.write(folder.resolve("fr.mp4"), mp4(false));
        assertThat(problems(TOML)).extracting(Problem::what).anyMatch(w -> w.contains("faststart"));
        Files.write(folder.resolve("fr.mp4"), Arrays.copyOf(mp4(true), 700));
        assertThat(problems(TOML)).extracting(Problem::what).anyMatch(w -> w.contains("whole mp4"));
    }

    @ParameterizedTest
    @CsvSource({
        "av01, mp4a, pictures of this mp4 (av01)",
        "avc1, ac-3, sound of this mp4 (ac-3)",
    })
    void whatNoTerminalPlaysIsToldBeforeAPatientWaitsForIt(
            String pictures, String sound, String words) throws IOException {
        Files.write(
                folder.resolve("fr.mp4"),
                mp4(true, join(track("vide", pictures), track("soun", sound))));
        assertThat(problems(TOML))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo("spoken[1].file");
                            assertThat(problem.what()).contains(words);
                        });
    }

    @Test
    void aFilmWithoutPicturesIsNone() throws IOException {
        Files.write(folder.resolve("fr.mp4"), mp4(true, track("soun", "mp4a")));
        assertThat(problems(TOML))
                .extracting(Problem::what)
                .containsExactly("this mp4 has no pictures");
    }

    @Test
    void aFilmWithoutSoundIsOne() throws IOException {
        Files.write(folder.resolve("fr.mp4"), mp4(true, track("vide", "hvc1")));
        assertThat(read(TOML)).isInstanceOf(Reading.Good.class);
    }

    @Test
    void subtitlesThatWouldNotBeShownAreToldByTheirLine() throws IOException {
        Files.writeString(
                folder.resolve("ar.vtt"),
                """
                WEBVTT

                00:01.000 --> 00:02.000
                Good

                00:0x.000 --> 00:04.000
                Never shown

                00:05.000 --> 00:04.000
                Nor this
                """);
        assertThat(problems(TOML))
                .extracting(Problem::what)
                .satisfiesExactly(
                        times -> assertThat(times).contains("line 6 of the file", "00:0x.000"),
                        order -> assertThat(order).contains("line 9 of the file", "ends before"));
    }

    @Test
    void twoFilmsOfOneIdAreToldEvenWhereOneHasOtherFaults() throws IOException {
        known.put(new FilmId("cataracte"), Path.of("elsewhere"));
        assertThat(problems(TOML.replace("\"operations\"", "\"surgery\"")))
                .satisfiesExactly(
                        id -> {
                            assertThat(id.field()).isEqualTo("id");
                            assertThat(id.line()).isEqualTo(1);
                            assertThat(id.what()).contains("elsewhere");
                        },
                        shelf -> assertThat(shelf.field()).isEqualTo("shelf"));
    }

    @Test
    void aCheckWithoutAQuestionAndAPictureThatIsNoneAreRefused() throws IOException {
        String bare = TOML.substring(0, TOML.indexOf("[[check]]"));
        assertThat(problems("check = []\n" + bare))
                .extracting(Problem::field)
                .containsExactly("check");
        Files.writeString(folder.resolve("affiche.png"), "<svg/>");
        assertThat(problems(TOML)).extracting(Problem::field).containsExactly("picture");
    }
}

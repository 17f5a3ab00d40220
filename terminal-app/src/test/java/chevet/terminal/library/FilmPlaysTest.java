package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.Prescription;
import chevet.model.library.ReportProgress;
import chevet.model.library.Shelf;
import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.Bedside;
import chevet.terminal.player.Engines;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.SilentSound;
import chevet.terminal.ui.TextSize;
import chevet.ward.stream.TestCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film that was made for it, really played through the whole terminal, its sound unheard. */
@Tag("slow")
class FilmPlaysTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final FilmId WALK = new FilmId("first-walk");
    private static final String SAID = "Levez-vous doucement.";

    @TempDir Path folder;

    private Film film() throws IOException {
        ObjectRef video =
                Cinema.object(
                        "video/mp4",
                        Files.readAllBytes(TestCard.small("first-walk", 40).mp4(folder)));
        ObjectRef text =
                Cinema.object(
                        "application/x-subrip",
                        ("1\n00:00:00,000 --> 00:00:10,000\n" + SAID + "\n")
                                .getBytes(StandardCharsets.UTF_8));
        return new Film(
                WALK,
                "1",
                Shelf.OPERATIONS,
                Texts.french("Premiers pas"),
                Texts.french(""),
                "Kinésithérapie",
                LocalDate.of(2026, 1, 5),
                LENGTH,
                Optional.empty(),
                List.of(new Film.Spoken("fr", video)),
                List.of(new Film.Subtitles("fr", text)),
                Optional.empty(),
                List.of(),
                Cinema.CATARACT_FILM.check());
    }

    @Test
    void prescribedFilmPlaysWithItsSubtitlesInThePatientsSizeAndAsksAtItsEnd() throws IOException {
        SilentSound.start();
        Film film = film();
        try (Engines engines = Engines.silent(Optional.empty());
                Bedside bedside = new Bedside(1280, 800, engines::engine)) {
            bedside.admitted();
            Cinema.put(bedside.link()::put, film);
            bedside.link()
                    .put(
                            Kind.STAY,
                            Prescription.key(WALK),
                            new Prescription(
                                    WALK, Cinema.SINCE, Optional.empty(), Optional.empty()));
            bedside.settle();
            FilmPage page = new FilmPage(bedside);
            page.show(FilmScreen.NAME);

            page.await("subtitles", () -> cue(page).isPresent());
            Label cue = cue(page).orElseThrow();
            assertThat(cue.getText()).isEqualTo(SAID);
            double usual = Bedside.onScreen(() -> cue.getFont().getSize());
            Bedside.onScreen(
                    () -> bedside.wiring().kit().look().textSizeProperty().set(TextSize.LARGEST));
            bedside.settle();
            assertThat(Bedside.onScreen(() -> cue(page).orElseThrow().getFont().getSize()))
                    .isEqualTo(2 * usual);

            Set<Integer> seen = new HashSet<>();
            page.await("five different pictures", () -> seen.add(look(page)) && seen.size() >= 5);
            noticeComesAndGoes(bedside, page);
            page.await("its end", () -> page.text().contains("La vidéo est terminée"));
            assertThat(page.text()).contains("Il reste 3 questions");
            ReportProgress last =
                    WireCodec.strict(
                            bedside.link().sent().getLast().command().body(), ReportProgress.class);
            assertThat(last.furthest()).isEqualTo(LENGTH);
            assertThat(last.subtitles()).contains("fr");
            Bedside.onScreen(() -> bedside.wiring().shell().home());
            Bedside.onScreen(() -> bedside.engine().close());
        }
    }

    /** The film stands still behind it, and goes on where it stood with the same words below. */
    private static void noticeComesAndGoes(Bedside bedside, FilmPage page) {
        NoticeId id = new NoticeId("water");
        bedside.link()
                .put(
                        Kind.WARD,
                        Notice.key(id),
                        new Notice(
                                id,
                                Texts.french("Ne buvez pas l’eau du robinet."),
                                Bedside.SATURDAY,
                                Bedside.SATURDAY.plusSeconds(3600)));
        page.await("the notice", () -> page.text().contains("l’eau du robinet"));
        Duration stood = Bedside.onScreen(() -> bedside.engine().positionProperty().get());
        assertThat(Bedside.onScreen(() -> bedside.engine().stateProperty().get()))
                .isEqualTo(new PlayState.Paused());
        page.press("notice-close");
        page.await("the film again", () -> cue(page).isPresent());
        Duration now = Bedside.onScreen(() -> bedside.engine().positionProperty().get());
        assertThat(now.minus(stood)).isBetween(Duration.ofMillis(-500), Duration.ofSeconds(2));
        Set<Integer> seen = new HashSet<>();
        page.await("it moves again", () -> seen.add(look(page)) && seen.size() >= 3);
    }

    private static Optional<Label> cue(FilmPage page) {
        return page.shown(node -> node.getStyleClass().contains("cue")).stream()
                .findFirst()
                .map(Label.class::cast);
    }

    /** What the picture's pixels are now, in one number. */
    private static int look(FilmPage page) {
        Node screen = page.shown(node -> node.getStyleClass().contains("film-screen")).getFirst();
        WritableImage image = screen.snapshot(new SnapshotParameters(), null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return Arrays.hashCode(pixels);
    }
}

package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.tour.Album;
import chevet.tour.DrawingThread;
import chevet.tour.Tour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole tour, with one pair of eyes. The patient taps through every screen over the real store
 * and the real link; the thread that draws has no part in their files, SQL and sockets. It is here,
 * and not with the tour's own tests, since classes begin by name, and a long one must not begin
 * last.
 */
@Tag("slow")
class TourTest {
    private static final List<String> SUBJECTS =
            List.of(
                    "home",
                    "home-film",
                    "library",
                    "film",
                    "film-ended",
                    "check",
                    "check-said",
                    "check-thanks",
                    "tv",
                    "tv-zap",
                    "tv-guide",
                    "tv-number",
                    "tv-tracks",
                    "tv-whole",
                    "tv-radios",
                    "language",
                    "display",
                    "meals",
                    "meals-received",
                    "meals-held",
                    "meals-offline",
                    "stay",
                    "stay-write",
                    "stay-call",
                    "stay-answered",
                    "stay-openings",
                    "card-code",
                    "card-lost",
                    "record-nurse",
                    "record-grace",
                    "record-doctor",
                    "record-assistant",
                    "glass",
                    "glass-sure",
                    "record-glass",
                    "empty-bed",
                    "exit",
                    "console-login",
                    "console-beds",
                    "console-bed",
                    "console-profile",
                    "console-choose",
                    "console-admissions-faults",
                    "console-films",
                    "console-prescribe",
                    "console-tv",
                    "console-kitchen",
                    "console-closing",
                    "console-refused",
                    "console-accounts",
                    "console-requests",
                    "console-team",
                    "console-staff",
                    "console-feed",
                    "console-glass",
                    "console-audit",
                    "console-receipt");

    @Test
    @Timeout(400)
    void everyScreenAndPageIsSeen(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (DrawingThread drawing = new DrawingThread()) {
            int code =
                    Tour.run(
                            folder,
                            Optional.of("day-fr"),
                            new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
            assertThat(drawing.touches(folder.resolve("drawing.jfr"))).isEmpty();
        }
        for (String subject : SUBJECTS) {
            Path picture = folder.resolve(subject + "-day-fr.png");
            assertThat(picture).exists();
            assertThat(Album.blank(ImageIO.read(picture.toFile()))).as(subject).isFalse();
        }
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("home-day-fr.png", "console-kitchen-day-fr.png");
    }
}

package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.tv.Channel;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.Bedside;
import chevet.terminal.player.Engines;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.SilentSound;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Interruptions;
import chevet.ward.stream.LiveHls;
import chevet.ward.stream.TestCard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live channels that ffmpeg sends, on the real engines, through the terminal's own screen. */
@Tag("slow")
class TvPlayTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir static Path dir;

    private static Engines engines;

    @BeforeAll
    static void start() {
        SilentSound.start();
        engines = Engines.silent(Optional.of("lo"));
    }

    @AfterAll
    static void end() {
        engines.close();
    }

    private static Channel live(int number, String id, String name, URI stream) {
        return new Channel(
                Sets.id(id),
                number,
                name,
                Channel.Kind.TELEVISION,
                stream,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                0);
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came: " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static int[] pixels(Bedside bedside) {
        return Bedside.onScreen(
                () -> {
                    WritableImage image =
                            bedside.television().picture().snapshot(new SnapshotParameters(), null);
                    int width = (int) image.getWidth();
                    int height = (int) image.getHeight();
                    int[] all = new int[width * height];
                    image.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    width,
                                    height,
                                    PixelFormat.getIntArgbInstance(),
                                    all,
                                    0,
                                    width);
                    return all;
                });
    }

    private static void awaitMoving(Bedside bedside) {
        int[][] last = {pixels(bedside)};
        int[] changes = {0};
        await(
                "five pictures that differ",
                () -> {
                    int[] now = pixels(bedside);
                    if (Arrays.stream(now).anyMatch(each -> (each & 0xffffff) > 0x303030)
                            && !Arrays.equals(now, last[0])) {
                        last[0] = now;
                        changes[0]++;
                    }
                    return changes[0] >= 5;
                });
    }

    private static PlayState state(Bedside bedside) {
        return Bedside.onScreen(() -> bedside.television().stateProperty().get());
    }

    /** Under load it may stop and go on by itself once more. */
    private static void awaitState(Bedside bedside, Predicate<PlayState> wanted) {
        await("a state", () -> wanted.test(state(bedside)));
    }

    private static void kill(LiveHls sender) {
        sender.close();
    }

    private static boolean playing(PlayState state) {
        return state instanceof PlayState.Playing;
    }

    @Test
    void aChannelPlaysZapsIsGivenBackAndHealsWhenItsSenderWasKilled() throws IOException {
        Path one = TestCard.small("one", 0).ts(dir);
        Path two = TestCard.small("two", 120).ts(dir);
        Path folder = Files.createDirectories(dir.resolve("second"));
        try (LiveHls first = new LiveHls(one, Files.createDirectories(dir.resolve("first")));
                LiveHls second = new LiveHls(two, folder);
                Bedside bedside = new Bedside(1280, 800, engines::engine)) {
            first.start();
            second.start();
            bedside.admitted();
            bedside.link().put(Kind.HOUSE, "channel/une", live(1, "une", "Une", first.address()));
            bedside.link()
                    .put(Kind.HOUSE, "channel/deux", live(2, "deux", "Deux", second.address()));
            bedside.settle();
            Bedside.onScreen(() -> bedside.wiring().shell().show(TvScreen.NAME));
            awaitMoving(bedside);
            awaitState(bedside, TvPlayTest::playing);

            AudioFocus.Held staff =
                    Bedside.onScreen(
                            () ->
                                    bedside.wiring()
                                            .shell()
                                            .interruptions()
                                            .begin(Interruptions.Kind.STAFF, new StackPane()));
            // Stopped where it was just being opened anew.
            assertThat(state(bedside)).isIn(new PlayState.Paused(), new PlayState.Idle());
            Bedside.onScreen(staff::close);
            awaitMoving(bedside);
            awaitState(bedside, TvPlayTest::playing);

            Bedside.onScreen(
                    () -> {
                        bedside.scene()
                                .getRoot()
                                .lookup("#channel-deux")
                                .fireEvent(
                                        new javafx.scene.input.KeyEvent(
                                                javafx.scene.input.KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                javafx.scene.input.KeyCode.ENTER,
                                                false,
                                                false,
                                                false,
                                                false));
                    });
            awaitMoving(bedside);

            int port = second.address().getPort();
            kill(second);
            awaitState(bedside, state -> state instanceof PlayState.Stalled);
            await("a plain word", () -> bedside.text().contains("L’image s’est arrêtée."));
            try (LiveHls again = new LiveHls(two, folder, port)) {
                again.start();
                awaitMoving(bedside);
                awaitState(bedside, TvPlayTest::playing);
                await("no word", () -> !bedside.text().contains("L’image s’est arrêtée."));
            }

            Bedside.onScreen(() -> bedside.wiring().shell().home());
            assertThat(state(bedside)).isEqualTo(new PlayState.Idle());
        }
    }
}

package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.Bedside;
import chevet.ward.stream.LiveGroup;
import chevet.ward.stream.LiveHls;
import chevet.ward.stream.TestCard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Really plays, on the engines of this machine, with sound that nobody hears. */
@Tag("slow")
class PlayTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Optional<String> LOOPBACK = Optional.of("lo");

    @TempDir static Path dir;

    private static Path ts;
    private static Engines engines;

    @BeforeAll
    static void start() throws IOException {
        SilentSound.start();
        Files.createDirectories(dir);
        engines = Engines.silent(LOOPBACK);
        ts = TestCard.small("one", 0).ts(dir);
    }

    @AfterAll
    static void end() {
        engines.close();
    }

    private static MediaSource.Film film(Path file) {
        return new MediaSource.Film(file.toUri(), Duration.ZERO, List.of());
    }

    private static MediaSource.Live live(URI address) {
        return new MediaSource.Live(address, false);
    }

    @Test
    void playsAFilmThroughJavaFx() {
        Path mp4 = TestCard.small("film", 40).mp4(dir);
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film(mp4));
            viewer.awaitMoving(5, SOON);
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
            assertThat(Bedside.onScreen(() -> viewer.engine().lengthProperty().get()))
                    .hasValueSatisfying(length -> assertThat(length.toSeconds()).isEqualTo(10));
        }
    }

    @Test
    void playsALiveChannelOverHls() {
        try (LiveHls channel = new LiveHls(ts, dir.resolve("hls"));
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitMoving(5, SOON);
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
        }
    }

    @Test
    void playsAMulticastChannel() {
        try (LiveGroup channel = new LiveGroup(ts, LiveGroup.Carrier.UDP, "239.11.11.1", 5010);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitMoving(5, SOON);
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
        }
    }

    @Test
    void playsWhatJavaFxRefuses() {
        Path webm = TestCard.small("film", 40).webm(dir);
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film(webm));
            viewer.awaitMoving(5, SOON);
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
        }
    }
}

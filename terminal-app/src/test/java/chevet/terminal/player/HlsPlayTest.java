package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.Bedside;
import chevet.ward.stream.LiveRenditions;
import chevet.ward.stream.TestCard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Really plays a live channel whose sounds and subtitles stand beside its picture. */
@Tag("slow")
class HlsPlayTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir static Path dir;

    private static Engines engines;
    private static LiveRenditions channel;

    @BeforeAll
    static void start() {
        SilentSound.start();
        engines = Engines.silent(Optional.of("lo"));
        channel = new LiveRenditions(TestCard.small("card", 0).ts(dir), dir.resolve("channel"));
    }

    @AfterAll
    static void end() {
        channel.close();
        engines.close();
    }

    private static Tracks tracks(Viewer viewer) {
        return Bedside.onScreen(() -> viewer.engine().tracksProperty().get());
    }

    private static Optional<String> cue(Viewer viewer) {
        return Bedside.onScreen(
                () ->
                        Optional.ofNullable((Label) viewer.engine().picture().lookup(".cue"))
                                .map(Label::getText));
    }

    private static Viewer opened(URI address, TrackWish wish) {
        Viewer viewer = new Viewer(engines);
        Bedside.onScreen(() -> viewer.engine().prefer(wish));
        viewer.open(new MediaSource.Live(address));
        viewer.awaitMoving(3, SOON);
        return viewer;
    }

    private static void awaitAsked(Viewer viewer, int from, String name) {
        viewer.await(
                name,
                SOON,
                () ->
                        channel.asked().stream()
                                .skip(from)
                                .anyMatch(each -> each.matches(name + "-\\d+\\.ts")));
    }

    @Test
    void showsTheSubtitlesThatAreWantedWithTheirPictureAndNoOthers() throws IOException {
        try (Viewer viewer = opened(channel.plain(), TrackWish.NONE)) {
            Track french = tracks(viewer).texts().getFirst();
            assertThat(french.language()).contains("fr");
            assertThat(tracks(viewer).text()).isEmpty();
            assertThat(cue(viewer)).isEmpty();
            Bedside.onScreen(() -> viewer.engine().chooseText(Optional.of(french)));
            viewer.await("a cue", SOON, () -> cue(viewer).isPresent());
            String first = cue(viewer).orElseThrow();
            assertThat(first).matches("Voici le morceau \\d+\\.");
            viewer.save(Path.of("target/pictures/hls-subtitles.png"));
            viewer.await(
                    "the next cue",
                    SOON,
                    () -> cue(viewer).filter(now -> !now.equals(first)).isPresent());
            viewer.save(Path.of("target/pictures/hls-subtitles-next.png"));
            Bedside.onScreen(() -> viewer.engine().chooseText(Optional.empty()));
            viewer.await("no cue", SOON, () -> cue(viewer).isEmpty());
        }
    }

    @Test
    void hearsTheSoundThatIsChosenAndKeepsTheSubtitles() throws IOException {
        int from = channel.asked().size();
        try (Viewer viewer = opened(channel.address(), new TrackWish(List.of("fr"), false, true))) {
            List<Track> sounds = tracks(viewer).sounds();
            assertThat(sounds)
                    .extracting(Track::purpose)
                    .containsExactly(Track.Purpose.PLAIN, Track.Purpose.AUDIO_DESCRIPTION);
            assertThat(tracks(viewer).sound()).contains(sounds.getFirst());
            awaitAsked(viewer, from, "fr");
            viewer.await("a cue", SOON, () -> cue(viewer).isPresent());

            int chosen = channel.asked().size();
            Bedside.onScreen(() -> viewer.engine().chooseSound(sounds.get(1)));
            awaitAsked(viewer, chosen, "ad");
            viewer.awaitMoving(3, SOON);
            viewer.await("a cue", SOON, () -> cue(viewer).isPresent());
            viewer.save(Path.of("target/pictures/hls-described.png"));
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
            assertThat(tracks(viewer).sound()).contains(sounds.get(1));
            viewer.await("a cue again", SOON, () -> cue(viewer).isPresent());
        }
    }

    /** What was in hand when it was paused has left the playlist by the time it goes on. */
    @Test
    void goesOnAfterAPauseWhereTheChannelIsByThenWithTheSameSubtitles() {
        try (Viewer viewer = opened(channel.plain(), new TrackWish(List.of("fr"), false, true))) {
            viewer.await("a cue", SOON, () -> cue(viewer).isPresent());
            Node before = pipeline(viewer);
            Bedside.onScreen(() -> viewer.engine().pause());
            assertThat(viewer.state()).isEqualTo(new PlayState.Paused());
            Bedside.onScreen(() -> viewer.engine().play());
            viewer.awaitMoving(3, SOON);
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
            assertThat(pipeline(viewer)).as("opened anew").isNotSameAs(before);
            viewer.await("a cue again", SOON, () -> cue(viewer).isPresent());
        }
    }

    private static Node pipeline(Viewer viewer) {
        return Bedside.onScreen(
                () -> ((Parent) viewer.engine().picture()).getChildrenUnmodifiable().getFirst());
    }

    @Test
    void beginsWithTheAudioDescriptionWhereItIsWished() {
        int from = channel.asked().size();
        try (Viewer viewer = opened(channel.address(), new TrackWish(List.of("fr"), true, false))) {
            awaitAsked(viewer, from, "ad");
            assertThat(tracks(viewer).sound())
                    .map(Track::purpose)
                    .contains(Track.Purpose.AUDIO_DESCRIPTION);
        }
        assertThat(channel.asked().stream().skip(from)).noneMatch(each -> each.startsWith("fr-"));
    }

    @Test
    void goesOnWithItsSubtitlesWhereTheStreamsTimeBeginsAnew() {
        TrackWish french = new TrackWish(List.of("fr"), false, true);
        try (Viewer viewer = opened(channel.jumping(0, 1_000), french)) {
            viewer.await("a cue", SOON, () -> cue(viewer).isPresent());
            int behind = number(cue(viewer).orElseThrow()) + 4;
            viewer.await(
                    "a cue behind the jump",
                    SOON,
                    () -> cue(viewer).filter(now -> number(now) >= behind).isPresent());
            viewer.awaitMoving(3, SOON);
            assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
        }
    }

    private static int number(String cue) {
        return Integer.parseInt(cue.replaceAll("\\D", ""));
    }
}

package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.Bedside;
import chevet.ward.stream.TestCard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HLS channels that the real JavaFX Media opens ahead. The time is the test's. */
@Tag("slow")
class FxAheadTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long NOW = 5;
    private static final long STALE = NOW + FxAhead.FRESH.toNanos();
    private static final long WATCHED = NOW + FxAhead.ZAPPING.toNanos();

    @TempDir static Path dir;

    private static Path ts;
    private static Path other;
    private static Engines engines;

    private Door one;
    private Door two;
    private Playlists playlists;
    private FxAhead ahead;
    private final List<String> told = new ArrayList<>();
    private int moved;

    @BeforeAll
    static void start() {
        SilentSound.start();
        engines = Engines.find(Optional.of("lo"), FxAhead.MOST);
        ts = TestCard.small("card", 0).ts(dir);
        other = TestCard.small("other", 120).ts(dir);
    }

    @AfterAll
    static void end() {
        engines.close();
    }

    @BeforeEach
    void open() throws IOException {
        one = new Door(ts);
        two = new Door(other);
        playlists = new Playlists();
        ahead = Bedside.onScreen(() -> new FxAhead(playlists, playlists::known));
        playlists.look(one.address()).join();
        playlists.look(two.address()).join();
    }

    @AfterEach
    void leave() {
        Bedside.onScreen(ahead::drop);
        await("no player", () -> players() == 0);
        playlists.close();
        one.close();
        two.close();
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came: " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private void want(Door... doors) {
        Bedside.onScreen(() -> ahead.want(Arrays.stream(doors).map(Door::address).toList(), NOW));
    }

    private void look(long now) {
        Bedside.onScreen(() -> ahead.look(now));
    }

    private static long segments(Door door) {
        return door.asked().stream().filter(each -> each.endsWith(".ts")).count();
    }

    private static long playlists(Door door) {
        return door.asked().stream().filter(each -> each.endsWith(".m3u8")).count();
    }

    private Optional<FxMade> take(Door door, long now) {
        return Bedside.onScreen(
                () ->
                        ahead.take(
                                door.address(),
                                playlists.known(door.address()).orElseThrow(),
                                now));
    }

    /** It is ready as soon as the one after it is begun. */
    private void awaitReady(Door door, Door after) {
        want(door, after);
        await(
                "the one after it",
                () -> {
                    look(NOW);
                    return segments(after) > 0;
                });
    }

    private FxPipeline pipeline(Playlists.Opened opened, Optional<FxMade> made) {
        return new FxPipeline(
                opened.address(),
                true,
                Duration.ZERO,
                new Loudness(40, 100, false),
                made.flatMap(FxMade::player),
                new Pipeline.Ear() {
                    @Override
                    public void progress() {
                        moved++;
                    }

                    @Override
                    public void length(Duration length) {
                        told.add("length");
                    }

                    @Override
                    public void tracks(
                            List<Track> sounds,
                            Optional<Track> sound,
                            List<Track> texts,
                            Optional<Track> text) {
                        told.add("sounds " + sounds.size());
                    }

                    @Override
                    public void words(List<String> lines) {
                        told.add("words");
                    }

                    @Override
                    public void silent(boolean silent) {
                        told.add("silent");
                    }

                    @Override
                    public void ended() {
                        told.add("ended");
                    }

                    @Override
                    public void failed(Trouble why, String what) {
                        told.add("failed " + what);
                    }
                });
    }

    private void awaitMoving() {
        int from = Bedside.onScreen(() -> moved);
        await("time that goes on", () -> Bedside.onScreen(() -> moved) >= from + 5);
    }

    @Test
    void aNeighbourShowsItsPictureThoughItsHeadendHasDiedSince() {
        awaitReady(one, two);
        one.refuse(_ -> true);
        int before = one.asked().size();
        FxMade made = take(one, NOW).orElseThrow();
        assertThat(Bedside.onScreen(() -> made.player().orElseThrow().getVolume())).isZero();
        FxPipeline pipeline = pipeline(made.opened(), Optional.of(made));
        StackPane pane = new StackPane(pipeline.picture());
        Stage stage =
                Bedside.onScreen(
                        () -> {
                            Stage window = new Stage();
                            window.setScene(new Scene(pane, 480, 270));
                            window.show();
                            pipeline.start();
                            return window;
                        });
        await("a picture", () -> lit(pane));
        assertThat(one.asked().stream().skip(before)).doesNotContain("7.ts");
        awaitMoving();
        assertThat(told).containsExactly("sounds 1");
        assertThat(Bedside.onScreen(() -> made.player().orElseThrow().getVolume())).isPositive();
        Bedside.onScreen(
                () -> {
                    pipeline.close();
                    made.opened().reading().leave();
                    stage.close();
                });
    }

    private static boolean lit(StackPane pane) {
        return Bedside.onScreen(
                () -> {
                    WritableImage image = pane.snapshot(new SnapshotParameters(), null);
                    int[] pixels = new int[480 * 270];
                    image.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    480,
                                    270,
                                    PixelFormat.getIntArgbInstance(),
                                    pixels,
                                    0,
                                    480);
                    return Arrays.stream(pixels)
                            .anyMatch(each -> (each & 0xff) > 0x30 && (each & 0xff) < 0xf0);
                });
    }

    @Test
    void aNeighbourThatRefusesOrDiesDisturbsNothingThatPlays() throws IOException {
        try (Door on = new Door(ts)) {
            playlists.look(on.address()).join();
            Playlists.Opened opened =
                    playlists.open(
                            playlists.known(on.address()).orElseThrow(),
                            Optional.empty(),
                            true,
                            OptionalLong.empty());
            FxPipeline plays = pipeline(opened, Optional.empty());
            Bedside.onScreen(plays::start);
            awaitMoving();
            one.refuse(_ -> true);
            two.refuse(name -> name.endsWith(".ts"));
            want(one, two);
            await(
                    "the second, which gives a playlist and nothing more",
                    () -> {
                        look(NOW);
                        return segments(two) > 0;
                    });
            awaitMoving();
            assertThat(segments(one)).isZero();
            assertThat(take(one, NOW)).isEmpty();
            long asked = playlists(one);
            look(STALE);
            look(STALE);
            assertThat(take(two, STALE)).isEmpty();
            awaitMoving();
            assertThat(playlists(one)).isEqualTo(asked);
            assertThat(told).containsExactly("sounds 1");
            Bedside.onScreen(plays::close);
            opened.reading().leave();
        }
    }

    @Test
    void oneThatStoodTooLongIsMadeAnewUntilThePatientZapsNoMore() {
        awaitReady(one, two);
        long before = playlists(one);
        look(STALE - 1);
        assertThat(playlists(one)).isEqualTo(before);
        long segments = segments(one);
        look(STALE);
        await("the same again", () -> segments(one) > segments);
        assertThat(take(two, STALE)).isEmpty();
        look(WATCHED);
        assertThat(take(one, WATCHED)).isEmpty();
        await("no player", () -> players() == 0);
    }

    @Test
    void isLeftWithTheTelevision() {
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(new MediaSource.Live(one.address()));
            Bedside.onScreen(
                    () -> viewer.engine().keepWarm(List.of(new MediaSource.Live(two.address()))));
            assertThat(segments(two)).isZero();
            await("a neighbour", () -> segments(two) > 0);
            viewer.awaitMoving(3, SOON);
            Bedside.onScreen(() -> viewer.engine().stop());
            await("no player", () -> players() == 0);
        }
    }

    private static long players() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("JFXMedia HLS"))
                .count();
    }
}

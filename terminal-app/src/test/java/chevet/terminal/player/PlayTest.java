package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.terminal.Bedside;
import chevet.ward.stream.LiveGroup;
import chevet.ward.stream.LiveHls;
import chevet.ward.stream.TestCard;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Label;
import org.assertj.core.api.InstanceOfAssertFactories;
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
    private static Path radio;
    private static Engines engines;

    @BeforeAll
    static void start() throws IOException {
        SilentSound.start();
        Files.createDirectories(dir);
        engines = Engines.silent(LOOPBACK);
        ts = TestCard.small("one", 0).ts(dir);
        radio = TestCard.small("radio", 0).sound(dir);
    }

    @AfterAll
    static void end() {
        engines.close();
    }

    private static MediaSource.Film film(Path file) {
        return new MediaSource.Film(file.toUri(), Duration.ZERO, List.of());
    }

    private static MediaSource.Live live(URI address) {
        return new MediaSource.Live(address);
    }

    private static void plays(Viewer viewer, MediaSource source) {
        viewer.open(source);
        viewer.awaitMoving(5, SOON);
        assertThat(viewer.state()).isEqualTo(new PlayState.Playing());
    }

    @Test
    void playsAFilmThroughJavaFx() {
        Path mp4 = TestCard.small("film", 40).mp4(dir);
        try (Viewer viewer = new Viewer(engines)) {
            plays(viewer, film(mp4));
            assertThat(Bedside.onScreen(() -> viewer.engine().lengthProperty().get()))
                    .hasValueSatisfying(length -> assertThat(length.toSeconds()).isEqualTo(10));
        }
    }

    @Test
    void playsAMulticastChannel() {
        try (LiveGroup channel = new LiveGroup(ts, LiveGroup.Carrier.UDP, "239.11.11.1", 5010);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            plays(viewer, live(channel.address()));
        }
    }

    @Test
    void playsWhatJavaFxRefuses() {
        Path webm = TestCard.small("film", 40).webm(dir);
        try (Viewer viewer = new Viewer(engines)) {
            plays(viewer, film(webm));
        }
    }

    @Test
    void showsAFilmOfWhichJavaFxPlaysTheSoundOnly() {
        Path old = TestCard.small("film", 40).oldMp4(dir);
        try (Viewer viewer = new Viewer(engines)) {
            plays(viewer, film(old));
        }
    }

    /** Its sound alone will not do: who watches cannot know that there is a picture. */
    @Test
    void saysOfAFilmWhosePictureNobodyHereKnowsThatItIsAWrongFormat() throws IOException {
        byte[] known = Files.readAllBytes(TestCard.small("film", 40).mp4(dir));
        String boxes = new String(known, StandardCharsets.ISO_8859_1).replace("avc1", "xyz1");
        Path odd = Files.write(dir.resolve("odd.mp4"), boxes.getBytes(StandardCharsets.ISO_8859_1));
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film(odd));
            assertThat(viewer.awaitState(state -> state instanceof PlayState.Failed, SOON))
                    .isEqualTo(new PlayState.Failed(Trouble.FORMAT));
        }
    }

    @Test
    void noticesASilentGroupWithinThreeSecondsAndGoesOnWhenItReturns() {
        try (LiveGroup channel = new LiveGroup(ts, LiveGroup.Carrier.RTP, "239.11.11.2", 5020);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitMoving(3, SOON);
            channel.stop();
            Duration still = viewer.stillUntil(state -> state instanceof PlayState.Stalled, SOON);
            assertThat(still).isLessThan(Duration.ofSeconds(3));
            channel.start();
            viewer.awaitState(state -> state instanceof PlayState.Playing, SOON);
            viewer.awaitMoving(3, SOON);
        }
    }

    @Test
    void playsALiveChannelOverHlsNoticesWithinThreeSecondsThatItStopsAndGoesOnWhenItReturns() {
        try (LiveHls channel = new LiveHls(ts, dir.resolve("stops"));
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            plays(viewer, live(channel.address()));
            channel.stop();
            Duration still =
                    viewer.stillUntil(
                            state -> state instanceof PlayState.Stalled, Duration.ofSeconds(40));
            assertThat(still).isLessThan(Duration.ofSeconds(3));
            channel.start();
            viewer.awaitState(state -> state instanceof PlayState.Playing, SOON);
            viewer.awaitMoving(3, SOON);
        }
    }

    @Test
    void triesAgainForAsLongAsNobodyAnswers() {
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(live(URI.create("http://127.0.0.1:9/live.m3u8")));
            PlayState state =
                    viewer.awaitState(
                            now -> now instanceof PlayState.Stalled some && some.tries() >= 2,
                            SOON);
            assertThat(state).isEqualTo(new PlayState.Stalled(Trouble.NO_SIGNAL, 2));
        }
    }

    @Test
    void startsGStreamerAgainWhenItCrashes() {
        try (LiveGroup channel = new LiveGroup(ts, LiveGroup.Carrier.UDP, "239.11.11.3", 5030);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitMoving(3, SOON);
            ProcessHandle.of(engines.gstreamerPid()).orElseThrow().destroyForcibly();
            viewer.awaitState(state -> state instanceof PlayState.Stalled, SOON);
            viewer.awaitState(state -> state instanceof PlayState.Playing, SOON);
            viewer.awaitMoving(3, SOON);
        }
    }

    @Test
    void opensAFilmAnewByItself() throws IOException {
        Path mp4 = TestCard.small("film", 40).mp4(dir);
        HttpHandler works = SimpleFileServer.createFileHandler(dir.toAbsolutePath());
        AtomicBoolean broken = new AtomicBoolean(true);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    if (broken.get()) {
                        exchange.sendResponseHeaders(503, -1);
                        exchange.close();
                    } else {
                        works.handle(exchange);
                    }
                });
        server.start();
        URI address =
                URI.create(
                        "http://127.0.0.1:"
                                + server.getAddress().getPort()
                                + "/"
                                + dir.relativize(mp4));
        MediaSource.Film film = new MediaSource.Film(address, Duration.ZERO, List.of());
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film);
            viewer.awaitState(state -> state instanceof PlayState.Stalled, SOON);
            broken.set(false);
            viewer.awaitMoving(3, SOON);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysOfAFilmThatIsCutOffThatItIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(TestCard.small("film", 40).mp4(dir));
        Path cut = Files.write(dir.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 3));
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film(cut));
            assertThat(viewer.awaitState(state -> state instanceof PlayState.Failed, SOON))
                    .isEqualTo(new PlayState.Failed(Trouble.DAMAGED));
        }
    }

    @Test
    void saysOfACodecThatNobodyHereKnowsThatItIsAWrongFormat() {
        Path odd = TestCard.small("odd", 80).unknownCodec(dir);
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film(odd));
            assertThat(viewer.awaitState(state -> state instanceof PlayState.Failed, SOON))
                    .isEqualTo(new PlayState.Failed(Trouble.FORMAT));
        }
    }

    @Test
    void saysOfAFilmThatIsNotThereThatItIsNot() {
        try (Viewer viewer = new Viewer(engines)) {
            viewer.open(film(dir.resolve("nothing.mp4")));
            assertThat(viewer.awaitState(state -> state instanceof PlayState.Failed, SOON))
                    .isEqualTo(new PlayState.Failed(Trouble.NOT_FOUND));
        }
    }

    @Test
    void playsWithoutSoundWhereThereIsNoSoundDevice() throws IOException, InterruptedException {
        Path mp4 = TestCard.small("film", 40).mp4(dir);
        List<String> told = PoorRoom.open(mp4.toUri(), PoorRoom.soundless());
        assertThat(told).contains("Playing[] silent=true");
        assertThat(told).filteredOn(line -> line.contains("player.no-sound")).hasSize(1);
    }

    @Test
    void saysOnceToItWhatIsMissingOfGStreamerAndFailsForThatReason()
            throws IOException, InterruptedException {
        Path empty = Files.createDirectories(dir.resolve("no-plugins"));
        List<String> told =
                PoorRoom.open(
                        URI.create("udp://@239.11.11.7:5070"), PoorRoom.withoutPlugins(empty));
        assertThat(told)
                .contains("Failed[why=NOT_INSTALLED] silent=false")
                .filteredOn(line -> line.contains("no multicast television plays"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("player.not-installed", "tsdemux", "install gstreamer1.0-plugins-base");
    }

    @Test
    void playsARadioWithoutAPictureOverHlsThoughJavaFxDoesNotAndRemembersIt() {
        try (LiveHls channel = new LiveHls(radio, dir.resolve("radio"));
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitState(state -> state instanceof PlayState.Playing, SOON);
            viewer.open(live(channel.address()));
            viewer.awaitState(state -> state instanceof PlayState.Playing, Watch.FIRST_OF_SEVERAL);
        }
    }

    @Test
    void hearsARadioWithoutAPictureByMulticastAndNoticesWhenItStops() {
        try (LiveGroup channel = new LiveGroup(radio, LiveGroup.Carrier.UDP, "239.11.11.8", 5080);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitState(state -> state instanceof PlayState.Playing, SOON);
            channel.stop();
            viewer.awaitState(state -> state instanceof PlayState.Stalled, SOON);
            channel.start();
            viewer.awaitState(state -> state instanceof PlayState.Playing, SOON);
        }
    }

    @Test
    void saysThatAPictureCannotBePlayedWhereItsSoundAloneCould()
            throws IOException, InterruptedException {
        Path foreign = dir.resolve("foreign.ts");
        Process made =
                new ProcessBuilder(
                                "ffmpeg",
                                "-y",
                                "-loglevel",
                                "error",
                                "-i",
                                ts.toString(),
                                "-t",
                                "2",
                                "-c:v",
                                "vc2",
                                "-b:v",
                                "6M",
                                "-c:a",
                                "copy",
                                foreign.toString())
                        .inheritIO()
                        .start();
        assertThat(made.waitFor()).isZero();
        try (LiveGroup channel =
                        new LiveGroup(foreign, LiveGroup.Carrier.UDP, "239.11.11.14", 5140);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            assertThat(viewer.awaitState(state -> state instanceof PlayState.Failed, SOON))
                    .isEqualTo(new PlayState.Failed(Trouble.FORMAT));
        }
    }

    @Test
    void hearsTheAudioDescriptionWhereItIsWished() {
        try (LiveGroup channel = new LiveGroup(ts, LiveGroup.Carrier.UDP, "239.11.11.4", 5040);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            Bedside.onScreen(
                    () -> viewer.engine().prefer(new TrackWish(List.of("fr"), true, false)));
            viewer.open(live(channel.address()));
            viewer.awaitMoving(3, SOON);
            Tracks tracks = Bedside.onScreen(() -> viewer.engine().tracksProperty().get());
            assertThat(tracks.sounds())
                    .extracting(Track::purpose)
                    .containsExactly(Track.Purpose.PLAIN, Track.Purpose.AUDIO_DESCRIPTION);
            assertThat(tracks.sound()).contains(tracks.sounds().get(1));
            Bedside.onScreen(() -> viewer.engine().chooseSound(tracks.sounds().getFirst()));
            viewer.awaitMoving(3, SOON);
            assertThat(Bedside.onScreen(() -> viewer.engine().tracksProperty().get().sound()))
                    .contains(tracks.sounds().getFirst());
        }
    }

    @Test
    void drawsTheSubtitlesWithinAStreamWhenTheyAreWantedAndNoOthers() throws IOException {
        Path subtitled = DvbSubtitles.over(ts, dir);
        try (LiveGroup channel =
                        new LiveGroup(subtitled, LiveGroup.Carrier.UDP, "239.11.11.6", 5060);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitMoving(3, SOON);
            Tracks tracks = Bedside.onScreen(() -> viewer.engine().tracksProperty().get());
            assertThat(tracks.texts()).hasSize(1);
            assertThat(tracks.text()).isEmpty();
            assertThat(DvbSubtitles.cover(viewer.look())).isFalse();
            Bedside.onScreen(
                    () -> viewer.engine().chooseText(Optional.of(tracks.texts().getFirst())));
            viewer.await("subtitles", SOON, () -> DvbSubtitles.cover(viewer.look()));
            viewer.save(Path.of("target/pictures/dvb-subtitles.png"));
            assertThat(Bedside.onScreen(() -> viewer.engine().tracksProperty().get().text()))
                    .contains(tracks.texts().getFirst());
            Bedside.onScreen(() -> viewer.engine().chooseText(Optional.empty()));
            viewer.awaitMoving(3, SOON);
            assertThat(DvbSubtitles.cover(viewer.look())).isFalse();

            Bedside.onScreen(
                    () -> viewer.engine().prefer(new TrackWish(List.of("fr"), false, true)));
            viewer.open(live(channel.address()));
            viewer.await("subtitles again", SOON, () -> DvbSubtitles.cover(viewer.look()));
        }
    }

    @Test
    void showsTheWordsOfTeletextSubtitlesWhenTheyAreWanted() throws IOException {
        Path worded = TeletextStream.over(ts, dir, "Où est passé le médecin ?", "Il arrive.");
        try (LiveGroup channel = new LiveGroup(worded, LiveGroup.Carrier.UDP, "239.11.11.9", 5090);
                Viewer viewer = new Viewer(engines)) {
            channel.start();
            viewer.open(live(channel.address()));
            viewer.awaitMoving(3, SOON);
            Tracks tracks = Bedside.onScreen(() -> viewer.engine().tracksProperty().get());
            assertThat(tracks.texts())
                    .singleElement()
                    .extracting(Track::language)
                    .isEqualTo(Optional.of("fra"));
            assertThat(cue(viewer)).isEmpty();
            Bedside.onScreen(
                    () -> viewer.engine().chooseText(Optional.of(tracks.texts().getFirst())));
            viewer.await("words", SOON, () -> cue(viewer).isPresent());
            assertThat(cue(viewer)).contains("Où est passé le médecin ?\nIl arrive.");
            viewer.awaitMoving(3, SOON);
            viewer.save(Path.of("target/pictures/teletext.png"));
            Bedside.onScreen(() -> viewer.engine().chooseText(Optional.empty()));
            viewer.await("no words", SOON, () -> cue(viewer).isEmpty());
        }
    }

    private static Optional<String> cue(Viewer viewer) {
        return Bedside.onScreen(
                () ->
                        Optional.ofNullable((Label) viewer.engine().picture().lookup(".cue"))
                                .map(Label::getText));
    }

    @Test
    void beginsAFilmWhereItIsToldAndShowsItsSubtitles() throws IOException {
        Path mp4 = TestCard.small("film", 40).mp4(dir);
        Cues cues = CueReader.read("00:00.000 --> 00:09.900\nBonjour, Madame M.\n");
        Track french = new Track("fr", Optional.of("fr"), Track.Purpose.PLAIN);
        MediaSource.Film film =
                new MediaSource.Film(
                        mp4.toUri(), Duration.ofSeconds(7), List.of(new TextTrack(french, cues)));
        try (Viewer viewer = new Viewer(engines)) {
            Bedside.onScreen(
                    () -> viewer.engine().prefer(new TrackWish(List.of("fr"), false, true)));
            viewer.open(film);
            viewer.awaitMoving(3, SOON);
            viewer.await("the seventh second", SOON, () -> viewer.position().toSeconds() >= 7);
            viewer.await("a cue", SOON, () -> cue(viewer).isPresent());
            viewer.save(Path.of("target/pictures/subtitle.png"));
            Bedside.onScreen(() -> viewer.engine().chooseText(Optional.empty()));
            viewer.await("no cue", SOON, () -> cue(viewer).isEmpty());
            Bedside.onScreen(() -> viewer.engine().setRate(1.5));
            assertThat(viewer.awaitState(state -> state instanceof PlayState.Ended, SOON))
                    .isEqualTo(new PlayState.Ended());
        }
    }

    /** Beside the same film at its own speed, since a clock on the wall says less here. */
    @Test
    void beginsAFilmAtTheSpeedThatTheOneBeforeHad() {
        Path webm = TestCard.small("film", 40).webm(dir);
        try (Viewer quick = new Viewer(engines);
                Viewer usual = new Viewer(engines)) {
            quick.open(film(webm));
            Bedside.onScreen(() -> quick.engine().setRate(1.5));
            usual.open(film(webm));
            quick.awaitMoving(3, SOON);
            usual.awaitMoving(3, SOON);
            Duration quickFrom = quick.position();
            Duration usualFrom = usual.position();
            quick.await(
                    "nine seconds more",
                    SOON,
                    () -> quick.position().minus(quickFrom).compareTo(Duration.ofSeconds(9)) >= 0);
            assertThat(usual.position().minus(usualFrom)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void pausesSeeksAndGoesOn() {
        Path webm = TestCard.small("film", 40).webm(dir);
        for (Path each : List.of(TestCard.small("film", 40).mp4(dir), webm)) {
            try (Viewer viewer = new Viewer(engines)) {
                viewer.open(film(each));
                viewer.awaitMoving(3, SOON);
                Bedside.onScreen(() -> viewer.engine().pause());
                assertThat(viewer.state()).isEqualTo(new PlayState.Paused());
                Bedside.onScreen(() -> viewer.engine().seek(Duration.ofSeconds(7)));
                Bedside.onScreen(() -> viewer.engine().play());
                viewer.awaitMoving(3, SOON);
                viewer.await("the seventh second", SOON, () -> viewer.position().toSeconds() >= 7);
            }
        }
    }
}

package chevet.terminal.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/**
 * Makes pipelines, and keeps what outlives one: groups that are joined, playlists that are known.
 */
final class Pipelines implements AutoCloseable {
    /** Looking at one more costs the headend a request. */
    private static final int PLAYLISTS = 4;

    private static final Duration STANDS = Duration.ofMillis(400);

    private final Installed installed;
    private final GstProcess gstreamer;
    private final Playlists playlists;
    private final KnownWays known = new KnownWays();
    private final int warm;
    private final FxAhead ahead;
    private Optional<Playlists.Opened> opened = Optional.empty();
    private OptionalLong turn = OptionalLong.empty();
    private Duration stood = Duration.ZERO;
    private long stoodSince;

    /** What a source needs. */
    sealed interface Shaped {
        /**
         * @param ways all that may play it, the best first
         * @param master where it is HLS: its streams, sounds and subtitles
         */
        record Is(List<Way> ways, Optional<Master> master) implements Shaped {
            /** Sounds that are chosen before it is opened; empty where there is no choice so. */
            List<Track> sounds() {
                return master.map(Master::sounds).orElse(List.of());
            }

            /** Subtitles beside the picture. */
            List<Track> texts() {
                return master.map(Master::texts).orElse(List.of());
            }

            /** Those of them that are not chosen, but belong to the picture. */
            List<Track> forced() {
                return master.map(Master::forced).orElse(List.of());
            }
        }

        record No(Trouble why, String what) implements Shaped {}
    }

    /**
     * @param warm so many groups are received beside the one that plays
     */
    Pipelines(Installed installed, GstProcess gstreamer, int warm) {
        this.warm = warm;
        this.installed = installed;
        this.gstreamer = gstreamer;
        try {
            this.playlists = new Playlists();
        } catch (IOException e) {
            throw new UncheckedIOException("no port of loopback is free", e);
        }
        this.ahead = new FxAhead(playlists, this::forJavaFx);
    }

    /** What JavaFX would open of that address, where that is known and leaves no choice. */
    private Optional<Master> forJavaFx(URI address) {
        boolean first =
                known.first(address, Way.of(Way.Shape.HLS, installed)).stream()
                        .findFirst()
                        .equals(Optional.of(Way.JAVAFX));
        return playlists.known(address).filter(master -> first && master.sounds().isEmpty());
    }

    /** Tells on the JavaFX thread, at once where nothing has to be asked. */
    void shape(MediaSource source, Consumer<Shaped> told) {
        switch (source) {
            case MediaSource.Film film ->
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        Shaped shaped = film(film);
                                        Platform.runLater(() -> told.accept(shaped));
                                    });
            case MediaSource.Live live when live.multicast() ->
                    told.accept(is(live, Way.Shape.GROUP, Optional.empty()));
            case MediaSource.Live live ->
                    playlists
                            .look(live.address())
                            .thenAccept(found -> onScreen(() -> told.accept(shaped(live, found))));
        }
    }

    private static void onScreen(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    private Shaped film(MediaSource.Film film) {
        URI address = film.address();
        if (MediaSource.Schemes.of(address).equals("file")) {
            Path file = Path.of(address);
            if (Files.notExists(file)) {
                return new Shaped.No(Trouble.NOT_FOUND, "there is no such file");
            }
            if (Mp4File.cutOff(file)) {
                return new Shaped.No(Trouble.DAMAGED, "the file ends before its last box does");
            }
        }
        return is(film, Way.Shape.FILM, Optional.empty());
    }

    private Shaped shaped(MediaSource.Live live, Headend.Found found) {
        return switch (found) {
            case Headend.Found.Hls hls ->
                    is(
                            live,
                            hls.master().sounds().isEmpty()
                                    ? Way.Shape.HLS
                                    : Way.Shape.HLS_SOUND_BESIDE,
                            Optional.of(hls.master()));
            case Headend.Found.Stream _ -> is(live, Way.Shape.HTTP_STREAM, Optional.empty());
            case Headend.Found.Nothing nothing -> new Shaped.No(nothing.why(), nothing.what());
        };
    }

    private Shaped is(MediaSource source, Way.Shape shape, Optional<Master> master) {
        List<Way> ways = known.first(source.address(), Way.of(shape, installed));
        return ways.isEmpty()
                ? new Shaped.No(Trouble.NOT_INSTALLED, "see player.not-installed at the start")
                : new Shaped.Is(ways, master);
    }

    /**
     * @param sound one of {@link Shaped.Is#sounds}
     */
    Pipeline make(
            Way way,
            MediaSource source,
            Shaped.Is what,
            Optional<Track> sound,
            Duration from,
            Loudness loudness,
            TrackWish wish,
            Pipeline.Ear ear) {
        Optional<FxMade> made =
                what.master()
                        .filter(_ -> way == Way.JAVAFX)
                        .flatMap(master -> ahead.take(source.address(), master, System.nanoTime()));
        opened =
                made.map(FxMade::opened)
                        .or(
                                () ->
                                        what.master()
                                                .map(
                                                        master ->
                                                                playlists.open(
                                                                        master,
                                                                        sound,
                                                                        way == Way.JAVAFX,
                                                                        turn)));
        turn = OptionalLong.empty();
        URI address = opened.map(Playlists.Opened::address).orElse(source.address());
        boolean live = source instanceof MediaSource.Live;
        Duration start = live ? Duration.ZERO : from;
        return switch (way) {
            case JAVAFX ->
                    new FxPipeline(
                            address, live, start, loudness, made.flatMap(FxMade::player), ear);
            case GSTREAMER_URI, GSTREAMER_GROUP ->
                    new GstPipeline(
                            gstreamer,
                            way == Way.GSTREAMER_GROUP,
                            new GstPipeline.Order(source, address, start, wish),
                            loudness,
                            ear);
        };
    }

    /** Subtitles beside what was made last; empty for others than those of {@link Shaped.Is}. */
    Optional<HlsWords> words(Shaped.Is what, Way by, Track text) {
        Function<FirstStamp, OptionalLong> counted =
                by == Way.JAVAFX ? FirstStamp::unit : FirstStamp::clock;
        return what.master()
                .flatMap(master -> master.playlist(text))
                .flatMap(
                        playlist ->
                                opened.map(
                                        now ->
                                                playlists.follow(
                                                        playlist,
                                                        played ->
                                                                now.turns().at(played, counted))));
    }

    /**
     * True where what was made last comes to a place at which its stream's time begins anew, and
     * cannot go on beyond it: JavaFX Media would show its last picture for as long as time has
     * jumped. What is made next begins there. To be asked several times a second.
     */
    boolean turns(Duration played, long now) {
        if (!played.equals(stood)) {
            stood = played;
            stoodSince = now;
        }
        boolean stands = now - stoodSince > STANDS.toNanos();
        Optional<Turns> over =
                opened.map(Playlists.Opened::turns).filter(each -> each.over(played, stands));
        over.ifPresent(each -> turn = each.next());
        return over.isPresent();
    }

    /** Something was shown or heard of it by that way. */
    void played(MediaSource source, Way by) {
        known.played(source.address(), by);
    }

    /** Before a source is opened anew: a group is joined again, a playlist looked at again. */
    void renew(MediaSource source) {
        if (source instanceof MediaSource.Live live && live.multicast()) {
            gstreamer.say("renew", live.address());
        } else {
            playlists.forget(source.address());
        }
    }

    /** What was made last is closed. */
    void closed() {
        opened.ifPresent(each -> each.reading().leave());
        opened = Optional.empty();
    }

    void left() {
        gstreamer.say("left");
    }

    void keepWarm(List<MediaSource.Live> next) {
        List<URI> hls =
                next.stream()
                        .filter(each -> !each.multicast())
                        .map(MediaSource.Live::address)
                        .toList();
        hls.stream().limit(PLAYLISTS).forEach(playlists::prepare);
        ahead.want(hls.stream().limit(Math.min(warm, FxAhead.MOST)).toList(), System.nanoTime());
        gstreamer.keepWarm(
                next.stream()
                        .filter(MediaSource.Live::multicast)
                        .limit(warm)
                        .map(each -> each.address().toString())
                        .toList());
    }

    /** Several times a second while a picture is seen and nothing is being opened. */
    void lookAhead() {
        ahead.look(System.nanoTime());
    }

    /** Nothing plays that a zap could come from. */
    void rest() {
        ahead.drop();
    }

    @Override
    public void close() {
        ahead.drop();
        gstreamer.say("left");
        gstreamer.keepWarm(List.of());
        playlists.close();
    }
}

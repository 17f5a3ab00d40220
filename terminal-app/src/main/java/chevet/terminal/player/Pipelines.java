package chevet.terminal.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Makes pipelines, and keeps what outlives one: groups that are joined, playlists that are known.
 */
final class Pipelines implements AutoCloseable {
    private final Installed installed;
    private final GstProcess gstreamer;
    private final Playlists playlists;

    /** What a source needs. */
    sealed interface Shaped {
        /**
         * @param address what is opened, which may be another than was asked for
         */
        record Is(List<Way> ways, URI address) implements Shaped {}

        record No(Trouble why, String what) implements Shaped {}
    }

    Pipelines(Installed installed, GstProcess gstreamer) {
        this.installed = installed;
        this.gstreamer = gstreamer;
        try {
            this.playlists = new Playlists();
        } catch (IOException e) {
            throw new UncheckedIOException("no port of loopback is free", e);
        }
    }

    /** Tells on the JavaFX thread, at once where nothing has to be asked. */
    void shape(MediaSource source, Consumer<Shaped> told) {
        switch (source) {
            case MediaSource.Film film ->
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        Shaped shaped = film(film.address());
                                        Platform.runLater(() -> told.accept(shaped));
                                    });
            case MediaSource.Live live when live.multicast() ->
                    told.accept(is(Way.Shape.GROUP, live.address()));
            case MediaSource.Live live ->
                    playlists
                            .look(live.address())
                            .thenAccept(
                                    found ->
                                            Platform.runLater(
                                                    () -> told.accept(shaped(live, found))));
        }
    }

    private Shaped film(URI address) {
        boolean file = MediaSource.Schemes.of(address).equals("file");
        return file && Mp4File.cutOff(Path.of(address))
                ? new Shaped.No(Trouble.DAMAGED, "the file ends before its last box does")
                : is(Way.Shape.FILM, address);
    }

    private Shaped shaped(MediaSource.Live live, Playlists.Found found) {
        return switch (found) {
            case Playlists.Found.Hls hls -> is(Way.Shape.HLS, hls.address());
            case Playlists.Found.Stream _ -> is(Way.Shape.HTTP_STREAM, live.address());
            case Playlists.Found.Nothing nothing -> new Shaped.No(nothing.why(), nothing.what());
        };
    }

    private Shaped is(Way.Shape shape, URI address) {
        List<Way> ways = Way.of(shape, installed);
        return ways.isEmpty()
                ? new Shaped.No(Trouble.NOT_INSTALLED, String.join("; ", installed.faults()))
                : new Shaped.Is(ways, address);
    }

    Pipeline make(
            Way way,
            MediaSource source,
            URI address,
            Duration from,
            Loudness loudness,
            TrackWish wish,
            Pipeline.Ear ear) {
        boolean live = source instanceof MediaSource.Live;
        Duration start = live ? Duration.ZERO : from;
        return switch (way) {
            case JAVAFX -> new FxPipeline(address, live, start, loudness, ear);
            case GSTREAMER_URI, GSTREAMER_GROUP ->
                    new GstPipeline(
                            gstreamer,
                            way == Way.GSTREAMER_GROUP,
                            new GstPipeline.Order(source, address, start, wish),
                            loudness,
                            ear);
        };
    }

    /** Before a source is opened anew: a group is joined again. */
    void renew(MediaSource source) {
        if (source instanceof MediaSource.Live live && live.multicast()) {
            gstreamer.say("renew", live.address());
        }
    }

    void left() {
        gstreamer.say("left");
    }

    void keepWarm(List<MediaSource.Live> next) {
        gstreamer.keepWarm(
                next.stream()
                        .filter(MediaSource.Live::multicast)
                        .limit(4)
                        .map(each -> each.address().toString())
                        .toList());
    }

    @Override
    public void close() {
        gstreamer.say("left");
        gstreamer.keepWarm(List.of());
        playlists.close();
    }
}

package chevet.terminal.player;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.freedesktop.gstreamer.Bin;
import org.freedesktop.gstreamer.Bus;
import org.freedesktop.gstreamer.ClockTime;
import org.freedesktop.gstreamer.Element;
import org.freedesktop.gstreamer.ElementFactory;
import org.freedesktop.gstreamer.Format;
import org.freedesktop.gstreamer.GhostPad;
import org.freedesktop.gstreamer.State;
import org.freedesktop.gstreamer.TagList;
import org.freedesktop.gstreamer.elements.PlayBin;
import org.freedesktop.gstreamer.elements.PlayFlags;
import org.freedesktop.gstreamer.event.SeekFlags;
import org.freedesktop.gstreamer.event.SeekType;

/**
 * Plays a file or what an HTTP server has with GStreamer: what JavaFX Media refuses, and films of
 * which another sound was chosen.
 */
final class UriPlay implements GstPlay {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final double NORMAL = 1;

    private final URI address;
    private final TrackWish wish;
    private final List<String> soundSinks;
    private final GstTeller teller;
    private final FrameWriter frames;
    private final GstThread thread;
    private final boolean live;
    private final Duration from;
    private volatile Duration position;
    private volatile double factor;
    private double rate = NORMAL;
    private boolean wanted = true;
    private boolean begun;
    private boolean soundOnly;
    private Optional<PlayBin> running = Optional.empty();

    /**
     * @param from where it begins
     */
    UriPlay(
            URI address,
            boolean live,
            Duration from,
            TrackWish wish,
            List<String> soundSinks,
            double factor,
            Path frameFiles,
            GstTeller teller) {
        this.address = address;
        this.live = live;
        this.from = from;
        this.position = from;
        this.wish = wish;
        this.soundSinks = soundSinks;
        this.factor = factor;
        this.teller = teller;
        this.thread = new GstThread(e -> teller.failed(Trouble.NOT_INSTALLED, e.toString()));
        this.frames = new FrameWriter(frameFiles, teller);
    }

    @Override
    public void start() {
        thread.run(this::build);
        thread.every(LOOK, this::look);
    }

    private void build() {
        PlayBin bin = new PlayBin("film", address);
        bin.setFlags(
                EnumSet.of(
                        PlayFlags.VIDEO,
                        PlayFlags.AUDIO,
                        PlayFlags.SOFT_VOLUME,
                        PlayFlags.BUFFERING));
        bin.setVideoSink(frames.sink("picture"));
        SoundSink sink = SoundSink.open(soundSinks);
        bin.setAudioSink(sound(sink.element()));
        teller.silent(!sink.heard());
        Bus bus = bin.getBus();
        GstFault.tell(bus, teller);
        bus.connect((Bus.EOS) _ -> teller.ended());
        bin.setVolume(factor);
        running = Optional.of(bin);
        // What begins elsewhere than at its start is first opened, then sought in, then played.
        bin.setState(live || (from.isZero() && wanted) ? State.PLAYING : State.PAUSED);
    }

    /** Keeps the pitch at other speeds. */
    private static Element sound(Element sink) {
        Bin bin = new Bin("sound");
        Element tempo = ElementFactory.make("scaletempo", "tempo");
        Element convert = ElementFactory.make("audioconvert", "convert");
        Element resample = ElementFactory.make("audioresample", "rate");
        bin.addMany(tempo, convert, resample, sink);
        Element.linkMany(tempo, convert, resample, sink);
        bin.addPad(new GhostPad("sink", tempo.getStaticPad("sink")));
        return bin;
    }

    /** What GStreamer only tells when asked. */
    private void look() {
        running.ifPresent(
                bin -> {
                    State state = bin.getState(0);
                    if (state != State.PLAYING && state != State.PAUSED) {
                        return;
                    }
                    begin(bin);
                    long nanos = bin.queryPosition(Format.TIME);
                    if (nanos >= 0) {
                        moved(Duration.ofNanos(nanos));
                    }
                });
    }

    private void begin(PlayBin bin) {
        if (begun) {
            return;
        }
        begun = true;
        soundOnly = ((Number) bin.get("n-video")).intValue() == 0;
        tracks(bin);
        long whole = bin.queryDuration(Format.TIME);
        if (!live && whole > 0) {
            teller.length(Duration.ofNanos(whole));
        }
        // A speed that was asked for before there was anything to jump in is not kept otherwise.
        if (!live && (!from.isZero() || rate != NORMAL)) {
            jump(bin, from);
        }
        if (wanted) {
            bin.setState(State.PLAYING);
        }
    }

    private void tracks(PlayBin bin) {
        List<Track> sounds = new ArrayList<>();
        for (int i = 0; i < bin.getNAudio(); i++) {
            sounds.add(track(i, bin.getAudioTags(i)));
        }
        Optional<Track> sound = wish.sound(sounds);
        sound.filter(each -> sounds.indexOf(each) > 0)
                .ifPresent(each -> bin.setCurrentAudio(sounds.indexOf(each)));
        teller.tracks(sounds, sound, List.of(), Optional.empty());
    }

    private static Track track(int number, TagList tags) {
        Optional<String> language =
                Optional.ofNullable(tags)
                        .filter(some -> some.getTagNames().contains("language-code"))
                        .map(some -> some.getString("language-code", 0))
                        .map(said -> said.toLowerCase(Locale.ROOT));
        return new Track("sound-" + number, language, Track.Purpose.PLAIN);
    }

    private void moved(Duration to) {
        if (!to.equals(position)) {
            position = to;
            teller.position(to);
            if (soundOnly) {
                teller.heard();
            }
        }
    }

    private void jump(PlayBin bin, Duration to) {
        bin.seek(
                rate,
                Format.TIME,
                EnumSet.of(SeekFlags.FLUSH, SeekFlags.ACCURATE),
                SeekType.SET,
                to.toNanos(),
                SeekType.NONE,
                ClockTime.NONE);
        position = to;
    }

    private void with(java.util.function.Consumer<PlayBin> what) {
        thread.run(() -> running.ifPresent(what));
    }

    @Override
    public void play() {
        thread.run(
                () -> {
                    wanted = true;
                    running.ifPresent(bin -> bin.setState(State.PLAYING));
                });
    }

    @Override
    public void pause() {
        thread.run(
                () -> {
                    wanted = false;
                    running.ifPresent(bin -> bin.setState(State.PAUSED));
                });
    }

    @Override
    public void seek(Duration to) {
        if (!live) {
            with(bin -> jump(bin, to));
        }
    }

    @Override
    public void setRate(double asked) {
        if (!live) {
            thread.run(
                    () -> {
                        // A jump starts it anew: not for the speed that it has.
                        if (rate != asked) {
                            rate = asked;
                            running.ifPresent(bin -> jump(bin, here(bin)));
                        }
                    });
        }
    }

    private Duration here(PlayBin bin) {
        long nanos = bin.queryPosition(TimeUnit.NANOSECONDS);
        return nanos > 0 ? Duration.ofNanos(nanos) : position;
    }

    @Override
    public void setVolume(double next) {
        factor = next;
        with(bin -> bin.setVolume(next));
    }

    @Override
    public void chooseText(Optional<Track> text) {
        // A film's words are drawn beside it, and no text of an HTTP stream is told of.
    }

    @Override
    public void chooseSound(Track sound) {
        with(bin -> bin.setCurrentAudio(Integer.parseInt(sound.id().replace("sound-", ""))));
    }

    @Override
    public void close() {
        thread.end(
                () -> {
                    running.ifPresent(
                            bin -> {
                                bin.setState(State.NULL);
                                bin.dispose();
                            });
                    running = Optional.empty();
                    frames.close();
                });
    }
}

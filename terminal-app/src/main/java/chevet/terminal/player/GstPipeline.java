package chevet.terminal.player;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;

/** Plays through the {@link GstProcess}: says what it wants in lines, shows what comes back. */
final class GstPipeline implements Pipeline {
    private final GstProcess process;
    private final String kind;
    private final String what;
    private final Ear ear;
    private final int number;
    private final FrameView frames;
    private final AtomicReference<List<String>> newestFrame = new AtomicReference<>(List.of());
    private final long openedAt = System.nanoTime();
    private final boolean live;
    private Duration position;
    private double factor;
    private boolean closed;

    /** What is opened, and how. */
    record Order(MediaSource source, java.net.URI address, Duration from, TrackWish wish) {}

    GstPipeline(GstProcess process, boolean group, Order order, Loudness loudness, Ear ear) {
        this.process = process;
        this.kind = group ? "group" : "uri";
        this.live = order.source instanceof MediaSource.Live;
        this.position = order.from;
        this.factor = Heard.linear(loudness);
        this.ear = ear;
        this.number = process.next();
        Path files = process.frameFiles(number);
        this.frames = new FrameView(files);
        this.what =
                String.join(
                        "\t",
                        order.address.toString(),
                        String.valueOf(live),
                        String.valueOf(order.from.toMillis()),
                        String.join(",", order.wish.languages()),
                        String.valueOf(order.wish.description()),
                        String.valueOf(order.wish.text()),
                        order.wish.written().orElse(""),
                        files.toString());
    }

    @Override
    public void start() {
        process.listen(number, this::line);
        process.say("open", number, kind, factor, what);
    }

    /** On the thread that reads the process. */
    private void line(List<String> words) {
        if (words.getFirst().equals("frame")) {
            // A picture that is overtaken before it is shown is never shown.
            if (newestFrame.getAndSet(words).isEmpty()) {
                Platform.runLater(() -> shown(newestFrame.getAndSet(List.of())));
            }
        } else {
            Platform.runLater(() -> heard(words));
        }
    }

    private void shown(List<String> words) {
        if (closed) {
            return;
        }
        try {
            frames.show(number(words, 2), number(words, 3), number(words, 4));
            ear.progress();
        } catch (IOException e) {
            ear.failed(Trouble.STOPPED, "the picture is not readable: " + e);
        }
    }

    private void heard(List<String> words) {
        if (closed) {
            return;
        }
        switch (words.getFirst()) {
            case "position" -> position = Duration.ofMillis(number(words, 2));
            case "heard" -> ear.progress();
            case "words" -> ear.words(words.subList(2, words.size()));
            case "length" -> ear.length(Duration.ofMillis(number(words, 2)));
            case "silent" -> ear.silent(Boolean.parseBoolean(words.get(2)));
            case "ended" -> ear.ended();
            case "failed" -> ear.failed(Trouble.valueOf(words.get(2)), words.get(3));
            case "tracks" ->
                    ear.tracks(
                            tracks(words.get(3)),
                            track(words.get(2)),
                            tracks(words.get(5)),
                            track(words.get(4)));
            default -> throw new IllegalStateException("unknown word " + words.getFirst());
        }
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    private static List<Track> tracks(String words) {
        return Arrays.stream(words.split(" ")).flatMap(each -> track(each).stream()).toList();
    }

    static Optional<Track> track(String word) {
        String[] parts = word.split(",", -1);
        return parts.length < 3
                ? Optional.empty()
                : Optional.of(
                        new Track(
                                parts[0],
                                Optional.of(parts[1]).filter(said -> !said.isEmpty()),
                                Track.Purpose.valueOf(parts[2])));
    }

    @Override
    public void play() {
        process.say("play", number);
    }

    @Override
    public void pause() {
        process.say("pause", number);
    }

    @Override
    public void seek(Duration to) {
        position = to;
        process.say("seek", number, to.toMillis());
    }

    @Override
    public void setRate(double rate) {
        process.say("rate", number, rate);
    }

    @Override
    public void setLoudness(Loudness loudness) {
        factor = Heard.linear(loudness);
        process.say("volume", number, factor);
    }

    @Override
    public boolean chooseSound(Track sound) {
        process.say("sound", number, GstTeller.track(sound));
        return true;
    }

    @Override
    public void chooseText(Optional<Track> text) {
        process.say("text", number, GstTeller.one(text));
    }

    @Override
    public Duration position() {
        return live ? Duration.ofNanos(System.nanoTime() - openedAt) : position;
    }

    @Override
    public Duration played() {
        return position;
    }

    @Override
    public Node picture() {
        return frames.node();
    }

    @Override
    public void close() {
        closed = true;
        process.forget(number);
        process.say("close", number);
    }
}

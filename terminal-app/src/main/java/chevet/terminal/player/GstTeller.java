package chevet.terminal.player;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes what happens to one source as lines that {@link GstPipeline} reads. For any thread. */
final class GstTeller {
    private final PrintStream out;
    private final int number;

    GstTeller(PrintStream out, int number) {
        this.out = out;
        this.number = number;
    }

    void frame(int slot, int width, int height) {
        say("frame", slot, width, height);
    }

    void position(Duration at) {
        say("position", at.toMillis());
    }

    /** What has no picture has gone on. */
    void heard() {
        say("heard");
    }

    void length(Duration length) {
        say("length", length.toMillis());
    }

    void silent(boolean silent) {
        say("silent", silent);
    }

    void ended() {
        say("ended");
    }

    void failed(Trouble why, String what) {
        say("failed", why, what);
    }

    /** Subtitles that are words, line by line; none to show nothing. */
    void words(List<String> lines) {
        say("words", lines.toArray());
    }

    void tracks(
            List<Track> sounds, Optional<Track> sound, List<Track> texts, Optional<Track> text) {
        say("tracks", one(sound), all(sounds), one(text), all(texts));
    }

    private static String all(List<Track> tracks) {
        return String.join(" ", tracks.stream().map(GstTeller::track).toList());
    }

    /** Empty for none. */
    static String one(Optional<Track> track) {
        return track.map(GstTeller::track).orElse("");
    }

    /** {@code 257,fra,AUDIO_DESCRIPTION}. */
    static String track(Track track) {
        return track.id() + "," + track.language().orElse("") + "," + track.purpose();
    }

    private void say(String what, Object... more) {
        StringBuilder line = new StringBuilder(what).append('\t').append(number);
        for (Object each : more) {
            line.append('\t').append(each.toString().replaceAll("[\\p{Cntrl}]+", " "));
        }
        synchronized (out) {
            out.println(line);
        }
    }
}

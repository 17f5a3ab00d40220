package chevet.terminal.player;

import java.util.List;
import java.util.Optional;

/**
 * The tracks of what plays.
 *
 * @param sounds empty where there is no choice to offer or none is known yet
 * @param sound the one that is heard
 * @param texts subtitles, those beside a film and those within a stream
 * @param text the one that is shown
 */
public record Tracks(
        List<Track> sounds, Optional<Track> sound, List<Track> texts, Optional<Track> text) {
    public static final Tracks NONE =
            new Tracks(List.of(), Optional.empty(), List.of(), Optional.empty());

    public Tracks {
        sounds = List.copyOf(sounds);
        texts = List.copyOf(texts);
    }
}

package chevet.terminal.player;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The subtitles of a film in the order of their beginnings; of those that begin together, the first
 * in the file first.
 */
public record Cues(List<Cue> all) {
    public static final Cues NONE = new Cues(List.of());

    public Cues {
        all = all.stream().sorted(Comparator.comparing(Cue::from)).toList();
    }

    /** What is shown at a place, one for each line of text or several, the oldest first. */
    public List<Cue> at(Duration position) {
        return all.stream().filter(each -> each.shownAt(position)).toList();
    }
}

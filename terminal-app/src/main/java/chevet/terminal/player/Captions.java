package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is written over the picture: the cues of a film, the words within a live stream as they
 * come, or those beside it. On the JavaFX thread.
 */
final class Captions {
    private Cues cues = Cues.NONE;
    private List<String> words = List.of();
    private Optional<HlsWords> beside = Optional.empty();

    /**
     * The subtitles that are drawn here; empty where what plays draws its own.
     *
     * @param beside those in playlists of their own
     */
    static Optional<List<Track>> of(MediaSource source, List<Track> beside) {
        return source instanceof MediaSource.Film film
                ? Optional.of(film.texts().stream().map(TextTrack::track).toList())
                : Optional.of(beside).filter(all -> !all.isEmpty());
    }

    /**
     * Writes that one from now on, or none.
     *
     * @param follow reads on in one that stands beside a live stream
     */
    void write(
            MediaSource source, Optional<Track> text, Function<Track, Optional<HlsWords>> follow) {
        none();
        if (source instanceof MediaSource.Film film) {
            film.texts().stream()
                    .filter(each -> text.equals(Optional.of(each.track())))
                    .findFirst()
                    .ifPresent(each -> cues = each.cues());
        } else {
            beside = text.flatMap(follow);
        }
    }

    /** These lines stand within the stream from now on, or none. */
    void within(List<String> lines) {
        words = lines.isEmpty() ? List.of() : List.of(String.join("\n", lines));
    }

    void none() {
        cues = Cues.NONE;
        words = List.of();
        beside.ifPresent(HlsWords::close);
        beside = Optional.empty();
    }

    /**
     * @param position where a film stands
     * @param played how much of a live stream was shown, by its own clock
     */
    List<String> at(Duration position, Duration played) {
        if (!words.isEmpty()) {
            return words;
        }
        return beside.map(each -> each.at(played))
                .orElseGet(() -> cues.at(position).stream().map(Cue::text).toList());
    }
}

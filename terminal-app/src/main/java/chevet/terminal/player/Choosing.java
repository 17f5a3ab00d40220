package chevet.terminal.player;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/**
 * Which of the sounds and subtitles of what is open are heard and read: what was chosen by hand, or
 * else what is wished of everything. On the JavaFX thread.
 */
final class Choosing {
    private final ObjectProperty<Tracks> tracks;
    private TrackWish wish = TrackWish.NONE;

    /** The sound that was chosen by hand since it was opened. */
    private Optional<Track> asked = Optional.empty();

    /**
     * @param tracks is told what there is and what is chosen
     */
    Choosing(ObjectProperty<Tracks> tracks) {
        this.tracks = tracks;
    }

    /** Something else is opened. */
    void opened() {
        asked = Optional.empty();
        tracks.set(Tracks.NONE);
    }

    TrackWish wish() {
        return wish;
    }

    void wish(TrackWish wished) {
        wish = wished;
    }

    /** By hand. */
    void ask(Track sound) {
        asked = Optional.of(sound);
    }

    /** The sound to open it with, of those that are known before. */
    Optional<Track> before(List<Track> sounds) {
        return asked.filter(sounds::contains).or(() -> wish.sound(sounds));
    }

    /**
     * What plays tells what it has.
     *
     * @param known the sounds that were known before and are in place of those told; or none
     * @param drawn the subtitles that are drawn here, in place of those told
     * @return the sound that is to be heard in place of the one that is
     */
    Optional<Track> told(Tracks told, List<Track> known, Optional<List<Track>> drawn) {
        Tracks now = tracks.get();
        Optional<Track> text =
                drawn.map(all -> now.texts().equals(all) ? now.text() : wish.text(all))
                        .orElse(told.text());
        boolean before = !known.isEmpty();
        tracks.set(
                new Tracks(
                        before ? known : told.sounds(),
                        before ? before(known) : told.sound(),
                        drawn.orElse(told.texts()),
                        text));
        return before
                ? Optional.empty()
                : asked.or(() -> wish.sound(told.sounds()))
                        .filter(wished -> !told.sound().equals(Optional.of(wished)));
    }

    /** What is read where nothing was chosen: what belongs to the picture in the heard language. */
    Optional<Track> unasked(List<Track> forced) {
        Optional<String> heard =
                tracks.get()
                        .sound()
                        .flatMap(Track::language)
                        .or(() -> wish.languages().stream().findFirst());
        return forced.stream()
                .filter(
                        each ->
                                heard.isEmpty()
                                        || each.language()
                                                .filter(said -> !Track.same(said, heard.get()))
                                                .isEmpty())
                .findFirst();
    }

    /** That sound is heard now. */
    void heard(Track sound) {
        Tracks now = tracks.get();
        tracks.set(new Tracks(now.sounds(), Optional.of(sound), now.texts(), now.text()));
    }

    /** Those subtitles are read now, or none. */
    void read(Optional<Track> text) {
        Tracks now = tracks.get();
        tracks.set(new Tracks(now.sounds(), now.sound(), now.texts(), text));
    }
}

package chevet.terminal.tv;

import chevet.terminal.player.MediaEngine;
import chevet.terminal.player.Track;
import chevet.terminal.player.TrackWish;
import chevet.terminal.player.Tracks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of a channel's sounds and subtitles the patient wants: chosen for the one that is on, and
 * wished of all that follow. On the JavaFX thread.
 */
final class TrackChoices {
    private final TvModel model;
    private final MediaEngine engine;

    /** What the screen speaks. */
    private String screen = "";

    TrackChoices(TvModel model, MediaEngine engine) {
        this.model = model;
        this.engine = engine;
    }

    void sound(Track sound) {
        engine.chooseSound(sound);
        wish(
                new TrackWish(
                        Stream.concat(
                                        sound.language().stream().map(TrackChoices::two),
                                        model.wish().get().languages().stream())
                                .distinct()
                                .toList(),
                        sound.purpose() == Track.Purpose.AUDIO_DESCRIPTION,
                        model.wish().get().text(),
                        model.wish().get().written()));
    }

    /** Subtitles in another language than the screen's stay so when that changes. */
    void text(Optional<Track> text) {
        engine.chooseText(text);
        TrackWish now = model.wish().get();
        Optional<String> own =
                text.filter(each -> !each.in(screen))
                        .flatMap(Track::language)
                        .map(TrackChoices::two);
        wish(new TrackWish(now.languages(), now.description(), text.isPresent(), own));
    }

    /** The same language has two letters in one channel and three in the next. */
    private static String two(String said) {
        return Tongue.of(said).getLanguage();
    }

    /** Sound that also tells what is to be seen, now and on every channel that has it. */
    void description(boolean wanted) {
        TrackWish now = model.wish().get();
        TrackWish next = new TrackWish(now.languages(), wanted, now.text(), now.written());
        wish(next);
        next.sound(model.tracks().get().sounds())
                .filter(sound -> (sound.purpose() == Track.Purpose.AUDIO_DESCRIPTION) == wanted)
                .ifPresent(engine::chooseSound);
    }

    /**
     * The language that the patient speaks is heard first where there is a choice, and read at once
     * where subtitles are on that no other language was chosen for.
     */
    void speak(String language) {
        screen = language;
        TrackWish now = model.wish().get();
        wish(new TrackWish(List.of(language), now.description(), now.text(), now.written()));
        Tracks tracks = model.tracks().get();
        if (tracks.text().isPresent() && now.written().isEmpty()) {
            tracks.texts().stream()
                    .filter(text -> text.in(language))
                    .findFirst()
                    .ifPresent(text -> engine.chooseText(Optional.of(text)));
        }
    }

    /** The next patient begins with the languages alone. */
    void forget() {
        wish(new TrackWish(model.wish().get().languages(), false, false));
    }

    private void wish(TrackWish wish) {
        model.wish().set(wish);
        engine.prefer(wish);
    }
}

package chevet.terminal.library;

import chevet.model.library.Film;
import chevet.terminal.player.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the page of one film shows, without words. Changed and read on the JavaFX thread only. */
final class FilmModel {
    /** What of a film is seen. */
    enum Page {
        FILM,
        CHECK
    }

    private final ObjectProperty<Optional<Film>> film =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty prescribed = new SimpleBooleanProperty();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.FILM);
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(new Stage.Closed());
    private final ObjectProperty<Optional<Integer>> fetched =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Duration> position = new SimpleObjectProperty<>(Duration.ZERO);
    private final ObjectProperty<Duration> length = new SimpleObjectProperty<>(Duration.ZERO);
    private final ObjectProperty<Optional<Duration>> resumed =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Double> speed = new SimpleObjectProperty<>(1.0);
    private final ObjectProperty<String> spoken = new SimpleObjectProperty<>("");
    private final ObjectProperty<Optional<String>> subtitles =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<String>> written = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty silent = new SimpleBooleanProperty();
    private final ObjectProperty<Sent> sent = new SimpleObjectProperty<>(Sent.NOTHING);
    private final BooleanProperty whole = new SimpleBooleanProperty();

    /** What is open; empty where there is no film to show. */
    ObjectProperty<Optional<Film>> film() {
        return film;
    }

    /** The team wishes that this film is seen. */
    BooleanProperty prescribed() {
        return prescribed;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    ObjectProperty<Stage> stage() {
        return stage;
    }

    /** Per cent of the film that are here while it is on its way; empty once it is here. */
    ObjectProperty<Optional<Integer>> fetched() {
        return fetched;
    }

    ObjectProperty<Duration> position() {
        return position;
    }

    ObjectProperty<Duration> length() {
        return length;
    }

    /** Where it was taken up again; empty where it began at its beginning. */
    ObjectProperty<Optional<Duration>> resumed() {
        return resumed;
    }

    /** 1 is as it was recorded. */
    ObjectProperty<Double> speed() {
        return speed;
    }

    /** BCP 47, that is heard. */
    ObjectProperty<String> spoken() {
        return spoken;
    }

    /** BCP 47, that is written below the picture; empty for none. */
    ObjectProperty<Optional<String>> subtitles() {
        return subtitles;
    }

    /** The languages whose subtitles are here. */
    ObjectProperty<List<String>> written() {
        return written;
    }

    /** It plays and this device has nothing to be heard with. */
    BooleanProperty silent() {
        return silent;
    }

    /** How the last word about it is on its way to the ward. */
    ObjectProperty<Sent> sent() {
        return sent;
    }

    /** The picture has the whole screen. */
    BooleanProperty whole() {
        return whole;
    }

    /** What a film does. */
    sealed interface Stage {
        /** There is a picture, or one that comes by itself. */
        default boolean pictured() {
            return switch (this) {
                case Fetching _, Opening _, Playing _, Paused _, Stalled _ -> true;
                case Closed _, Away _, Refused _, Failed _, Ended _ -> false;
            };
        }

        /** Nothing is shown. */
        record Closed() implements Stage {}

        /** Too little of it is here to begin; {@link FilmModel#fetched} says how much. */
        record Fetching() implements Stage {}

        /** It is not here, and the ward server cannot be reached. */
        record Away() implements Stage {}

        /** It cannot be had without somebody's help. */
        record Refused(Coming.Refused.Why why) implements Stage {}

        /** Opened; the picture will be there in a moment. */
        record Opening() implements Stage {}

        record Playing() implements Stage {}

        record Paused() implements Stage {}

        /** The picture stopped; the engine tries again by itself. */
        record Stalled() implements Stage {}

        /** It will not play. */
        record Failed(Trouble why) implements Stage {}

        /**
         * It has come to its end.
         *
         * @param questions how many are to be answered now; 0 where there are none
         */
        record Ended(int questions) implements Stage {}
    }
}

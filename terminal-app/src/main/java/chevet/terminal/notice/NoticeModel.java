package chevet.terminal.notice;

import chevet.model.notice.Notice;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The notice that is seen. On the JavaFX thread. */
final class NoticeModel {
    private final ObjectProperty<Optional<Notice>> shown =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty aloud = new SimpleBooleanProperty();
    private final BooleanProperty voiceless = new SimpleBooleanProperty();

    /** Empty while there is none. */
    ObjectProperty<Optional<Notice>> shown() {
        return shown;
    }

    /** It is being read. */
    BooleanProperty aloud() {
        return aloud;
    }

    /** It could not be read aloud. */
    BooleanProperty voiceless() {
        return voiceless;
    }
}

package chevet.terminal.record;

import chevet.model.record.RecordPart;
import chevet.model.record.RecordSection;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** What is known of each section that the session permits. On the JavaFX thread. */
final class RecordModel {
    /** How one section stands at the bed. */
    sealed interface Standing {
        /** It was asked for. */
        record Reading() implements Standing {}

        /** The source's answer, which may be that it has none. */
        record Shown(RecordPart part) implements Standing {
            @Override
            public String toString() {
                return "Shown[" + part.section() + "]";
            }
        }

        /** The ward server did not answer. */
        record Silent() implements Standing {}

        /**
         * The ward server refused.
         *
         * @param code of the reason
         */
        record Refused(String code) implements Standing {}

        /** The profile may not see it. */
        record Hidden() implements Standing {}
    }

    private final Map<RecordSection, Standing> sections = new EnumMap<>(RecordSection.class);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** In the order in which they are shown; empty while no session is open. */
    Map<RecordSection, Standing> sections() {
        return sections;
    }

    void put(RecordSection section, Standing standing) {
        sections.put(section, standing);
        changes.set(changes.get() + 1);
    }

    void clear() {
        sections.clear();
        changes.set(changes.get() + 1);
    }

    /** Counts up at every change. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }
}

package chevet.terminal.stay;

import chevet.model.request.Appointment;
import chevet.model.request.Carer;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.request.RequestKind;
import chevet.model.staff.RecordAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the page shows, without words: the view finds those in the patient's language. Changed and
 * read on the JavaFX thread only.
 */
final class StayModel {
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final BooleanProperty call = new SimpleBooleanProperty();
    private final BooleanProperty sounds = new SimpleBooleanProperty();
    private final ObjectProperty<List<Line>> lines = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Set<RequestKind>> asked = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Optional<RequestId>> asking =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Carer>> team = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Agreed> agreed = new SimpleObjectProperty<>(Agreed.UNKNOWN);
    private final ObjectProperty<List<Appointment>> appointments =
            new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<RecordAccess.Opening>> openings =
            new SimpleObjectProperty<>(List.of());

    /** Whether appointments may be on the screen. */
    enum Agreed {
        /** Nobody has asked yet. */
        UNKNOWN,
        YES,
        NO
    }

    /** How far a request is, from the tap to the ward's answer. */
    sealed interface Step {
        /** Being written to disk: nothing may be promised yet. */
        record Keeping() implements Step {}

        /** On disk; it goes out as soon as the ward server answers. */
        record Kept() implements Step {}

        /** It could not be written, or would not be sent any more. */
        record NotKept() implements Step {}

        /**
         * The ward server would not take it.
         *
         * @param code of the reason
         */
        record Refused(String code) implements Step {}

        /** The ward has it. */
        record AtWard(State state, Optional<Why> why, Optional<String> said) implements Step {
            @Override
            public String toString() {
                return "AtWard[" + state + "]";
            }
        }
    }

    /**
     * A request as the patient sees it.
     *
     * @param id of the request, which is its command's
     */
    record Line(
            String id,
            RequestKind kind,
            Optional<String> text,
            boolean urgent,
            Instant since,
            Step step) {
        /** True while somebody still has to do something. */
        boolean open() {
            return switch (step) {
                case Step.Keeping _, Step.Kept _ -> true;
                case Step.NotKept _, Step.Refused _ -> false;
                case Step.AtWard at -> at.state().open();
            };
        }

        /** True where the patient may say that it is no longer needed. */
        boolean withdrawable() {
            return step instanceof Step.AtWard at && at.state().open();
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** The keyboard is there, for a question. */
    BooleanProperty writing() {
        return writing;
    }

    /** The patient is told to press the call button, until that is read. */
    BooleanProperty call() {
        return call;
    }

    /** What is being written sounds like a symptom or distress. */
    BooleanProperty sounds() {
        return sounds;
    }

    /** Requests, those still open first, then the newest. */
    ObjectProperty<List<Line>> lines() {
        return lines;
    }

    /** What is asked for and not done yet. */
    ObjectProperty<Set<RequestKind>> asked() {
        return asked;
    }

    /** The request of which it is asked whether it is really no longer needed. */
    ObjectProperty<Optional<RequestId>> asking() {
        return asking;
    }

    /** Who cares for the ward today. */
    ObjectProperty<List<Carer>> team() {
        return team;
    }

    ObjectProperty<Agreed> agreed() {
        return agreed;
    }

    /** From this morning on, soonest first; none while the patient has not agreed. */
    ObjectProperty<List<Appointment>> appointments() {
        return appointments;
    }

    /** Who opened the record here, the newest first. */
    ObjectProperty<List<RecordAccess.Opening>> openings() {
        return openings;
    }
}

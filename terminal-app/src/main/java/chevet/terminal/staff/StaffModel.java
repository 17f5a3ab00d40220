package chevet.terminal.staff;

import chevet.model.staff.BreakGlass;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the staff screens show. On the JavaFX thread. */
final class StaffModel {
    /** Whether somebody is about to break the glass. */
    sealed interface Glass {
        record Whole() implements Glass {}

        /** Why is being asked. */
        record Choosing() implements Glass {}

        /** No cause fits: it is being written. */
        record Writing() implements Glass {}

        /** It is said once more what follows. */
        record Sure(BreakGlass.Cause cause) implements Glass {}
    }

    private final ObjectProperty<Phase> phase = new SimpleObjectProperty<>(new Phase.Away());
    private final ObjectProperty<Optional<StaffSession>> session =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Glass> glass = new SimpleObjectProperty<>(new Glass.Whole());
    private final IntegerProperty typed = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<Integer>> tries =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<String>> fault =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Duration> left = new SimpleObjectProperty<>(Duration.ZERO);
    private final ObjectProperty<Optional<Instant>> current =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty warning = new SimpleBooleanProperty();

    ObjectProperty<Phase> phase() {
        return phase;
    }

    /** The session that is open. */
    ObjectProperty<Optional<StaffSession>> session() {
        return session;
    }

    /** Whether it was opened by the list of staff alone. */
    boolean withoutServer() {
        return session.get().filter(now -> now.standing() == Standing.OFFLINE).isPresent();
    }

    ObjectProperty<Glass> glass() {
        return glass;
    }

    /** How many digits have been typed. */
    IntegerProperty typed() {
        return typed;
    }

    /** How many wrong codes are forgiven; empty while nobody has said. */
    ObjectProperty<Optional<Integer>> tries() {
        return tries;
    }

    /** The card or the server is being waited for. */
    BooleanProperty busy() {
        return busy;
    }

    /** Key of the words that say what did not work. */
    ObjectProperty<Optional<String>> fault() {
        return fault;
    }

    /** Until the session is locked if nobody touches the screen. */
    ObjectProperty<Duration> left() {
        return left;
    }

    /** When the server last said that all is known here. */
    ObjectProperty<Optional<Instant>> current() {
        return current;
    }

    /** That time is nearly over. */
    BooleanProperty warning() {
        return warning;
    }
}

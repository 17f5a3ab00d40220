package chevet.terminal.meal;

import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.Tray;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A choice that has left the patient's hand and is not yet seen on a tray.
 *
 * @param command id of its command
 * @param acceptedAt by the ward server's clock; present once it was accepted
 */
record Sent(String command, Map<Course, DishId> dishes, Stage stage, Optional<Instant> acceptedAt) {
    enum Stage {
        /** Being written to disk: nothing may be promised yet. */
        KEEPING,
        /** On disk; it will arrive. */
        WAITING,
        ACCEPTED
    }

    Sent {
        dishes = Map.copyOf(dishes);
    }

    static Sent keeping(String command, Map<Course, DishId> dishes) {
        return new Sent(command, dishes, Stage.KEEPING, Optional.empty());
    }

    Sent waiting() {
        return new Sent(command, dishes, Stage.WAITING, Optional.empty());
    }

    Sent accepted(Instant at) {
        return new Sent(command, dishes, Stage.ACCEPTED, Optional.of(at));
    }

    /** The tray already tells what became of it, or something newer. */
    boolean seenOn(Tray tray) {
        return acceptedAt
                .map(
                        at ->
                                !tray.since().isBefore(at)
                                        || (tray.state() == Tray.State.CHOSEN
                                                && tray.dishes().equals(dishes)))
                .orElse(false);
    }

    @Override
    public String toString() {
        return "Sent[" + command + " " + stage + "]";
    }
}

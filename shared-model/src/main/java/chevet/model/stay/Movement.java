package chevet.model.stay;

import java.time.Instant;
import java.util.Optional;

/**
 * What a hospital's system has once told of one movement of a patient; all that was told of a
 * movement is kept, so that the order in which messages arrive does not matter ({@link Journey}).
 *
 * @param id the movement's own name (segment ZBE of IHE PAM, ITI TF-2 3.31); empty in a feed that
 *     has none, where a movement is known by its kind and its instant
 * @param at when it happened
 * @param told when the message about it was made, by the sender's clock
 * @param place the hospital's own name of the bed; empty where the message names none
 * @param historic the sender says that a later movement is the current one
 */
public record Movement(
        Optional<String> id,
        Action action,
        Kind kind,
        Instant at,
        Instant told,
        Optional<String> place,
        boolean historic) {
    /** What is told of the movement; where two were told at once, the later constant counts. */
    public enum Action {
        INSERT,
        UPDATE,
        CANCEL
    }

    /** What happens; of movements of the same instant and told at once, in this order. */
    public enum Kind {
        /** The patient will come (A05). */
        EXPECT,
        /** The patient comes (A01, A04). */
        ARRIVE,
        /** The patient goes to another place, or is cared for otherwise (A02, A06, A07). */
        MOVE,
        /** The patient is away for a while (A21). */
        LEAVE,
        /** The patient is back (A22). */
        RETURN,
        /** The stay ends (A03). */
        END
    }

    /** A name by which the movement is known, unique among a visit's active movements. */
    String name() {
        return id.orElseGet(() -> kind + "@" + at.toEpochMilli());
    }

    /** Says nothing of where the patient lies: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Movement[" + action + " " + kind + "]";
    }
}

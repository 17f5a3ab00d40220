package chevet.model.staff;

import java.util.Optional;

/**
 * Somebody needs more of this patient's record than the profile gives; it is told at once and
 * reviewed.
 *
 * @param token of the session
 * @param words what happened, at most {@link #LONGEST} characters; needed for {@link Cause#OTHER}
 * @param proof the PIN once more, for {@link Purpose#BREAK_GLASS}; may be missing within a minute
 *     of the login
 */
public record BreakGlass(String token, Cause cause, String words, Optional<Proof> proof) {
    /** The most that may be written. */
    public static final int LONGEST = 500;

    /** Why the glass is broken. */
    public enum Cause {
        /** Life or health is in danger now. */
        EMERGENCY,
        /** Whoever is in charge is replaced, or asked for advice. */
        CONTINUITY,
        /** The patient asks for it. */
        PATIENT,
        /** As the words say. */
        OTHER
    }

    @Override
    public String toString() {
        return "BreakGlass[" + cause + "]";
    }
}

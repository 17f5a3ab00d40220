package chevet.ward.staff;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.staff.BreakGlass.Cause;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.Optional;

/**
 * A broken glass: somebody read more of one patient's record than the profile gives.
 *
 * @param person id
 * @param profile under which it was done
 */
public record Glass(
        String id,
        Instant at,
        Instant until,
        String person,
        String profile,
        TerminalId terminal,
        WardId ward,
        BedId bed,
        StayId stay,
        Cause cause,
        Optional<Review> review) {
    /** What a review came to. */
    public enum Verdict {
        JUSTIFIED,
        UNJUSTIFIED
    }

    /**
     * Somebody has looked into it.
     *
     * @param by id of the account
     * @param note may be empty
     */
    public record Review(Instant at, String by, Verdict verdict, String note) {
        @Override
        public String toString() {
            return "Review[" + verdict + "]";
        }
    }
}

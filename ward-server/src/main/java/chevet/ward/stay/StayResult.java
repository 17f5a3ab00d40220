package chevet.ward.stay;

import chevet.model.stay.StayId;
import chevet.model.wire.Reason;

/** What became of an admission, a transfer or a discharge. */
public sealed interface StayResult {
    /** It is done and on disk. */
    record Done(StayId stay) implements StayResult {}

    /**
     * Nothing was changed.
     *
     * @param field of the form that is at fault: {@code name}, {@code bed}, {@code stay}
     * @param reason {@code stay.name-missing}, {@code stay.name-too-long}, {@code
     *     stay.no-such-bed{bed}}, {@code stay.bed-occupied{bed}}, {@code stay.same-bed{bed}},
     *     {@code stay.no-such-stay}
     */
    record Refused(String field, Reason reason) implements StayResult {}
}

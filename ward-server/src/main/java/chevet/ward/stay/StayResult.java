package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.model.wire.Reason;
import java.util.Map;

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
    record Refused(String field, Reason reason) implements StayResult {
        /** Because of that bed. */
        static Refused of(String code, BedId bed) {
            return new Refused("bed", new Reason(code, Map.of("bed", bed.value())));
        }
    }
}

package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stay without a bed.
 *
 * @param ward of the bed it lay in last; empty where it never had one
 * @param since when it left that bed, or began
 */
public record AsideView(
        StayId stay, Patient patient, Optional<WardId> ward, Optional<BedId> bed, Instant since) {
    @Override
    public String toString() {
        return "AsideView[" + stay + "]";
    }
}

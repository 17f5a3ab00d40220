package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.console.Fault;
import java.util.List;
import java.util.Optional;

/**
 * The patient's number in a bed's panel. A number that is known is not shown: nobody needs to read
 * it here.
 *
 * @param mayGive this account may say it
 * @param value what the field holds
 * @param faults of what was sent
 * @param done words for what has just been done
 */
public record NumberPart(
        BedId bed,
        StayId stay,
        boolean known,
        boolean mayGive,
        String value,
        List<Fault> faults,
        Optional<String> done) {
    public NumberPart {
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "NumberPart[" + bed + "]";
    }
}

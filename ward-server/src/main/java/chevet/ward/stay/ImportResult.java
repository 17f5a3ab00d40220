package chevet.ward.stay;

import chevet.config.Problem;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Map;

/** What became of a file of admissions, transfers and discharges: all of it, or nothing. */
public sealed interface ImportResult {
    /**
     * All is done, in one transaction.
     *
     * @param stays that began, by the bed that they came into
     * @param moved how many transfers
     * @param ended how many discharges
     */
    record Done(Map<BedId, StayId> stays, int moved, int ended) implements ImportResult {
        public Done {
            stays = Map.copyOf(stays);
        }
    }

    /** Nothing was changed: whoever sent it did not know that these stays would end. */
    record Ending(List<BedId> beds) implements ImportResult {
        public Ending {
            beds = List.copyOf(beds);
        }
    }

    /** Nothing was changed; every fault of the file, in its order. */
    record Faulty(List<Problem> problems) implements ImportResult {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

package chevet.ward.stay;

import chevet.config.Problem;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Map;

/** What became of a file of admissions: all of it, or nothing and every fault. */
public sealed interface ImportResult {
    /** All are admitted, in one transaction. */
    record Done(Map<BedId, StayId> stays) implements ImportResult {
        public Done {
            stays = Map.copyOf(stays);
        }
    }

    /** Nothing was changed; every fault of the file, in its order. */
    record Faulty(List<Problem> problems) implements ImportResult {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

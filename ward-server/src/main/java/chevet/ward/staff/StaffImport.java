package chevet.ward.staff;

import chevet.config.Problem;
import java.util.List;

/** What became of a file of staff: all of it, or nothing and every fault. */
public sealed interface StaffImport {
    /** Everybody of the file is in the directory now. */
    record Done(int people) implements StaffImport {}

    /** Nothing was changed; every fault of the file, in its order. */
    record Faulty(List<Problem> problems) implements StaffImport {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

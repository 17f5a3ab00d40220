package chevet.ward.meal;

import chevet.config.Problem;
import java.util.List;

/** What became of a file of dishes, menus or profiles: all of it, or nothing and every fault. */
public sealed interface MenuImport {
    /**
     * It is in the database, and the menus of the next days are made anew.
     *
     * @param rows how many dishes, lines of the cycle or profiles were read
     */
    record Done(int rows) implements MenuImport {}

    /** Nothing was changed; every fault of the file, in its order. */
    record Faulty(List<Problem> problems) implements MenuImport {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

package chevet.config;

import java.util.List;

/** What came of reading a file: the whole of it, or every fault that it has. */
public sealed interface Reading<C> {
    /** The file is right in all. */
    record Good<C>(C config) implements Reading<C> {}

    /**
     * Nothing of the file is used.
     *
     * @param problems at least one, in the order of the file
     */
    record Faulty<C>(List<Problem> problems) implements Reading<C> {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

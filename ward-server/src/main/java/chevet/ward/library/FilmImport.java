package chevet.ward.library;

import chevet.config.Problem;
import java.util.List;

/** What came of a folder of films: all of them, or every fault that they have. */
public sealed interface FilmImport {
    record Done(int films) implements FilmImport {}

    record Faulty(List<Problem> problems) implements FilmImport {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}

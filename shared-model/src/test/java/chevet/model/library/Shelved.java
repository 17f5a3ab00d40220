package chevet.model.library;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Films and what patients did with them, for tests. */
final class Shelved {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Shelved() {}

    static ObjectRef object(String digits, long bytes, String type) {
        return new ObjectRef(digits.repeat(32), bytes, type);
    }

    static Film film(String id, int seconds, Question... check) {
        return new Film(
                new FilmId(id),
                "2",
                Shelf.OPERATIONS,
                Texts.french("L’opération"),
                Texts.french(""),
                "Ophtalmologie",
                LocalDate.of(2026, 3, 1),
                Duration.ofSeconds(seconds),
                Optional.empty(),
                List.of(new Film.Spoken("fr", object("ab", 9, "video/mp4"))),
                List.of(new Film.Subtitles("fr", object("cd", 9, "text/vtt"))),
                Optional.empty(),
                List.of(),
                List.of(check));
    }

    static Question question(Integer... right) {
        List<Question.Choice> choices =
                List.of("a", "b", "c").stream()
                        .map(text -> new Question.Choice(Texts.french(text), Optional.empty()))
                        .toList();
        return new Question(
                Texts.french("?"), Optional.empty(), choices, places(right), Texts.french(""));
    }

    static SortedSet<Integer> places(Integer... places) {
        return new TreeSet<>(Arrays.asList(places));
    }

    static ReportProgress report(String version, int position, int furthest) {
        return new ReportProgress(
                new FilmId("cataracte"),
                version,
                "fr",
                Optional.empty(),
                Duration.ofSeconds(position),
                Duration.ofSeconds(furthest));
    }
}

package chevet.model.library;

import static chevet.model.library.Shelved.NOON;
import static chevet.model.library.Shelved.film;
import static chevet.model.library.Shelved.places;
import static chevet.model.library.Shelved.question;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Errand.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrandTest {
    private static final Film ASKED = film("cataracte", 360, question(1));
    private static final Film PLAIN = film("irm", 240);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    film,  position, finished, answered, signed, step
                    ASKED, -1,       false,    false,    false,  WATCH
                    ASKED, 0,        false,    false,    false,  WATCH
                    ASKED, 20,       false,    false,    false,  RESUME
                    ASKED, 20,       true,     false,    false,  CHECK
                    ASKED, 20,       true,     true,     false,  NURSE
                    PLAIN, 20,       true,     false,    false,  NURSE
                    ASKED, 20,       false,    true,     false,  RESUME
                    ASKED, 20,       true,     true,     true,   DONE
                    ASKED, -1,       false,    false,    true,   DONE
                    """)
    void theWayOfAPrescription(
            String name,
            int position,
            boolean finished,
            boolean answered,
            boolean signed,
            Step step) {
        Film film = name.equals("ASKED") ? ASKED : PLAIN;
        Optional<FilmProgress> progress =
                position < 0
                        ? Optional.empty()
                        : Optional.of(progress(film, position, finished, answered));
        Prescription prescription =
                new Prescription(
                        film.id(),
                        NOON,
                        Optional.empty(),
                        signed ? Optional.of(NOON) : Optional.empty());
        assertThat(Errand.step(prescription, film, progress)).isEqualTo(step);
    }

    @Test
    void whatIsWishedForATimeStandsFirstAndTheEarliestOfThose() {
        Prescription whenever = prescribed("irm", 0, Optional.empty());
        Prescription tomorrow = prescribed("cataracte", 2, Optional.of(NOON.plusSeconds(9)));
        Prescription later = prescribed("asthme", 1, Optional.of(NOON.plusSeconds(99)));
        assertThat(first(Map.of(), whenever, later, tomorrow)).contains(new FilmId("cataracte"));
        assertThat(first(Map.of(), whenever, later)).contains(new FilmId("asthme"));
        assertThat(first(Map.of(), whenever)).contains(new FilmId("irm"));
    }

    @Test
    void questionsThatWaitComeBeforeAnotherFilm() {
        Prescription whenever = prescribed("cataracte", 5, Optional.empty());
        Prescription tomorrow = prescribed("irm", 0, Optional.of(NOON));
        assertThat(first(Map.of(ASKED.id(), progress(ASKED, 350, true, false)), tomorrow, whenever))
                .contains(new FilmId("cataracte"));
    }

    @Test
    void whoHasDoneEverythingHasNothingFirst() {
        Prescription done = prescribed("cataracte", 0, Optional.empty());
        assertThat(first(Map.of(ASKED.id(), progress(ASKED, 350, true, true)), done)).isEmpty();
        assertThat(first(Map.of())).isEmpty();
    }

    @Test
    void aFilmThatIsNotKnownHereIsPassedOver() {
        assertThat(first(Map.of(), prescribed("unknown", 0, Optional.empty()))).isEmpty();
    }

    private static Prescription prescribed(String film, int after, Optional<Instant> before) {
        return new Prescription(
                new FilmId(film), NOON.plusSeconds(after), before, Optional.empty());
    }

    private static Optional<FilmId> first(
            Map<FilmId, FilmProgress> progress, Prescription... prescriptions) {
        Film other = film("asthme", 100);
        return Errand.first(
                        List.of(prescriptions),
                        Map.of(ASKED.id(), ASKED, PLAIN.id(), PLAIN, other.id(), other),
                        progress)
                .map(errand -> errand.film().id());
    }

    private static FilmProgress progress(
            Film film, int position, boolean finished, boolean answered) {
        return new FilmProgress(
                film.id(),
                film.version(),
                "fr",
                Optional.empty(),
                Duration.ofSeconds(position),
                Duration.ofSeconds(position),
                NOON,
                finished ? Optional.of(NOON) : Optional.empty(),
                answered
                        ? Optional.of(new FilmProgress.Checked(NOON, places()))
                        : Optional.empty());
    }
}

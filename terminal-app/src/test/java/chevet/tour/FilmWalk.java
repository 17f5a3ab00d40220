package chevet.tour;

import chevet.model.library.Film;
import chevet.model.library.Prescription;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Replica;
import java.io.IOException;
import java.util.Optional;

/** What the patient in the bed does with the film that the team prescribed. */
final class FilmWalk {
    private final Seat seat;
    private final Camera camera;

    FilmWalk(Seat seat, Camera camera) {
        this.seat = seat;
        this.camera = camera;
    }

    /** From the home screen to the last answer, in the film's own time. */
    void watchesAndAnswers() throws IOException {
        seat.show("home");
        Wait.until("a film is prescribed", () -> prescribed().isPresent());
        Film film = prescribed().orElseThrow();
        seat.read(film.title().fr());
        camera.pictures("home-film", "library.title");
        seat.tap(".tile-library");
        camera.pictures("library", "library.prescribed");
        seat.tap("#task-" + film.id());
        seat.await(".cue");
        seat.putsHeadphonesIn();
        seat.tap("#film-play");
        seat.read(seat.words("library.play"));
        camera.pictures("film", "library.play");
        seat.tap("#film-play");
        seat.await("#film-answer");
        camera.pictures("film-ended", "library.ended");
        answers(film);
    }

    private Optional<Film> prescribed() {
        Replica.Snapshot known = seat.link().snapshot();
        return known.all(Kind.STAY, "prescription/", Prescription.class).values().stream()
                .flatMap(each -> known.one(Kind.HOUSE, Film.key(each.film()), Film.class).stream())
                .findFirst();
    }

    private void answers(Film film) throws IOException {
        seat.tap("#film-answer");
        for (int question = 0; question < film.check().size(); question++) {
            seat.tap("#choice-0");
            if (question == 0) {
                camera.pictures("check", "library.check.answer");
            }
            seat.tap("#check-next");
            seat.await(".check-said");
            if (question == 0) {
                camera.pictures("check-said", "library.check.next");
            }
            seat.tap("#check-next");
        }
        seat.read(seat.words("library.sent.answers.RECEIVED"));
        camera.pictures("check-thanks", "library.check.thanks");
        seat.show("home");
    }
}

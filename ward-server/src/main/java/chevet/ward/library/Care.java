package chevet.ward.library;

import chevet.model.library.FilmId;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.library.SendAnswers;
import java.util.Optional;

/**
 * All that is known of one patient and one film.
 *
 * @param by the account that prescribed
 * @param answers of the last check that was answered
 * @param signedBy the account that signed it off
 */
record Care(
        FilmId film,
        Optional<Prescription> prescription,
        Optional<String> by,
        Optional<FilmProgress> progress,
        Optional<SendAnswers> answers,
        Optional<String> signedBy) {
    static Care none(FilmId film) {
        return new Care(
                film,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Care with(Optional<Prescription> prescribed, Optional<String> who) {
        return new Care(film, prescribed, who, progress, answers, Optional.empty());
    }

    Care signed(Prescription signed, String who) {
        return new Care(film, Optional.of(signed), by, progress, answers, Optional.of(who));
    }

    Care with(FilmProgress seen) {
        return new Care(film, prescription, by, Optional.of(seen), answers, signedBy);
    }

    Care with(SendAnswers given) {
        return new Care(film, prescription, by, progress, Optional.of(given), signedBy);
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Care[" + film + "]";
    }
}

package chevet.ward.library;

import chevet.model.library.FilmId;
import chevet.model.library.PrescribeFilm;
import chevet.model.library.Prescription;
import chevet.model.library.SignOffFilm;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.stay.StayId;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.StaffAct;
import chevet.ward.sync.StaffGate;
import java.util.Optional;

/** What staff does with films at the bed. */
public final class LibraryActs {
    private LibraryActs() {}

    /** Answers {@code library.prescribe}. */
    public static AskHandler prescribe(LibraryDesk desk, StaffGate gate) {
        return new StaffAct<>(
                PrescribeFilm.TYPE,
                PrescribeFilm.class,
                new Permission(Resource.FILMS, Action.PRESCRIBE),
                PrescribeFilm::token,
                gate,
                (allowed, body) ->
                        done(
                                desk,
                                allowed.stay(),
                                body.film(),
                                desk.prescribe(
                                        allowed.stay(),
                                        body.film(),
                                        body.before(),
                                        allowed.staff())));
    }

    /** Answers {@code library.sign-off}; what is signed off already stays so. */
    public static AskHandler signOff(LibraryDesk desk, StaffGate gate) {
        return new StaffAct<>(
                SignOffFilm.TYPE,
                SignOffFilm.class,
                new Permission(Resource.FILMS, Action.SIGN_OFF),
                SignOffFilm::token,
                gate,
                (allowed, body) -> {
                    Optional<Prescription> known = desk.prescription(allowed.stay(), body.film());
                    return known.flatMap(Prescription::signed).isPresent()
                            ? new StaffAct.Done.Answered(known.get())
                            : done(
                                    desk,
                                    allowed.stay(),
                                    body.film(),
                                    desk.sign(allowed.stay(), body.film(), allowed.staff()));
                });
    }

    private static StaffAct.Done done(
            LibraryDesk desk, StayId stay, FilmId film, LibraryResult result) {
        return switch (result) {
            case DONE ->
                    desk.prescription(stay, film)
                            .<StaffAct.Done>map(StaffAct.Done.Answered::new)
                            .orElseGet(() -> StaffAct.Done.refused("library.not-prescribed"));
            case NOBODY -> StaffAct.Done.refused("stay.not-here");
            case NO_SUCH_FILM -> StaffAct.Done.refused("library.no-such-film");
            case NOT_PRESCRIBED -> StaffAct.Done.refused("library.not-prescribed");
        };
    }
}

package chevet.ward.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.model.library.FilmId;
import chevet.model.library.SignOffFilm;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffRefusal;
import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StaffActTest {
    private static final StayId STAY = new StayId("s1");
    private final List<String> done = new ArrayList<>();

    /** Lets pass who has the token, for one patient. */
    private static StaffGate.Decision gate(
            TerminalId terminal, String token, Resource resource, Action action) {
        return token.equals("good") && resource == Resource.FILMS && action == Action.SIGN_OFF
                ? new StaffGate.Decision.Allowed(
                        "p-7", "x", new WardId("w"), Optional.of(STAY), false)
                : new StaffGate.Decision.Refused(StaffRefusal.NO_SESSION.reason());
    }

    private final AskHandler act =
            new StaffAct<>(
                    SignOffFilm.TYPE,
                    SignOffFilm.class,
                    new Permission(Resource.FILMS, Action.SIGN_OFF),
                    SignOffFilm::token,
                    StaffActTest::gate,
                    (allowed, body) -> {
                        done.add(allowed.staff() + " " + allowed.stay() + " " + body.film());
                        return body.film().value().equals("gone")
                                ? StaffAct.Done.refused("library.no-such-film")
                                : new StaffAct.Done.Answered(body.film());
                    });

    private static Ask ask(Optional<String> id, Body body) {
        return new Ask("a", new TerminalId("t"), Instant.EPOCH, SignOffFilm.TYPE, id, body);
    }

    private static Body body(String token, String film) {
        return WireCodec.body(new SignOffFilm(token, new FilmId(film)));
    }

    private static String refused(Answer answer) {
        assertThat(answer.body()).isEmpty();
        return answer.refused().orElseThrow().code();
    }

    @Test
    void permittedActIsDoneForThePatientWhoLiesThere() {
        assertThat(act.answer(ask(Optional.of("i"), body("good", "irm"))).body())
                .contains(new Body("\"irm\""));
        assertThat(done).containsExactly("p-7 s1 irm");
    }

    @Test
    void nothingIsDoneWithoutPermissionOrIdempotencyId() {
        assertThat(refused(act.answer(ask(Optional.of("i"), body("bad", "irm")))))
                .isEqualTo("staff.no-session");
        assertThat(refused(act.answer(ask(Optional.empty(), body("good", "irm")))))
                .isEqualTo("ask.malformed");
        assertThat(done).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithItsReason() {
        assertThat(refused(act.answer(ask(Optional.of("i"), body("good", "gone")))))
                .isEqualTo("library.no-such-film");
    }

    @Test
    void unknownKeyInTheBodyIsNotRead() {
        assertThatThrownBy(
                        () ->
                                act.answer(
                                        ask(
                                                Optional.of("i"),
                                                new Body(
                                                        "{\"token\":\"good\",\"film\":\"irm\",\"x\":1}"))))
                .isInstanceOf(WireException.class);
        assertThat(done).isEmpty();
    }
}

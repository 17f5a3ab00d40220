package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.Action;
import chevet.model.staff.BreakGlass;
import chevet.model.staff.Nonce;
import chevet.model.staff.Purpose;
import chevet.model.staff.Resource;
import chevet.model.staff.Slot;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffSession;
import chevet.model.text.Language;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.WireCodec;
import chevet.ward.pki.CertificateAuthority;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A few minutes of a ward's staff, through the asks that a terminal sends: people are enrolled, a
 * nurse reads, a card is lost, a glass is broken. For pages and pictures.
 */
public final class StaffScene {
    private static final By BY = new By("import", "");

    private final Staff staff;
    private final InstantSource clock;
    private final Map<String, TestCard> cards = new TreeMap<>();
    private int asked;

    /**
     * @param ward in which most of them work
     */
    public StaffScene(
            Staff staff, CertificateAuthority hospital, InstantSource clock, String ward) {
        this.staff = staff;
        this.clock = clock;
        StringBuilder csv = new StringBuilder("person;name;profile;wards;card;key_9a;key_9e\n");
        String[][] people = {
            {"m-1042", "S. Martin", "nurse", ward, "C-00871"},
            {"m-0317", "Dr Lefèvre", "doctor", ward, "C-00412"},
            {"m-2210", "C. Petit", "dietitian", "*", "C-01190"},
            {"m-1877", "A. Garnier", "nurse", "", "C-01544"},
            {"m-1999", "J. Morel", "nurse", ward, "C-00999"},
            {"m-0044", "M. Costa", "cleaning", "*", "C-00044"},
        };
        for (String[] each : people) {
            TestCard card = new TestCard(hospital, each[4]);
            cards.put(each[0], card);
            csv.append(
                    String.join(
                            ";",
                            each[0],
                            each[1],
                            each[2],
                            each[3],
                            each[4],
                            card.key(Slot.PIN_9A),
                            card.key(Slot.TAP_9E)));
            csv.append('\n');
        }
        StaffImport result =
                staff.directory()
                        .importFile(
                                "staff.csv",
                                csv.toString().getBytes(StandardCharsets.UTF_8),
                                BY,
                                Language.FR);
        if (result instanceof StaffImport.Faulty(var problems)) {
            throw new AssertionError(problems);
        }
    }

    /** Everything of the scene, at that bed's terminal. */
    public void play(TerminalId terminal) {
        StaffSession nurse = login("m-1042", terminal);
        may(nurse, terminal, Resource.BANNER, Action.READ);
        may(nurse, terminal, Resource.MEDICATION, Action.READ);
        may(nurse, terminal, Resource.TERMINAL, Action.READ);
        staff.directory().withdraw("C-00999", BY);
        answer("staff.login", terminal, proof("m-1999", terminal, Purpose.LOGIN));
        StaffSession other = login("m-1877", terminal);
        may(other, terminal, Resource.MEDICATION, Action.READ);
        BreakGlass glass =
                new BreakGlass(
                        other.token(),
                        BreakGlass.Cause.EMERGENCY,
                        "Malaise, appelée en renfort",
                        Optional.empty());
        answer(StaffAsks.BREAK_GLASS, terminal, glass);
        may(other, terminal, Resource.MEDICATION, Action.READ);
    }

    /** A session by card and PIN. */
    public StaffSession login(String person, TerminalId terminal) {
        Answer answer = answer(StaffAsks.LOGIN, terminal, proof(person, terminal, Purpose.LOGIN));
        return WireCodec.lenient(answer.body().orElseThrow(), StaffSession.class);
    }

    private Object proof(String person, TerminalId terminal, Purpose purpose) {
        Answer answer = answer(StaffAsks.CHALLENGE, terminal, new StaffAsks.Challenge(purpose));
        Nonce nonce = WireCodec.lenient(answer.body().orElseThrow(), Nonce.class);
        TestCard card = Optional.ofNullable(cards.get(person)).orElseThrow();
        return card.sign(terminal, nonce, purpose);
    }

    private void may(StaffSession session, TerminalId terminal, Resource resource, Action action) {
        staff.gate().may(terminal, session.token(), resource, action);
    }

    private Answer answer(String type, TerminalId terminal, Object body) {
        Ask ask =
                new Ask(
                        "ask-" + ++asked,
                        terminal,
                        clock.instant(),
                        type,
                        Optional.empty(),
                        WireCodec.body(body));
        return staff.asks().stream()
                .filter(handler -> handler.type().equals(type))
                .findFirst()
                .orElseThrow()
                .answer(ask);
    }
}

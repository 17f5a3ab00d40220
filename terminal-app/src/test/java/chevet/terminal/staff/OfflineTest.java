package chevet.terminal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.WardId;
import chevet.model.staff.Action;
import chevet.model.staff.LoginText;
import chevet.model.staff.Nonce;
import chevet.model.staff.OfflineLogin;
import chevet.model.staff.Permission;
import chevet.model.staff.Purpose;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffCopy;
import chevet.model.staff.StaffList;
import chevet.model.staff.StaffRefusal;
import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.wire.Signed;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.Bedside;
import chevet.terminal.HandLink;
import chevet.terminal.device.card.Card;
import chevet.terminal.device.card.SigningCard;
import chevet.terminal.link.WardSeal;
import chevet.ward.pki.CardTrust;
import chevet.ward.pki.CertificateAuthority;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards at a bed whose server does not answer, with and without a signed list of staff. */
class OfflineTest {
    private static final String CODE = "4711";
    private static final String SILENT = "Pas de liaison avec le service.";

    private static CertificateAuthority hospital;
    private static CertificateAuthority ward;
    private static Bedside bedside;

    private SigningCard[] cards;
    private Optional<Card> in = Optional.empty();

    @BeforeAll
    static void stand(@TempDir Path folder) {
        // Cards of the day on which the bed's clock stands, whatever day it is here.
        InstantSource then = InstantSource.fixed(Bedside.SATURDAY);
        hospital = CertificateAuthority.in(folder.resolve("hospital"), then);
        ward = CertificateAuthority.in(folder.resolve("ward"), then);
        bedside =
                new Bedside(1280, 800, new WardSeal(List.of(ward.certificate().getPublicKey())))
                        .admitted();
    }

    @AfterAll
    static void leave() {
        bedside.close();
    }

    @BeforeEach
    void anew() {
        bedside.link().admit("s1");
        bedside.link().remove(Kind.WARD, StaffCopy.KEY);
        cards = SigningCard.andItsClone(hospital, CODE);
    }

    @AfterEach
    void out() {
        in.ifPresent(bedside.cards()::remove);
        bedside.settle();
    }

    private void insert(Card card) {
        in = Optional.of(card);
        bedside.cards().insert(card);
        bedside.settle();
    }

    private void code() {
        for (String digit : CODE.split("")) {
            press(button -> digit.equals(button.getText()));
        }
        press(button -> "staff-ok".equals(button.getId()));
    }

    private static void press(Predicate<Button> wanted) {
        List<Node> buttons =
                bedside.seen(node -> node instanceof Button button && wanted.test(button));
        Bedside.onScreen(() -> ((Button) buttons.getFirst()).fire());
        bedside.settle();
    }

    private static String text() {
        return bedside.text();
    }

    private static boolean sees(String id) {
        return !bedside.seen(node -> id.equals(node.getId())).isEmpty();
    }

    private StaffList.Entry entry(Optional<StaffRefusal> closed) {
        return new StaffList.Entry(
                "C-1",
                cards[0].key(),
                "m-1042",
                "S. Martin",
                "nurse",
                Texts.of("Infirmière", "Nurse", "ممرضة"),
                Set.of(
                        new Permission(Resource.REQUESTS, Action.READ),
                        new Permission(Resource.FILMS, Action.READ)),
                Optional.empty(),
                Optional.empty(),
                closed);
    }

    private static StaffCopy signed(
            CertificateAuthority by, Instant at, StaffList.Entry... entries) {
        String list = WireCodec.body(new StaffList(new WardId("w"), at, List.of(entries))).json();
        byte[] signature = by.sign(new StaffCopy(list, "").signed());
        return new StaffCopy(list, Base64.getEncoder().encodeToString(signature));
    }

    private void told(Duration ago, StaffList.Entry... entries) {
        put(signed(ward, bedside.clock().instant().minus(ago), entries));
    }

    private static void put(StaffCopy copy) {
        bedside.link().put(Kind.WARD, StaffCopy.KEY, copy);
    }

    private static List<HandLink.Sent> sent() {
        return bedside.link().sent().stream()
                .filter(each -> each.command().type().equals(OfflineLogin.TYPE))
                .toList();
    }

    @Test
    void withoutAListNobodyGetsInAndItIsSaid() {
        insert(cards[0]);
        assertThat(text()).contains(SILENT);
        assertThat(sees("staff-code")).isFalse();
    }

    @Test
    void listedCardAndCodeOpenWhatTheTerminalKnowsToReadAndTheAuditWillHearOfIt() {
        told(Duration.ofHours(1), entry(Optional.empty()));
        int before = sent().size();
        insert(cards[0]);
        assertThat(text()).contains("Sans liaison : lecture seule.");
        code();

        assertThat(text()).contains("Infirmière · S. Martin", "Sans liaison · relu à");
        assertThat(sees("pane-requests")).isTrue();
        assertThat(sees("pane-record")).isFalse();
        assertThat(sent()).hasSize(before + 1);
        OfflineLogin told = WireCodec.strict(sent().getLast().command().body(), OfflineLogin.class);
        assertThat(told.stay()).contains(new StayId("s1"));
        byte[] nonce = new Nonce(told.proof().nonce(), Instant.MAX).bytes();
        assertThat(
                        Signed.by(
                                CardTrust.certificate(
                                                Base64.getDecoder()
                                                        .decode(told.proof().certificate()))
                                        .orElseThrow()
                                        .getPublicKey(),
                                LoginText.of(Bedside.TERMINAL, nonce, Purpose.OFFLINE),
                                Base64.getDecoder().decode(told.proof().signature())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN, Cette carte a été déclarée perdue.",
        "LOCKED, Cette carte est bloquée : trois codes faux.",
    })
    void closedCardIsRefused(StaffRefusal closed, String words) {
        told(Duration.ofHours(1), entry(Optional.of(closed)));
        refused(cards[0], words);
    }

    @Test
    void cardThatIsNotListedIsRefused() {
        told(Duration.ofHours(1), entry(Optional.empty()));
        refused(new SigningCard(hospital, CODE), "Cette carte n’est dans aucun annuaire.");
    }

    @Test
    void cloneOfAListedCardIsRefused() {
        told(Duration.ofHours(1), entry(Optional.empty()));
        refused(cards[1], "Cette carte n’est pas celle qu’elle prétend être.");
    }

    @Test
    void emptyBedOpensNothing() {
        told(Duration.ofHours(1), entry(Optional.empty()));
        bedside.link().discharge();
        refused(cards[0], "Ce lit est libre.");
    }

    private void refused(Card card, String words) {
        int before = sent().size();
        insert(card);
        code();
        assertThat(text()).contains(words);
        assertThat(sees("staff-space")).isFalse();
        assertThat(sent()).hasSize(before);
    }

    @Test
    void wrongCodeOpensNothing() {
        told(Duration.ofHours(1), entry(Optional.empty()));
        insert(new SigningCard(hospital, "0000"));
        code();
        assertThat(text()).contains("Ce code n’est pas le bon.");
        assertThat(sees("staff-space")).isFalse();
    }

    @Test
    void listThatAnotherHasSignedOrThatWasChangedIsNone() {
        put(signed(hospital, bedside.clock().instant(), entry(Optional.empty())));
        insert(cards[0]);
        assertThat(text()).contains(SILENT);
        out();

        StaffCopy good = signed(ward, bedside.clock().instant(), entry(Optional.empty()));
        put(new StaffCopy(good.list().replace("nurse", "doctor"), good.signature()));
        insert(cards[0]);
        assertThat(text()).contains(SILENT);
        assertThat(sees("staff-code")).isFalse();
    }

    @Test
    void listOfTwelveHoursIsNone() {
        told(StaffList.LASTS, entry(Optional.empty()));
        insert(cards[0]);
        assertThat(text()).contains("depuis trop longtemps");
        assertThat(sees("staff-code")).isFalse();
    }

    @Test
    void sessionEndsWithItsList() {
        atABedOfItsOwn(this::endsWithItsList);
    }

    private void endsWithItsList() {
        told(StaffList.LASTS.minusMinutes(1), entry(Optional.empty()));
        insert(cards[0]);
        code();
        assertThat(sees("staff-space")).isTrue();
        bedside.clock().forward(Duration.ofMinutes(1));
        Bedside.onScreen(() -> bedside.wiring().shell().tick());
        bedside.pulse();
        awaitLocked();
        assertThat(text()).contains("depuis trop longtemps");
    }

    /** The screen looks at its own clock once a second. */
    private static void awaitLocked() {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (sees("staff-space") && System.nanoTime() < until) {
            bedside.pulse();
        }
        bedside.settle();
    }

    @Test
    void clockThatIsSetBackMakesNoListYounger() {
        atABedOfItsOwn(this::isSetBack);
    }

    private void isSetBack() {
        told(Duration.ofHours(11), entry(Optional.empty()));
        bedside.clock().forward(Duration.ofHours(2));
        insert(cards[0]);
        assertThat(text()).contains("depuis trop longtemps");
        out();
        bedside.clock().forward(Duration.ofHours(-8));
        insert(cards[0]);
        assertThat(text()).contains("depuis trop longtemps");
    }

    /** Time counts on at the others' bed, however slow this machine is. */
    private void atABedOfItsOwn(Runnable work) {
        Bedside own =
                new Bedside(1280, 800, new WardSeal(List.of(ward.certificate().getPublicKey())))
                        .admitted();
        Bedside shared = bedside;
        bedside = own;
        try {
            work.run();
        } finally {
            out();
            in = Optional.empty();
            own.close();
            bedside = shared;
        }
    }

    @Test
    void anotherPatientInTheBedEndsIt() {
        told(Duration.ofHours(1), entry(Optional.empty()));
        insert(cards[0]);
        code();
        assertThat(sees("staff-space")).isTrue();
        bedside.link().admit("s2");
        bedside.settle();
        assertThat(text()).contains("Le patient de ce lit n’est plus le même.");
    }
}

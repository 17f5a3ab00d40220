package chevet.terminal.stay;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.request.GiveConsent;
import chevet.model.request.MakeRequest;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.RequestKind;
import chevet.model.request.WithdrawRequest;
import chevet.model.text.Language;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.Bedside;
import chevet.terminal.HandLink;
import chevet.terminal.library.FilmPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;

/** My stay as a finger finds it, in the whole terminal. */
class StayScreenTest {
    private final Bedside bedside = new Bedside(1280, 800);
    private final FilmPage page = new FilmPage(bedside);
    private final FxRobot finger = new FxRobot();

    @AfterEach
    void close() {
        bedside.close();
    }

    private void open() {
        bedside.admitted();
        page.show(StayScreen.NAME);
    }

    private void tap(Node node) {
        Bounds at = Bedside.onScreen(() -> node.localToScreen(node.getLayoutBounds()));
        finger.clickOn(at.getCenterX(), at.getCenterY(), Motion.DEFAULT, MouseButton.PRIMARY);
        bedside.settle();
    }

    private void tap(String id) {
        tap(page.shown(each -> id.equals(each.getId())).getFirst());
    }

    private void type(String text) {
        text.codePoints()
                .forEach(
                        c ->
                                page
                                        .shown(
                                                each ->
                                                        each.getStyleClass().contains("key")
                                                                && (c == ' '
                                                                                ? "space"
                                                                                : Character
                                                                                        .toString(
                                                                                                c))
                                                                        .equals(each.getUserData()))
                                        .stream()
                                        .findFirst()
                                        .ifPresentOrElse(
                                                this::press,
                                                () -> {
                                                    throw new AssertionError(
                                                            "no key " + Character.toString(c));
                                                }));
    }

    private void press(Node key) {
        // A key is not meant twice within a quarter of a second; this finger is quicker than that.
        java.util.concurrent.locks.LockSupport.parkNanos(70_000_000);
        Bedside.onScreen(() -> key.fireEvent(new javafx.event.ActionEvent()));
        bedside.settle();
    }

    private void decide(int index, Outcome.Status status, String reason) {
        HandLink.Sent sent = bedside.link().sent().get(index);
        bedside.link()
                .decide(
                        index,
                        new Outcome(
                                sent.command().id(),
                                sent.command().series(),
                                sent.command().number(),
                                status,
                                Optional.of(new Reason(reason, Map.of()))
                                        .filter(r -> !r.code().isEmpty()),
                                Instant.EPOCH));
        bedside.settle();
    }

    @Test
    void oneTapAsksAndItsStateIsShownUntilItIsDone() {
        open();
        tap("ask-PILLOW");
        assertThat(bedside.link().sent()).hasSize(1);
        HandLink.Sent sent = bedside.link().sent().getFirst();
        assertThat(WireCodec.strict(sent.command().body(), MakeRequest.class))
                .isEqualTo(new MakeRequest(RequestKind.PILLOW, Optional.empty(), Language.FR));
        assertThat(page.text()).contains("Notée ici, elle part dès que possible");
        decide(0, Outcome.Status.ACCEPTED, "");
        assertThat(page.text()).contains("Arrivée au service");
        MyStay.Put put = bedside.link()::put;
        String id = sent.command().id();
        MyStay.request(put, id, RequestKind.PILLOW, State.SEEN, Optional.empty(), "");
        bedside.settle();
        assertThat(page.text()).contains("Vue par l’équipe").doesNotContain("Arrivée au service");
        MyStay.request(put, id, RequestKind.PILLOW, State.COMING, Optional.empty(), "");
        bedside.settle();
        assertThat(page.text()).contains("Quelqu’un vient");
        // Asked for already: no second one goes out.
        Bedside.onScreen(
                () -> assertThat(bedside.scene().lookup("#ask-PILLOW").isDisabled()).isTrue());
        MyStay.request(put, id, RequestKind.PILLOW, State.DONE, Optional.empty(), "");
        bedside.settle();
        assertThat(page.text()).contains("C’est fait");
        tap("ask-PILLOW");
        assertThat(bedside.link().sent()).hasSize(2);
    }

    @Test
    void whatTheWardWillNotTakeSaysWhy() {
        open();
        tap("ask-WATER");
        decide(0, Outcome.Status.REFUSED, "request.too-many");
        assertThat(page.text()).contains("Beaucoup de demandes attendent déjà");
    }

    @Test
    void questionIsWrittenOnTheBigKeysAndSent() {
        open();
        tap("ask-QUESTION");
        type("quand sort je?");
        assertThat(page.text()).contains("quand sort je?");
        tap("stay-send");
        MakeRequest made =
                WireCodec.strict(
                        bedside.link().sent().getFirst().command().body(), MakeRequest.class);
        assertThat(made.text()).contains("quand sort je?");
        assertThat(page.text())
                .contains("« quand sort je? »")
                .doesNotContain("Appuyez sur la sonnette de votre lit\n");
    }

    @Test
    void wordsOfPainAreAnsweredWithTheCallButtonAndSentAtOnce() {
        open();
        tap("ask-QUESTION");
        type("ai mal");
        assertThat(page.text()).contains("Vous ne vous sentez pas bien ?");
        tap("stay-send");
        assertThat(bedside.link().sent()).hasSize(1);
        assertThat(page.text())
                .contains("Appuyez sur la sonnette de votre lit")
                .contains("Nous montrons aussi votre message à l’équipe.");
        tap("stay-call-read");
        assertThat(page.text()).doesNotContain("Nous montrons aussi votre message");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void callButtonIsAlwaysNamed(Language language) {
        open();
        Bedside.onScreen(() -> bedside.wiring().kit().words().languageProperty().set(language));
        bedside.settle();
        String said =
                Bedside.onScreen(() -> bedside.wiring().kit().words().text("stay.call-button"));
        assertThat(page.text().replace('\n', ' ')).contains(said);
    }

    @Test
    void teamAppointmentsAndReadersOfTheRecordAreShown() {
        open();
        MyStay.fill(bedside.link()::put);
        bedside.settle();
        assertThat(page.text())
                .contains("Adeline, ")
                .containsOnlyOnce("Sara, ")
                .contains("15:30 · Scanner · Imagerie, rez-de-chaussée")
                .doesNotContain("Kinésithérapie")
                .contains("Infirmière · 09:05")
                .contains("accès d’urgence")
                .contains("Pas pendant votre traitement")
                .contains("L’équipe : À jeun jusqu’à midi");
    }

    @Test
    void appointmentsAreShownOnlyOnceThePatientSaysSo() {
        open();
        assertThat(page.text()).contains("Voulez-vous les voir ici ?");
        press(page.shown(each -> "stay-agree".equals(each.getId())).getFirst());
        assertThat(
                        WireCodec.strict(
                                bedside.link().sent().getFirst().command().body(),
                                GiveConsent.class))
                .isEqualTo(new GiveConsent(true));
        MyStay.agree(bedside.link()::put, true);
        bedside.settle();
        assertThat(page.text()).contains("Scanner");
        press(page.shown(each -> "stay-disagree".equals(each.getId())).getFirst());
        assertThat(page.text())
                .doesNotContain("Scanner")
                .contains("Vous avez choisi de ne pas les afficher ici.");
    }

    @Test
    void requestIsTakenBackAfterOneQuestion() {
        open();
        MyStay.request(
                bedside.link()::put, "r1", RequestKind.BLIND, State.SEEN, Optional.empty(), "");
        bedside.settle();
        press(page.shown(each -> "back-r1".equals(each.getId())).getFirst());
        assertThat(page.text()).contains("Vous n’en avez plus besoin ?");
        assertThat(bedside.link().sent()).isEmpty();
        press(page.shown(each -> "back-yes-r1".equals(each.getId())).getFirst());
        assertThat(bedside.link().sent().getFirst().command().type())
                .isEqualTo(WithdrawRequest.TYPE);
    }

    @Test
    void nextPatientFindsNothingOfTheLast() {
        open();
        MyStay.fill(bedside.link()::put);
        tap("ask-QUESTION");
        type("secret");
        bedside.link().discharge();
        bedside.settle();
        bedside.link().admit("s2");
        bedside.settle();
        page.show(StayScreen.NAME);
        assertThat(page.text()).doesNotContain("Scanner").doesNotContain("secret");
        tap("ask-QUESTION");
        assertThat(page.text()).doesNotContain("secret");
        assertThat(bedside.link().keys(Kind.STAY)).isEmpty();
    }

    @Test
    void draftIsStillThereAfterALookElsewhere() {
        open();
        tap("ask-QUESTION");
        type("bonjour");
        bedside.clock().forward(Duration.ofSeconds(10));
        page.show("home");
        page.show(StayScreen.NAME);
        assertThat(page.text()).contains("bonjour");
    }

    @Test
    void everyTextIsThereInEveryLanguage() {
        open();
        MyStay.fill(bedside.link()::put);
        for (State state : State.values()) {
            MyStay.request(
                    bedside.link()::put,
                    state.name(),
                    RequestKind.PILLOW,
                    state,
                    Optional.empty(),
                    "");
        }
        bedside.settle();
        for (Language language : Language.values()) {
            Bedside.onScreen(() -> bedside.wiring().kit().words().languageProperty().set(language));
            bedside.settle();
        }
        tap("ask-QUESTION");
        for (Language language : Language.values()) {
            Bedside.onScreen(() -> bedside.wiring().kit().words().languageProperty().set(language));
            press(page.shown(each -> "page-DIGITS".equals(each.getUserData())).getFirst());
            press(page.shown(each -> "page-MORE".equals(each.getUserData())).getFirst());
        }
        assertThat(bedside.wiring().kit().words().missing()).isEmpty();
    }
}

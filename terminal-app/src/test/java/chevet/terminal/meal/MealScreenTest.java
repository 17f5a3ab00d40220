package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chevet.model.meal.Allergen;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Refusal;
import chevet.model.meal.Tray;
import chevet.model.text.Language;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.Bedside;
import chevet.terminal.ui.TextSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;

/** The meals screen as a finger and a keyboard find it, in the whole terminal. */
class MealScreenTest {
    private final Bedside bedside = new Bedside(1280, 800).admitted();
    private final FxRobot finger = new FxRobot();

    @BeforeEach
    void theKitchenIsKnown() {
        Kitchen.fill(bedside.link()::put);
        bedside.settle();
    }

    @AfterEach
    void close() {
        bedside.close();
    }

    private String text() {
        return bedside.text();
    }

    private void tap(String words) {
        Bounds bounds = Bedside.onScreen(() -> middle(bedside.target(words)));
        finger.clickOn(
                bounds.getCenterX(), bounds.getCenterY(), Motion.DEFAULT, MouseButton.PRIMARY);
        bedside.settle();
    }

    private static Bounds middle(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private void toMeals() {
        Bedside.onScreen(() -> bedside.wiring().shell().show(MealScreen.NAME));
        bedside.settle();
    }

    @Test
    void dishShowsItsPictureWhereThereIsOne() {
        toMeals();
        tap("Plat");
        bedside.settle();
        List<Node> pictures = bedside.seen(ImageView.class::isInstance);
        assertThat(pictures).hasSize(1);
        Image plate = ((ImageView) pictures.getFirst()).getImage();
        assertThat(plate.getPixelReader().getArgb(200, 130))
                .isEqualTo(Kitchen.PLATE_GREEN.getRGB());
        assertThat(bedside.target("Filet de colin").lookup(".dish-picture")).isNotNull();
        assertThat(bedside.target("Blanquette").lookup(".dish-picture")).isNull();
    }

    private void chooseAndConfirm() {
        tap("Velouté de potiron");
        tap("Filet de colin");
        tap("Yaourt nature");
        tap("Compote de pommes");
        tap("Valider");
    }

    private Outcome outcome(Outcome.Status status, Optional<Reason> reason) {
        var command = bedside.link().sent().getFirst().command();
        return new Outcome(
                command.id(),
                command.series(),
                command.number(),
                status,
                reason,
                bedside.clock().instant());
    }

    private void decide(Outcome.Status status, Optional<Reason> reason) {
        bedside.link().decide(0, outcome(status, reason));
        bedside.settle();
    }

    private void put(Kind kind, String key, Object value) {
        bedside.link().put(kind, key, value);
        bedside.settle();
    }

    @Test
    void sixTapsLeadFromHomeToAConfirmedTray() {
        AtomicInteger taps = new AtomicInteger();
        Bedside.onScreen(
                () ->
                        bedside.scene()
                                .addEventFilter(
                                        MouseEvent.MOUSE_PRESSED, _ -> taps.incrementAndGet()));
        assertThat(text())
                .contains("Choisissez votre repas de ce soir avant 14:00")
                .contains("Il reste 2 h 18")
                .contains("Midi choisi · soir à choisir");
        tap("Choisissez votre repas de ce soir");
        chooseAndConfirm();
        assertThat(taps).hasValue(6);
        assertThat(bedside.link().sent()).hasSize(1);
        assertThat(
                        WireCodec.strict(
                                bedside.link().sent().getFirst().command().body(),
                                ChooseTray.class))
                .isEqualTo(new ChooseTray(Kitchen.DINNER, Kitchen.full()));
        assertThat(text())
                .contains("Votre choix est enregistré, il sera transmis dès que possible.");
        decide(Outcome.Status.ACCEPTED, Optional.empty());
        assertThat(text()).contains("Votre choix est confirmé.");
        put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.PATIENT, Kitchen.full()));
        assertThat(text()).contains("Reçu en cuisine.").contains("Modifiable jusqu’à 14:00");
        assertThat(bedside.target("Choisir : Midi · demain")).isNotNull();
    }

    @Test
    void aFingerThatSlidesChoosesNothing() {
        toMeals();
        Bounds card = Bedside.onScreen(() -> middle(bedside.target("Velouté de potiron")));
        finger.moveTo(card.getCenterX(), card.getCenterY());
        finger.press(MouseButton.PRIMARY);
        finger.moveBy(0, -14);
        finger.moveBy(0, -14);
        finger.release(MouseButton.PRIMARY);
        bedside.settle();
        assertThat(text()).contains("Entrée : à choisir");
    }

    @Test
    void aRefusedDishSaysWhyAndCannotBePressed() {
        toMeals();
        assertThat(text()).contains("Non proposé : allergie à l’œuf notée par votre équipe");
        assertThat(bedside.targets("Œuf mayonnaise")).isEmpty();
    }

    @Test
    void aCardIsReadAsAWhole() {
        toMeals();
        tap("Plat");
        assertThat(bedside.target("Filet de colin").getAccessibleText())
                .isEqualTo(
                        "Filet de colin, sauce citron. Riz, haricots verts. Contient : poisson,"
                                + " lait.");
    }

    @Test
    void keysAloneChooseAMeal() {
        toMeals();
        Bedside.onScreen(() -> bedside.target("Midi").requestFocus());
        for (String dish : List.of("Velouté", "Filet", "Yaourt", "Compote")) {
            tabTo(dish);
            finger.type(KeyCode.ENTER);
            bedside.settle();
        }
        tabTo("Valider");
        finger.type(KeyCode.ENTER);
        bedside.settle();
        assertThat(bedside.link().sent()).hasSize(1);
    }

    @Test
    void arrowsGoFromCardToCard() {
        toMeals();
        tap("Plat");
        Bedside.onScreen(() -> bedside.target("Filet de colin").requestFocus());
        finger.type(KeyCode.DOWN);
        bedside.settle();
        assertThat(
                        Bedside.called(
                                Bedside.onScreen(() -> bedside.scene().getFocusOwner()),
                                "Blanquette"))
                .isTrue();
    }

    private void tabTo(String words) {
        for (int i = 0; i < 60; i++) {
            Node owner = Bedside.onScreen(() -> bedside.scene().getFocusOwner());
            if (owner != null && Bedside.called(owner, words)) {
                return;
            }
            finger.type(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not reach: " + words);
    }

    @Test
    void aDietThatChangesIsFollowedAndSaid() {
        toMeals();
        tap("Velouté de potiron");
        tap("Filet de colin");
        put(
                Kind.STAY,
                "food-profile",
                Kitchen.profile(Set.of(), Set.of(Allergen.FISH), FoodTexture.REGULAR));
        assertThat(text())
                .contains("Votre équipe vient de changer votre régime")
                .contains("Filet de colin, sauce citron : allergie au poisson notée")
                .contains("Plat : à choisir");
    }

    @Test
    void aHeldTraySaysWhyAndWhatToDo() {
        put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.held(
                        Kitchen.DINNER,
                        Kitchen.full(),
                        Refusal.of(Refusal.Code.ALLERGEN_CONTAINED, Allergen.FISH)));
        assertThat(text()).contains("Choisissez de nouveau votre repas de ce soir avant 14:00");
        toMeals();
        assertThat(text())
                .contains("Votre choix ne convient plus : allergie au poisson notée")
                .contains("Choisissez un autre plat. Votre équipe est prévenue.")
                .contains("retenu");
    }

    @Test
    void fastingIsSaidWithItsHour() {
        put(
                Kind.STAY,
                "food-profile",
                Kitchen.fasting(Instant.parse("2026-11-21T17:00:00Z"), Optional.empty()));
        toMeals();
        assertThat(text()).contains("À jeun à partir de 18:00").contains("à jeun");
    }

    @Test
    void aProfileThatNobodyConfirmedIsExplained() {
        put(Kind.STAY, "food-profile", FoodProfile.UNCONFIRMED);
        toMeals();
        assertThat(text())
                .contains("Peu de plats pour le moment")
                .contains("Régime : en attente de confirmation");
    }

    @Test
    void tooLateIsSaidInWords() {
        toMeals();
        chooseAndConfirm();
        bedside.clock().forward(Duration.ofMinutes(140));
        Bedside.onScreen(() -> bedside.wiring().shell().tick());
        decide(
                Outcome.Status.REFUSED,
                Optional.of(new Reason("meal.too-late", Map.of("cutOff", "2026-11-21T13:00:00Z"))));
        toMeals();
        assertThat(text())
                .contains("Votre choix n’a pas été pris")
                .contains("Le choix s’est arrêté à 14:00. Si besoin, parlez-en à votre équipe.");
    }

    @Test
    void theTeamsChoiceSaysSo() {
        put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.STAFF, Kitchen.full()));
        toMeals();
        tap("Soir · aujourd’hui");
        assertThat(text())
                .contains("Choisi par l’équipe")
                .contains("Choisi pour vous par l’équipe");
    }

    @Test
    void afterADischargeNothingOfTheStayIsSeen() {
        toMeals();
        tap("Velouté de potiron");
        bedside.link().discharge();
        bedside.settle();
        toMeals();
        assertThat(text()).doesNotContain("Velouté").doesNotContain("sans sel");
        bedside.link().admit("s2");
        bedside.settle();
        toMeals();
        assertThat(text()).doesNotContain("sans sel").doesNotContain("Midi choisi");
    }

    @ParameterizedTest
    @EnumSource(TextSize.class)
    @Tag("slow")
    void aMealCanBeChosenAtEverySizeOfText(TextSize size) {
        Bedside.onScreen(() -> bedside.wiring().kit().look().textSizeProperty().set(size));
        toMeals();
        for (String dish : List.of("Velouté", "Filet", "Yaourt", "Compote", "Valider")) {
            Bedside.onScreen(() -> bedside.target(dish).requestFocus());
            bedside.settle();
            tap(dish);
        }
        assertThat(bedside.link().sent()).hasSize(1);
    }

    @Test
    void dishesBeginAtTheTopWhenTheTextBecomesLargerAndWhenTheRoomAboveThemDoes() {
        toMeals();
        Bedside.onScreen(
                () -> bedside.wiring().kit().look().textSizeProperty().set(TextSize.LARGEST));
        bedside.settle();
        assertThat(aboveTheDishes()).isCloseTo(0, within(1.0));

        Region steps = Bedside.onScreen(() -> (Region) bedside.scene().lookup(".service-steps"));
        Bedside.onScreen(() -> steps.setMinHeight(steps.getHeight() + 90));
        bedside.settle();
        assertThat(aboveTheDishes()).isCloseTo(0, within(1.0));
    }

    /** How far the dishes begin below the upper edge of what scrolls them. */
    private double aboveTheDishes() {
        return Bedside.onScreen(
                () -> {
                    Node dishes = bedside.scene().lookup(".shelf");
                    Node around = dishes;
                    while (!(around instanceof ScrollPane)) {
                        around = around.getParent();
                    }
                    return top(dishes) - top(around);
                });
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordIsKnownInEveryLanguage(Language language) {
        Bedside.onScreen(() -> bedside.wiring().kit().words().languageProperty().set(language));
        toMeals();
        for (Course course : Course.values()) {
            Bedside.onScreen(
                    () -> bedside.scene().lookup("#course-" + course).fireEvent(new ActionEvent()));
            bedside.settle();
        }
        assertThat(bedside.wiring().kit().words().missing()).isEmpty();
    }
}

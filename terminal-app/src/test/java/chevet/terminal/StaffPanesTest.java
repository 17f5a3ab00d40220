package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.PrescribeFilm;
import chevet.model.library.SignOffFilm;
import chevet.model.meal.Allergen;
import chevet.model.meal.ChangeFood;
import chevet.model.meal.ChooseFor;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.SourcedFood;
import chevet.model.meal.Tray;
import chevet.model.request.AnswerRequest;
import chevet.model.request.PatientRequest;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.model.stay.StayId;
import chevet.model.text.Texts;
import chevet.model.wire.Answer;
import chevet.model.wire.Body;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.library.Cinema;
import chevet.terminal.library.FilmPane;
import chevet.terminal.link.Asks;
import chevet.terminal.meal.FoodPane;
import chevet.terminal.meal.MealPane;
import chevet.terminal.meal.MealPorts;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.stay.MyStay;
import chevet.terminal.stay.RequestPane;
import chevet.terminal.ui.PictureSource;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff do at the bed: done before their eyes, or failed before their eyes. */
class StaffPanesTest {
    private final Bedside bedside = new Bedside(1280, 800);
    private final HandAsks asks = new HandAsks();

    /** Answers are given by hand. */
    private static final class HandAsks implements Asks {
        private record Act(String type, Object body, CompletableFuture<Answer> answer) {}

        final List<Act> acts = new ArrayList<>();

        @Override
        public CompletableFuture<Answer> ask(String type, Object body) {
            return act(type, body);
        }

        @Override
        public CompletableFuture<Answer> act(String type, Object body) {
            Act act = new Act(type, body, new CompletableFuture<>());
            acts.add(act);
            return act.answer();
        }

        <T> T last(Class<T> type) {
            // As the server would read it: strictly.
            return WireCodec.strict(WireCodec.body(acts.getLast().body()), type);
        }

        void done() {
            acts.getLast()
                    .answer()
                    .complete(new Answer("a", Optional.of(new Body("{}")), Optional.empty()));
        }

        void done(Object body) {
            acts.getLast()
                    .answer()
                    .complete(new Answer("a", Optional.of(WireCodec.body(body)), Optional.empty()));
        }

        void refuse(String code) {
            acts.getLast()
                    .answer()
                    .complete(new Answer("a", Optional.empty(), Optional.of(Reason.of(code))));
        }
    }

    private static StaffSession session(String stay, Permission... may) {
        return new StaffSession(
                "s",
                "secret",
                "S. Martin",
                "nurse",
                Texts.french("Infirmière"),
                Arrays.stream(may).collect(Collectors.toSet()),
                Optional.of(new StayId(stay)),
                Instant.MAX,
                Duration.ofMinutes(2),
                Duration.ofSeconds(20),
                Standing.PIN,
                false,
                Optional.empty());
    }

    @BeforeEach
    void admit() {
        bedside.admitted();
        MyStay.fill(bedside.link()::put);
        bedside.settle();
    }

    @AfterEach
    void close() {
        bedside.close();
    }

    private Work work() {
        // Reads where it is asked, shows on the screen's thread.
        return new Work(Runnable::run, Platform::runLater);
    }

    private WardTime time() {
        return new WardTime(bedside.clock(), ZoneId.of("Europe/Paris"));
    }

    private void open(StaffPane pane, StaffSession session) {
        Bedside.onScreen(
                () -> {
                    pane.view();
                    pane.open(session, asks);
                });
        bedside.settle();
    }

    private RequestPane requests() {
        return Bedside.onScreen(
                () -> new RequestPane(bedside.wiring().kit(), time(), work(), bedside.link()));
    }

    private FilmPane films() {
        return Bedside.onScreen(() -> new FilmPane(bedside.wiring().kit(), work(), bedside.link()));
    }

    private MealPane meals() {
        return Bedside.onScreen(
                () ->
                        new MealPane(
                                bedside.wiring().kit(),
                                time(),
                                work(),
                                new MealPorts(
                                        bedside.link(),
                                        bedside.link(),
                                        bedside.link(),
                                        PictureSource.NONE)));
    }

    private FoodPane food() {
        return Bedside.onScreen(
                () -> new FoodPane(bedside.wiring().kit(), time(), work(), bedside.link()));
    }

    private static String text(StaffPane pane) {
        return Bedside.onScreen(() -> Seen.text(pane.view()));
    }

    private void press(StaffPane pane, String id) {
        Bedside.onScreen(
                () ->
                        Seen.below(pane.view())
                                .filter(each -> id.equals(each.getId()))
                                .findFirst()
                                .ifPresentOrElse(
                                        StaffPanesTest::fire,
                                        () -> {
                                            throw new AssertionError("no " + id);
                                        }));
        bedside.settle();
    }

    private static void fire(Node node) {
        if (node instanceof Pressable pressable) {
            pressable.fire();
        } else {
            ((ButtonBase) node).fire();
        }
    }

    private static final Permission ANSWER = new Permission(Resource.REQUESTS, Action.ANSWER);
    private static final Permission PRESCRIBE = new Permission(Resource.FILMS, Action.PRESCRIBE);
    private static final Permission SIGN = new Permission(Resource.FILMS, Action.SIGN_OFF);
    private static final Permission MEALS = new Permission(Resource.MEALS, Action.CHANGE);

    @Test
    void requestIsAnsweredAtTheBedAndThePaneSaysSo() {
        RequestPane pane = requests();
        open(pane, session("s1", ANSWER));
        assertThat(text(pane)).contains("09:05 · Un oreiller").doesNotContain("Le store");
        press(pane, "pane-done-r1");
        assertThat(text(pane)).contains("Un instant…");
        AnswerRequest sent = asks.last(AnswerRequest.class);
        assertThat(sent.to()).isEqualTo(PatientRequest.State.DONE);
        assertThat(sent.token()).isEqualTo("secret");
        // While it is under way nothing else is asked.
        press(pane, "pane-done-r1");
        assertThat(asks.acts).hasSize(1);
        asks.done();
        bedside.settle();
        assertThat(text(pane)).contains("C’est fait.");
    }

    @Test
    void whatFailsFailsBeforeTheirEyes() {
        RequestPane pane = requests();
        open(pane, session("s1", ANSWER));
        press(pane, "pane-done-r1");
        asks.refuse("request.over");
        bedside.settle();
        assertThat(text(pane)).contains("Cette demande est déjà terminée.");
        press(pane, "pane-done-r1");
        asks.acts.getLast().answer().completeExceptionally(new TimeoutException("no answer"));
        bedside.settle();
        assertThat(text(pane)).contains("Le serveur ne répond pas.");
    }

    @Test
    void closedPaneHoldsNothingAndShowsNoLateAnswer() {
        RequestPane pane = requests();
        open(pane, session("s1", ANSWER));
        press(pane, "pane-done-r1");
        Bedside.onScreen(pane::close);
        asks.done();
        bedside.settle();
        assertThat(text(pane)).isEmpty();
        MyStay.fill(bedside.link()::put);
        bedside.settle();
        assertThat(text(pane)).isEmpty();
    }

    @Test
    void paneShowsNothingOfAnotherPatientThanTheSessions() {
        RequestPane pane = requests();
        open(pane, session("s2", ANSWER));
        assertThat(text(pane)).doesNotContain("Un oreiller");
    }

    @Test
    void panesAreThereForWhoMayOnly() {
        assertThat(requests().permitted(session("s1", MEALS))).isFalse();
        assertThat(films().permitted(session("s1", MEALS))).isFalse();
        assertThat(meals().permitted(session("s1", MEALS))).isTrue();
        assertThat(meals().permitted(session("s1", ANSWER, SIGN))).isFalse();
        RequestPane pane = requests();
        open(pane, session("s1", new Permission(Resource.REQUESTS, Action.READ)));
        assertThat(text(pane)).contains("Un oreiller").doesNotContain("Fait");
    }

    @Test
    void filmIsPrescribedAndSignedOffAtTheBed() {
        Cinema.prescribe(bedside.link()::put);
        FilmPane pane = films();
        open(pane, session("s1", PRESCRIBE, SIGN));
        assertThat(text(pane)).contains("Votre opération de la cataracte");
        press(pane, "pane-sign-cataract");
        assertThat(asks.last(SignOffFilm.class).film().value()).isEqualTo("cataract");
        asks.done();
        bedside.settle();
        press(pane, "pane-prescribe");
        press(pane, "pane-prescribe-mri");
        assertThat(asks.last(PrescribeFilm.class).film().value()).isEqualTo("mri");
        asks.done();
        bedside.settle();
        assertThat(text(pane)).contains("C’est fait.").doesNotContain("Passer une IRM");
    }

    @Test
    void mealIsChosenForThePatientByThePatientsOwnRule() {
        MealPane pane = meals();
        open(pane, session("s1", MEALS));
        String begin =
                Bedside.onScreen(
                        () ->
                                Seen.below(pane.view())
                                        .map(Node::getId)
                                        .filter(id -> id != null && id.startsWith("pane-meal-"))
                                        .findFirst()
                                        .orElseThrow());
        press(pane, begin);
        for (int i = 0; i < 12 && sendDisabled(pane); i++) {
            pickNext(pane);
        }
        press(pane, "pane-meal-send");
        ChooseFor chosen = asks.last(ChooseFor.class);
        assertThat(chosen.choice().dishes()).isNotEmpty();
        assertThat(begin).isEqualTo("pane-meal-" + chosen.choice().key());
        asks.refuse("meal.too-late");
        bedside.settle();
        assertThat(text(pane)).contains("L’heure limite de ce repas est passée.");
    }

    @Test
    void heldTrayIsShownWithItsReasonToWhoMayOnlyRead() {
        ServiceKey key = new ServiceKey(LocalDate.of(2026, 11, 21), MealService.DINNER);
        bedside.link()
                .put(
                        Kind.STAY,
                        "tray/" + key,
                        new Tray(
                                key,
                                Tray.State.HELD,
                                Map.of(Course.DESSERT, new DishId("yaourt-nature")),
                                Optional.of(Tray.ChosenBy.PATIENT),
                                Bedside.SATURDAY,
                                List.of(
                                        Refusal.of(
                                                Refusal.Code.ALLERGEN_CONTAINED, Allergen.MILK))));
        MealPane pane = meals();
        open(pane, session("s1", new Permission(Resource.MEALS, Action.READ)));
        assertThat(text(pane))
                .contains("Ne convient plus : à décider", "allergie au lait notée")
                .doesNotContain("Choisir pour le patient");
    }

    private static final Permission READ_FOOD = new Permission(Resource.FOOD_PROFILE, Action.READ);
    private static final Permission CHANGE_FOOD =
            new Permission(Resource.FOOD_PROFILE, Action.CHANGE);

    private static FoodProfile profile(boolean confirmed, Allergen... allergies) {
        return new FoodProfile(
                confirmed,
                Set.of(),
                Set.of(allergies),
                FoodTexture.REGULAR,
                DrinkThickness.THIN,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static FoodSheet sheet(FoodProfile profile, FoodSheet.Doubt... doubts) {
        return new FoodSheet(profile, FoodProfile.UNCONFIRMED, List.of(doubts));
    }

    @Test
    void foodProfileIsChangedAndConfirmedInThreeTaps() {
        FoodPane pane = food();
        open(pane, session("s1", READ_FOOD, CHANGE_FOOD));
        asks.done(
                sheet(
                        profile(false),
                        new FoodSheet.Doubt(
                                "fhir",
                                new SourcedFood.Unclear(
                                        "k1", SourcedFood.Kind.ALLERGY, "noix de coco"),
                                Bedside.SATURDAY)));
        bedside.settle();
        assertThat(text(pane))
                .contains("À confirmer", "Allergie : « noix de coco »", "Dossier de l’hôpital");
        press(pane, "pane-seen-k1");
        press(pane, "pane-food-ALLERGIES");
        press(pane, "pane-food-MILK");
        press(pane, "pane-food-keep");
        ChangeFood sent = asks.last(ChangeFood.class);
        assertThat(sent.before()).isEqualTo(profile(false));
        assertThat(sent.profile()).isEqualTo(profile(true, Allergen.MILK));
        assertThat(sent.seen()).containsExactly("k1");
        asks.done(sheet(profile(true, Allergen.MILK)));
        bedside.settle();
        assertThat(text(pane)).contains("Confirmé", "Lait", "C’est fait.");
    }

    @Test
    void everyPartOfAFoodProfileIsSetAndTakenAwayAgainAtTheBed() {
        cooksWith("céleri", "carottes", "Œuf");
        FoodPane pane = food();
        open(pane, session("s1", READ_FOOD, CHANGE_FOOD));
        asks.done(sheet(profile(true)));
        bedside.settle();
        pressAll(
                pane,
                "ALLERGIES",
                "MILK",
                "DIETS",
                "LOW_SALT",
                "TEXTURE",
                "texture-1",
                "THICKNESS",
                "thickness-1",
                "FASTING",
                "fasting-1",
                "LIMITS",
                "carbohydrate-1",
                "fluid-1",
                "AVERSIONS",
                "letter-0");
        assertThat(text(pane)).contains("carottes", "céleri").doesNotContain("Œuf");
        pressAll(pane, "céleri", "letter-1", "Œuf", "keep");
        FoodProfile set = asks.last(ChangeFood.class).profile();
        assertThat(set.aversions()).containsExactlyInAnyOrder("céleri", "Œuf");
        assertThat(set.allergies()).containsExactly(Allergen.MILK);
        assertThat(set.diets()).containsExactly(Diet.LOW_SALT);
        assertThat(set.texture()).isNotEqualTo(FoodTexture.REGULAR);
        assertThat(set.thickness()).isNotEqualTo(DrinkThickness.THIN);
        assertThat(set.fasting()).isPresent();
        assertThat(set.carbohydrateLimit()).isPresent();
        assertThat(set.fluidLimit()).isPresent();

        asks.done(sheet(set));
        bedside.settle();
        pressAll(
                pane,
                "ALLERGIES",
                "MILK",
                "DIETS",
                "LOW_SALT",
                "TEXTURE",
                "texture-0",
                "THICKNESS",
                "thickness-0",
                "FASTING",
                "fasting-0",
                "LIMITS",
                "carbohydrate-0",
                "fluid-0",
                "AVERSIONS",
                "céleri",
                "Œuf",
                "keep");
        assertThat(text(pane)).contains("N’aime pas : ");
        pressAll(pane, "sure");
        assertThat(asks.last(ChangeFood.class).profile()).isEqualTo(profile(true));
    }

    private void pressAll(StaffPane pane, String... keys) {
        for (String key : keys) {
            press(pane, "pane-food-" + key);
        }
    }

    private void cooksWith(String... ingredients) {
        Dish dish =
                bedside.link()
                        .snapshot()
                        .all(Kind.HOUSE, "dish/", Dish.class)
                        .values()
                        .iterator()
                        .next();
        bedside.link()
                .put(
                        Kind.HOUSE,
                        "dish/" + dish.id(),
                        new Dish(
                                dish.id(),
                                dish.name(),
                                dish.detail(),
                                dish.allergens(),
                                dish.suits(),
                                dish.textures(),
                                dish.thicknesses(),
                                dish.portion(),
                                Set.of(ingredients),
                                dish.picture()));
    }

    @Test
    void whatTakesAPrecautionAwayIsAskedOnce() {
        FoodPane pane = food();
        open(pane, session("s1", READ_FOOD, CHANGE_FOOD));
        asks.done(sheet(profile(true, Allergen.MILK)));
        bedside.settle();
        press(pane, "pane-food-ALLERGIES");
        press(pane, "pane-food-MILK");
        press(pane, "pane-food-keep");
        assertThat(text(pane)).contains("Allergies : Lait → Aucune notée");
        assertThat(asks.acts).hasSize(1);
        press(pane, "pane-food-sure");
        assertThat(asks.last(ChangeFood.class).profile()).isEqualTo(profile(true));
        // Somebody else was quicker: what applies now is read again beside the refusal.
        asks.refuse("food.changed");
        bedside.settle();
        asks.done(sheet(profile(true, Allergen.FISH)));
        bedside.settle();
        assertThat(text(pane)).contains("Le profil vient d’être changé ailleurs.", "Poisson");
    }

    @Test
    void whileTheServerIsSilentThePaneShowsWhatTheTerminalKnowsAndChangesNothing() {
        bedside.link().put(Kind.STAY, "food-profile", profile(true, Allergen.CELERY));
        FoodPane pane = food();
        open(pane, session("s1", READ_FOOD, CHANGE_FOOD));
        asks.acts.getLast().answer().completeExceptionally(new TimeoutException("no answer"));
        bedside.settle();
        assertThat(text(pane))
                .contains("Allergies : Céleri", "Le serveur ne répond pas.", "Relire")
                .doesNotContain("Enregistrer");
        FoodPane other = food();
        open(other, session("s2", READ_FOOD));
        assertThat(text(other)).doesNotContain("Céleri");
    }

    @Test
    void foodProfileIsOnlyReadByWhoMayOnlyReadAndGoneWithTheSession() {
        FoodPane pane = food();
        assertThat(pane.permitted(session("s1", MEALS))).isFalse();
        open(pane, session("s1", READ_FOOD));
        asks.done(sheet(profile(false, Allergen.MILK)));
        bedside.settle();
        assertThat(text(pane)).contains("Lait").doesNotContain("Enregistrer");
        Bedside.onScreen(pane::close);
        assertThat(text(pane)).isEmpty();
    }

    private boolean sendDisabled(StaffPane pane) {
        return Bedside.onScreen(
                () ->
                        Seen.below(pane.view())
                                .filter(each -> "pane-meal-send".equals(each.getId()))
                                .anyMatch(Node::isDisabled));
    }

    /** The first dish of the first course of which none is chosen. */
    private void pickNext(StaffPane pane) {
        Bedside.onScreen(
                () ->
                        Seen.below(pane.view())
                                .filter(chevet.terminal.ui.Choices.class::isInstance)
                                .map(chevet.terminal.ui.Choices.class::cast)
                                .filter(
                                        choices ->
                                                choices.getChildrenUnmodifiable().stream()
                                                        .map(ToggleButton.class::cast)
                                                        .noneMatch(ToggleButton::isSelected))
                                .findFirst()
                                .ifPresent(
                                        choices ->
                                                ((ButtonBase)
                                                                choices.getChildrenUnmodifiable()
                                                                        .get(0))
                                                        .fire()));
        bedside.settle();
    }
}

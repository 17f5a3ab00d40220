package chevet.tour;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.CutOffs;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealRule;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Verdict;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Replica;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** What the patient in the bed does, screen by screen; each state is read before its picture. */
final class PatientWalk {
    private static final Duration TIME_ENOUGH = Duration.ofMinutes(15);

    private final Seat seat;
    private final Camera camera;

    PatientWalk(Seat seat, Camera camera) {
        this.seat = seat;
        this.camera = camera;
    }

    /**
     * The next service that can still be chosen and has a dish that is not for this patient, a main
     * dish where there is one: its name and that course.
     */
    ServiceAndCourse choosable() {
        Wait.until(
                "the menus are there",
                () -> {
                    Replica.Snapshot known = seat.link().snapshot();
                    return known.stay().isPresent()
                            && Neighbours.profile(known).confirmed()
                            && !known.all(Kind.WARD, "menu/", ServiceMenu.class).isEmpty();
                });
        Replica.Snapshot known = seat.link().snapshot();
        Instant now = Instant.now();
        return known.all(Kind.WARD, "menu/", ServiceMenu.class).values().stream()
                .filter(
                        menu ->
                                CutOffs.open(menu, now)
                                        && CutOffs.open(menu, now.plus(TIME_ENOUGH)))
                .filter(menu -> Neighbours.tray(known, menu.key()).isPresent())
                .flatMap(menu -> refusing(known, menu).stream())
                .min(
                        Comparator.comparing(
                                        (ServiceAndCourse each) -> each.course() != Course.MAIN)
                                .thenComparing(ServiceAndCourse::key))
                .orElseThrow(() -> new AssertionError("no service with a dish that is refused"));
    }

    record ServiceAndCourse(ServiceKey key, Course course) {}

    private static List<ServiceAndCourse> refusing(Replica.Snapshot known, ServiceMenu menu) {
        Map<DishId, Dish> dishes = Neighbours.dishes(known);
        FoodProfile profile = Neighbours.profile(known);
        return menu.courses().stream()
                .filter(
                        course ->
                                course.dishes().stream()
                                        .flatMap(id -> Optional.ofNullable(dishes.get(id)).stream())
                                        .anyMatch(
                                                dish ->
                                                        MealRule.judge(
                                                                        dish,
                                                                        profile,
                                                                        course.course(),
                                                                        menu)
                                                                instanceof Verdict.Refused))
                .map(course -> new ServiceAndCourse(menu.key(), course.course()))
                .toList();
    }

    /** Home, the drawers of the bar, and what can be made comfortable. */
    void arrives() throws IOException {
        camera.normally();
        seat.await(".tile");
        seat.await(".now");
        Wait.until("home has something to do", () -> !seat.has(".nothing"));
        camera.pictures("home", "meal.title");
        seat.tapNamed("shell.language");
        camera.pictures("language", "language.ar");
        seat.tapNamed("shell.close");
        seat.show("display");
        camera.pictures("display", "display.text-size");
        goesByKeys();
    }

    /** IT's way out of the kiosk, and back. */
    void seesTheWayOut() throws IOException {
        seat.type(KeyCode.CONTROL, KeyCode.ALT, KeyCode.SHIFT, KeyCode.X);
        camera.pictures("exit", "exit.title");
        seat.tapNamed("exit.cancel");
        seat.await(".welcome");
    }

    /** Somebody who goes by keys sees where they are. */
    private void goesByKeys() throws IOException {
        seat.show("meals");
        seat.type(KeyCode.TAB);
        seat.type(KeyCode.TAB);
        camera.pictures("meals-keys", "meal.tray");
        seat.show("home");
    }

    /** From home to the kitchen, course by course. */
    void chooses(ServiceAndCourse wanted) throws IOException {
        Map<Course, DishId> tray = tray(wanted.key());
        seat.tap(".tile-meals");
        seat.tap("#service-" + wanted.key());
        boolean pictured = false;
        for (Map.Entry<Course, DishId> each : tray.entrySet()) {
            seat.tap("#course-" + each.getKey());
            seat.tap("#dish-" + each.getValue());
            if (each.getKey() == wanted.course()) {
                seat.tap("#course-" + each.getKey());
                seat.await(".dish-refused");
                camera.pictures("meals", "meal.tray");
                pictured = true;
            }
        }
        if (!pictured) {
            seat.tap("#course-" + wanted.course());
            seat.await(".dish-refused");
            camera.pictures("meals", "meal.tray");
        }
        camera.pictures("meals-tray-full", "meal.submit");
        seat.tap("#meal-act");
        seat.read(seat.words("meal.stage.CHOSEN"));
        camera.pictures("meals-received", "meal.stage.CHOSEN");
    }

    private Map<Course, DishId> tray(ServiceKey key) {
        return new EnumMap<>(
                Neighbours.tray(seat.link().snapshot(), key)
                        .map(ChooseTray::dishes)
                        .orElseThrow(() -> new AssertionError("nothing fits at " + key)));
    }

    /** An allergen of what has been chosen, in the main dish where it has one. */
    Allergen inTheTray(ServiceKey key) {
        Map<DishId, Dish> dishes = Neighbours.dishes(seat.link().snapshot());
        Map<Course, DishId> tray = tray(key);
        Comparator<Map.Entry<Course, DishId>> mainFirst =
                Comparator.comparing(each -> each.getKey() != Course.MAIN);
        return tray.entrySet().stream()
                .sorted(mainFirst)
                .flatMap(each -> Optional.ofNullable(dishes.get(each.getValue())).stream())
                .flatMap(dish -> dish.allergens().entrySet().stream())
                .filter(each -> each.getValue() == AllergenStatus.CONTAINS)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing on the tray has an allergen"));
    }

    void looksAtTheTray(ServiceKey key) {
        seat.show("meals");
        seat.tap("#service-" + key);
    }

    /** Waits until the screen says that the tray is held; returns how long that took. */
    Duration isToldThatItIsHeld() {
        return seat.read(seat.words("meal.stage.HELD"));
    }

    void seesWhatIsHeld() throws IOException {
        camera.pictures("meals-held", "meal.stage.HELD");
        seat.show("home");
        String again = seat.words("meal.todo.held");
        seat.read(again.substring(0, again.indexOf('{')));
        camera.pictures("home-held", "meal.title");
    }

    /** Without the server: a tap waits, and says so. */
    void choosesOffline(ServiceKey key) throws IOException {
        seat.show("meals");
        seat.tap("#service-" + key);
        Wait.until("the line is known to be cut", () -> seat.has(".strip-warn"));
        for (Map.Entry<Course, DishId> each : tray(key).entrySet()) {
            seat.tap("#course-" + each.getKey());
            seat.tap("#dish-" + each.getValue());
        }
        seat.tap("#meal-act");
        seat.read(seat.words("meal.stage.WAITING"));
        camera.pictures("meals-offline", "meal.stage.WAITING");
        seat.show("home");
        camera.pictures("home-offline", "meal.title");
        seat.show("meals");
    }

    /** The server is back: what waited has been sent, and the strip is gone. */
    void isSentAfterAll(ServiceKey key) throws IOException {
        seat.tap("#service-" + key);
        seat.read(seat.words("meal.stage.CHOSEN"));
        Wait.until("the strip is gone", () -> !seat.has(".strip-warn"));
        camera.pictures("meals-sent-after-all", "meal.stage.CHOSEN");
    }

    /** The stay has ended: the screens are as new. */
    void leaves() throws IOException {
        seat.await(".welcome");
        camera.pictures("empty-bed", "home.welcome");
        if (seat.has(".tile")) {
            throw new AssertionError("an empty bed shows a patient's doors");
        }
    }
}

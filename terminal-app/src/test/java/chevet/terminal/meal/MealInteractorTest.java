package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DishId;
import chevet.model.meal.Refusal;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.LeftOut;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.meal.MealModel.Tab;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MealInteractorTest extends MealSitting {
    @Test
    void theServiceThatWaitsMostIsOpenAtItsFirstCourse() {
        assertThat(panel().key()).isEqualTo(Kitchen.DINNER);
        assertThat(course()).isEqualTo(Course.STARTER);
        assertThat(panel().left()).contains(Duration.ofMinutes(138));
    }

    @Test
    void servicesTellTheirStates() {
        assertThat(state(Kitchen.LUNCH)).isEqualTo(ServiceState.CHOSEN);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.DUE);
        assertThat(state(Kitchen.SUNDAY_LUNCH)).isEqualTo(ServiceState.OPEN);
    }

    @Test
    void drinkAndBreadComeByThemselves() {
        assertThat(mark(Course.DRINK)).contains(Tab.Mark.PICKED);
        assertThat(mark(Course.BREAD)).contains(Tab.Mark.PICKED);
        assertThat(mark(Course.MAIN)).contains(Tab.Mark.TO_CHOOSE);
    }

    @Test
    void whatComesByItselfCanBeChanged() {
        meals.openCourse(Course.DRINK);
        meals.pick(Kitchen.JUS);
        chooseFull();
        meals.submit();
        assertThat(link.choices().getFirst().dishes()).containsEntry(Course.DRINK, Kitchen.JUS);
    }

    @Test
    void refusedDishesStandApartWithTheirReason() {
        meals.openCourse(Course.MAIN);
        assertThat(offered()).containsExactly(Kitchen.COLIN, Kitchen.DINDE, Kitchen.CURRY);
        Card refused = model.shelf().get().refused().getFirst();
        assertThat(refused.id()).isEqualTo(Kitchen.OMELETTE);
        assertThat(refused.refusals())
                .containsExactly(Refusal.of(Refusal.Code.ALLERGEN_CONTAINED, Allergen.EGGS));
    }

    @Test
    void replacementsStandUnderTheirOwnHeading() {
        meals.openCourse(Course.MAIN);
        assertThat(model.shelf().get().replacements())
                .extracting(Card::id)
                .containsExactly(Kitchen.JAMBON);
    }

    @Test
    void aCardTellsItsAllergensAndItsTag() {
        meals.openCourse(Course.MAIN);
        Card colin = model.shelf().get().offered().getFirst();
        Card curry = model.shelf().get().offered().getLast();
        assertThat(colin.contains()).containsExactly(Allergen.FISH, Allergen.MILK);
        assertThat(colin.suits()).isEmpty();
        assertThat(curry.suits()).containsExactly(Diet.VEGAN);
    }

    @Test
    void aDishThatIsNotOfferedCannotBePicked() {
        meals.openCourse(Course.MAIN);
        meals.pick(Kitchen.OMELETTE);
        assertThat(mark(Course.MAIN)).contains(Tab.Mark.TO_CHOOSE);
    }

    @Test
    void afterEachDishTheNextCourseOpens() {
        List<Course> opened = new ArrayList<>();
        for (DishId dish : List.of(Kitchen.VELOUTE, Kitchen.COLIN, Kitchen.YAOURT)) {
            meals.pick(dish);
            opened.add(course());
        }
        assertThat(opened).containsExactly(Course.MAIN, Course.DAIRY, Course.DESSERT);
    }

    @Test
    void theCourseThatWasSkippedOpensAgainAtTheEnd() {
        meals.openCourse(Course.MAIN);
        meals.pick(Kitchen.COLIN);
        meals.pick(Kitchen.YAOURT);
        meals.pick(Kitchen.COMPOTE);
        assertThat(course()).isEqualTo(Course.STARTER);
    }

    @Test
    void aCourseMayBeLeftOutOnPurpose() {
        meals.pick(Kitchen.VELOUTE);
        meals.pick(Kitchen.COLIN);
        meals.pick(Kitchen.YAOURT);
        meals.leaveOut();
        assertThat(mark(Course.DESSERT)).contains(Tab.Mark.WITHOUT);
        meals.submit();
        assertThat(link.choices().getFirst().dishes()).hasSize(5).doesNotContainKey(Course.DESSERT);
    }

    @Test
    void anUnfinishedTrayIsNotSentButOpensWhatIsMissing() {
        meals.pick(Kitchen.VELOUTE);
        meals.pick(Kitchen.COLIN);
        meals.submit();
        assertThat(link.choices()).isEmpty();
        assertThat(notice(Notice.StillToChoose.class))
                .contains(new Notice.StillToChoose(List.of(Course.DAIRY, Course.DESSERT)));
        assertThat(course()).isEqualTo(Course.DAIRY);
    }

    @Test
    void anEmptyTrayIsNotSent() {
        for (Course course : Course.values()) {
            meals.openCourse(course);
            meals.leaveOut();
        }
        meals.submit();
        assertThat(link.choices()).isEmpty();
        assertThat(notice(Notice.StillToChoose.class)).isPresent();
    }

    @Test
    void atTheCutOffTheScreenStopsOfferingByItself() {
        meals.pick(Kitchen.VELOUTE);
        clock.set(Instant.parse("2026-11-21T13:00:00Z"));
        meals.tick();
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.TOO_LATE);
        assertThat(panel().left()).isEmpty();
        meals.submit();
        assertThat(link.choices()).isEmpty();
    }

    @Test
    void timeLeftGoesDown() {
        clock.set(Kitchen.NOW.plus(Duration.ofMinutes(18)));
        meals.tick();
        assertThat(panel().left()).contains(Duration.ofHours(2));
    }

    @Test
    void aServiceThatTheKitchenClosedCannotBeChosen() {
        link.put(
                Kind.WARD,
                "menu/" + Kitchen.DINNER,
                Kitchen.with(
                        Kitchen.menu(Kitchen.DINNER, "2026-11-21T13:00:00Z"),
                        Kitchen.courses(),
                        true));
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.CLOSED);
        meals.select(Kitchen.DINNER);
        assertThat(model.tabs().get()).isEmpty();
    }

    @Test
    void aServiceThatIsNotOpenYetSaysSo() {
        clock.set(Instant.parse("2026-11-17T10:00:00Z"));
        meals.tick();
        assertThat(state(Kitchen.LUNCH)).isEqualTo(ServiceState.CHOSEN);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.NOT_YET);
    }

    @Test
    void yesterdaysTrayIsTakenUpAsFarAsItMayBeHad() {
        Map<Course, DishId> yesterday =
                Map.of(
                        Course.STARTER, Kitchen.OEUF,
                        Course.MAIN, Kitchen.DINDE,
                        Course.DESSERT, Kitchen.COMPOTE,
                        Course.DRINK, Kitchen.JUS);
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.YESTERDAY_DINNER,
                Kitchen.chosen(Kitchen.YESTERDAY_DINNER, Tray.ChosenBy.PATIENT, yesterday));
        assertThat(panel().repeatable()).isTrue();
        meals.repeat();
        assertThat(mark(Course.MAIN)).contains(Tab.Mark.PICKED);
        assertThat(mark(Course.STARTER)).contains(Tab.Mark.TO_CHOOSE);
        assertThat(course()).isEqualTo(Course.STARTER);
        List<LeftOut> leftOut = notice(Notice.Repeated.class).orElseThrow().leftOut();
        assertThat(leftOut).extracting(l -> l.name().fr()).containsExactly("Œuf mayonnaise");
    }

    @Test
    void aDishThatIsNotOnTodaysMenuIsSaid() {
        link.put(
                Kind.WARD,
                "menu/" + Kitchen.DINNER,
                Kitchen.with(
                        Kitchen.menu(Kitchen.DINNER, "2026-11-21T13:00:00Z"),
                        List.of(
                                Kitchen.course(
                                        Course.MAIN,
                                        List.of(Kitchen.CURRY),
                                        List.of(),
                                        Kitchen.CURRY)),
                        false));
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.YESTERDAY_DINNER,
                Kitchen.chosen(
                        Kitchen.YESTERDAY_DINNER,
                        Tray.ChosenBy.PATIENT,
                        Map.of(Course.MAIN, Kitchen.COLIN)));
        meals.repeat();
        assertThat(notice(Notice.Repeated.class).orElseThrow().leftOut())
                .extracting(l -> l.reason().code())
                .containsExactly(Refusal.Code.NOT_ON_THE_MENU);
    }

    @Test
    void withoutATrayOfYesterdayThereIsNothingToRepeat() {
        assertThat(panel().repeatable()).isFalse();
        meals.repeat();
        assertThat(model.notices().get()).isEmpty();
    }

    @Test
    void whatTheTeamChoseSaysSo() {
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.STAFF, Kitchen.full()));
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.CHOSEN_BY_TEAM);
        meals.select(Kitchen.DINNER);
        assertThat(mark(Course.MAIN)).contains(Tab.Mark.PICKED);
        assertThat(panel().left()).isPresent();
    }

    @Test
    void whatTheTeamChoseLeavesNothingToAskFor() {
        meals.select(Kitchen.DINNER);
        meals.submit();
        assertThat(notice(Notice.StillToChoose.class)).isPresent();
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.STAFF, Kitchen.full()));
        assertThat(notice(Notice.StillToChoose.class)).isEmpty();
    }

    @Test
    void theNextPatientFindsNothingOfTheLast() {
        meals.pick(Kitchen.VELOUTE);
        link.stay(Optional.empty());
        assertThat(model.services().get()).isEmpty();
        assertThat(model.panel().get()).isEmpty();
        link.stay(Optional.of(new StayId("st-2")));
        link.put(Kind.STAY, "food-profile", Kitchen.PROFILE);
        assertThat(mark(Course.STARTER)).contains(Tab.Mark.TO_CHOOSE);
        assertThat(model.services().get())
                .extracting(Service::state)
                .doesNotContain(ServiceState.CHOSEN);
    }

    @Test
    void forgettingDropsDraftsAndReadsAnew() {
        meals.pick(Kitchen.VELOUTE);
        meals.forget();
        assertThat(model.services().get()).isEmpty();
        feed.forget();
        assertThat(mark(Course.STARTER)).contains(Tab.Mark.TO_CHOOSE);
    }

    @Test
    void aReadingUnderWayWhenTheStayChangesCostsNoMenus() {
        Deque<Runnable> apart = new ArrayDeque<>();
        try (MealFeed slow = new MealFeed(link, link, meals, new Work(apart::add, Runnable::run))) {
            slow.start();
            runAll(apart);
            link.put(Kind.STAY, "food-profile", Kitchen.PROFILE);
            slow.forget();
            runAll(apart);
            link.put(Kind.STAY, "food-profile", Kitchen.PROFILE);
            runAll(apart);
            assertThat(model.services().get()).isNotEmpty();
        }
    }

    private static void runAll(Deque<Runnable> queue) {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }

    @Test
    void homeSaysWhatToDoNow() {
        MealModel.Doorway doorway = model.doorway().get();
        assertThat(doorway.due()).isEqualTo(1);
        assertThat(doorway.todo())
                .contains(
                        new MealModel.Todo(
                                Kitchen.DINNER,
                                0,
                                false,
                                Instant.parse("2026-11-21T13:00:00Z"),
                                Duration.ofMinutes(138)));
        chooseFull();
        meals.submit();
        assertThat(model.doorway().get().todo()).isEmpty();
        assertThat(model.doorway().get().due()).isZero();
    }

    @Test
    void homeSaysThatAHeldTrayWantsAnotherChoice() {
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.SUNDAY_LUNCH,
                Kitchen.held(
                        Kitchen.SUNDAY_LUNCH,
                        Kitchen.full(),
                        Refusal.of(Refusal.Code.DIET, Diet.DIABETIC)));
        chooseFull();
        meals.submit();
        assertThat(model.doorway().get().todo().orElseThrow().held()).isTrue();
    }

    @Test
    void comingBackKeepsWhatIsHalfChosen() {
        meals.select(Kitchen.SUNDAY_LUNCH);
        meals.pick(Kitchen.VELOUTE);
        meals.enter();
        assertThat(panel().key()).isEqualTo(Kitchen.SUNDAY_LUNCH);
        assertThat(course()).isEqualTo(Course.MAIN);
    }

    @Test
    void aMealThatWasEatenIsGone() {
        clock.set(Instant.parse("2026-11-21T14:00:00Z"));
        meals.tick();
        assertThat(model.services().get())
                .extracting(Service::key)
                .doesNotContain(Kitchen.LUNCH)
                .contains(Kitchen.DINNER);
    }

    @Test
    void nothingPersonalIsInAnyText() {
        chooseFull();
        MealFacts facts = new FactsReader(link, link).read(Set.of(Kind.values()));
        assertThat(facts + " " + panel().regime() + " " + Sent.keeping("c", Kitchen.full()))
                .doesNotContain("EGGS", "LOW_SALT", "colin");
    }
}

package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.meal.MealModel.Action;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.LeftOut;
import chevet.terminal.meal.MealModel.Line;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Panel;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.meal.MealModel.Tab;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MealInteractorTest {
    private static final Instant SOON = Kitchen.NOW.plusSeconds(3);

    private final FakeLink link = Kitchen.link();
    private final MealModel model = new MealModel();
    private final Hand clock = new Hand();
    private final Work work = new Work(Runnable::run, Runnable::run);
    private final MealInteractor meals =
            new MealInteractor(model, link, work.screen(), new WardTime(clock, Kitchen.PARIS));
    private final MealFeed feed = new MealFeed(link, link, meals, work);

    /** A clock that goes on when it is told to. */
    private static final class Hand extends Clock {
        private Instant now = Kitchen.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void patientComesToTheScreen() {
        feed.start();
        meals.enter();
    }

    private Panel panel() {
        return model.panel().get().orElseThrow();
    }

    private ServiceState state(ServiceKey key) {
        return model.services().get().stream()
                .filter(s -> s.key().equals(key))
                .map(Service::state)
                .findFirst()
                .orElseThrow();
    }

    private Course course() {
        return model.shelf().get().course().orElseThrow();
    }

    private List<DishId> offered() {
        return model.shelf().get().offered().stream().map(Card::id).toList();
    }

    private Optional<Tab.Mark> mark(Course course) {
        return panel().lines().stream()
                .filter(l -> l.course() == course)
                .map(Line::mark)
                .findFirst();
    }

    private <T extends Notice> Optional<T> notice(Class<T> type) {
        return model.notices().get().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private void chooseFull() {
        meals.pick(Kitchen.VELOUTE);
        meals.pick(Kitchen.COLIN);
        meals.pick(Kitchen.YAOURT);
        meals.pick(Kitchen.COMPOTE);
    }

    private void profile(FoodProfile profile) {
        link.put(Kind.STAY, "food-profile", profile);
    }

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
    void breadThatDoesNotPassTheRuleDoesNotComeByItself() {
        profile(
                Kitchen.profile(
                        Set.of(Diet.GLUTEN_FREE), Set.of(), FoodTexture.SOFT_AND_BITE_SIZED));
        assertThat(mark(Course.BREAD)).contains(Tab.Mark.NOTHING_FITS);
        assertThat(panel().action()).isEqualTo(new Action.Submit(4));
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
    void theWholeTrayIsSent() {
        chooseFull();
        meals.submit();
        assertThat(link.choices()).containsExactly(new ChooseTray(Kitchen.DINNER, Kitchen.full()));
        assertThat(link.last().stay()).contains(new StayId("st-1"));
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
    void nothingIsPromisedBeforeItIsOnDisk() {
        link.slowDisk();
        chooseFull();
        meals.submit();
        assertThat(panel().keeping()).isTrue();
        assertThat(panel().action()).isEqualTo(new Action.None());
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.DUE);
        link.keep();
        assertThat(panel().keeping()).isFalse();
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.WAITING);
    }

    @Test
    void aSecondTapWhileItIsWrittenSendsNothingMore() {
        link.slowDisk();
        chooseFull();
        meals.submit();
        meals.submit();
        meals.pick(Kitchen.TARTE);
        assertThat(link.choices()).hasSize(1);
    }

    @Test
    void aChoiceThatCouldNotBeWrittenComesBackIntoTheHand() {
        link.breakDisk();
        chooseFull();
        meals.submit();
        assertThat(notice(Notice.NotKept.class)).isPresent();
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.DUE);
        assertThat(panel().action()).isEqualTo(new Action.Submit(0));
    }

    @Test
    void theStagesOfAChoiceAreWaitingAcceptedReceived() {
        List<ServiceState> stages = new ArrayList<>();
        chooseFull();
        meals.submit();
        stages.add(state(Kitchen.DINNER));
        link.accept(link.last(), SOON);
        stages.add(state(Kitchen.DINNER));
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.PATIENT, Kitchen.full()));
        stages.add(state(Kitchen.DINNER));
        assertThat(stages)
                .containsExactly(ServiceState.WAITING, ServiceState.ACCEPTED, ServiceState.CHOSEN);
    }

    @Test
    void theTrayMayComeBeforeItsOutcome() {
        chooseFull();
        meals.submit();
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.PATIENT, Kitchen.full()));
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.WAITING);
        link.accept(link.last(), SOON);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.CHOSEN);
    }

    @Test
    void afterAChoiceTheNextServiceIsOffered() {
        chooseFull();
        meals.submit();
        assertThat(panel().action()).isEqualTo(new Action.Next(Kitchen.SUNDAY_LUNCH, 1));
        meals.select(Kitchen.SUNDAY_LUNCH);
        assertThat(course()).isEqualTo(Course.STARTER);
        chooseFull();
        meals.submit();
        assertThat(panel().action()).isEqualTo(new Action.Next(Kitchen.SUNDAY_DINNER, 1));
        meals.select(Kitchen.SUNDAY_DINNER);
        chooseFull();
        meals.submit();
        assertThat(panel().action()).isEqualTo(new Action.Done());
        assertThat(link.choices())
                .extracting(ChooseTray::key)
                .containsExactly(Kitchen.DINNER, Kitchen.SUNDAY_LUNCH, Kitchen.SUNDAY_DINNER);
    }

    @Test
    void aChoiceCanBeChangedUntilTheCutOff() {
        chooseFull();
        meals.submit();
        link.accept(link.last(), SOON);
        meals.openCourse(Course.DESSERT);
        meals.pick(Kitchen.POMME);
        assertThat(panel().action()).isEqualTo(new Action.Submit(0));
        meals.submit();
        assertThat(link.choices()).hasSize(2);
        assertThat(link.choices().getLast().dishes()).containsEntry(Course.DESSERT, Kitchen.POMME);
    }

    @Test
    void theSameChoiceIsNotSentTwice() {
        chooseFull();
        meals.submit();
        meals.openCourse(Course.DESSERT);
        meals.pick(Kitchen.COMPOTE);
        meals.submit();
        assertThat(link.choices()).hasSize(1);
    }

    @Test
    void theOutcomeOfAReplacedChoiceIsNotTold() {
        chooseFull();
        meals.submit();
        var first = link.last();
        meals.openCourse(Course.DESSERT);
        meals.pick(Kitchen.POMME);
        meals.submit();
        link.refuse(first, Reason.of("meal.incomplete"), SOON);
        assertThat(notice(Notice.Refused.class)).isEmpty();
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.WAITING);
    }

    @Test
    void aRefusalSaysWhyAndLeavesTheTrayInTheHand() {
        chooseFull();
        meals.submit();
        Reason reason = new Reason("meal.refused", Map.of("code", "DIET", "about", "LOW_SALT"));
        link.refuse(link.last(), reason, SOON);
        assertThat(notice(Notice.Refused.class)).contains(new Notice.Refused(reason));
        assertThat(mark(Course.MAIN)).contains(Tab.Mark.PICKED);
        assertThat(panel().action()).isEqualTo(new Action.Submit(0));
    }

    @Test
    void whatCouldNotBeDoneIsToldToo() {
        chooseFull();
        meals.submit();
        link.fail(link.last(), SOON);
        assertThat(notice(Notice.Refused.class).orElseThrow().reason().code())
                .isEqualTo("command.failed");
    }

    @Test
    void tooLateIsToldAndTheDefaultTrayShown() {
        chooseFull();
        meals.submit();
        clock.now = Instant.parse("2026-11-21T13:00:10Z");
        meals.tick();
        link.refuse(
                link.last(),
                new Reason("meal.too-late", Map.of("cutOff", "2026-11-21T13:00:00Z")),
                clock.now);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.TOO_LATE);
        assertThat(notice(Notice.Refused.class)).isPresent();
        assertThat(model.tabs().get()).isEmpty();
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.tray(
                        Kitchen.DINNER, Tray.State.DEFAULT, Map.of(Course.MAIN, Kitchen.COLIN)));
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.DEFAULT);
        assertThat(offered()).containsExactly(Kitchen.COLIN);
    }

    @Test
    void atTheCutOffTheScreenStopsOfferingByItself() {
        meals.pick(Kitchen.VELOUTE);
        clock.now = Instant.parse("2026-11-21T13:00:00Z");
        meals.tick();
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.TOO_LATE);
        assertThat(panel().left()).isEmpty();
        meals.submit();
        assertThat(link.choices()).isEmpty();
    }

    @Test
    void timeLeftGoesDown() {
        clock.now = Kitchen.NOW.plus(Duration.ofMinutes(18));
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
        clock.now = Instant.parse("2026-11-17T10:00:00Z");
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
    void aChangedProfileTakesDishesOutOfTheHandAndSaysWhich() {
        meals.pick(Kitchen.VELOUTE);
        meals.pick(Kitchen.COLIN);
        profile(Kitchen.profile(Set.of(), Set.of(Allergen.FISH), FoodTexture.REGULAR));
        assertThat(mark(Course.STARTER)).contains(Tab.Mark.PICKED);
        assertThat(mark(Course.MAIN)).contains(Tab.Mark.TO_CHOOSE);
        Notice.Changed changed = notice(Notice.Changed.class).orElseThrow();
        assertThat(changed.profile()).isTrue();
        assertThat(changed.leftOut())
                .extracting(l -> l.name().fr())
                .containsExactly("Filet de colin, sauce citron");
        meals.openCourse(Course.MAIN);
        assertThat(model.shelf().get().refused())
                .extracting(Card::id)
                .containsExactly(Kitchen.COLIN);
    }

    @Test
    void aProfileThatAllowsMoreShowsMoreAtOnce() {
        meals.openCourse(Course.MAIN);
        profile(Kitchen.profile(Set.of(), Set.of(), FoodTexture.REGULAR));
        assertThat(offered()).contains(Kitchen.OMELETTE);
        assertThat(notice(Notice.Changed.class)).contains(new Notice.Changed(true, List.of()));
    }

    @Test
    void aRecipeThatChangesTakesItsDishOutOfTheHand() {
        meals.pick(Kitchen.VELOUTE);
        link.put(
                Kind.HOUSE,
                "dish/" + Kitchen.VELOUTE,
                Kitchen.with(Kitchen.dish(Kitchen.VELOUTE), Allergen.EGGS, AllergenStatus.UNKNOWN));
        assertThat(mark(Course.STARTER)).contains(Tab.Mark.NOTHING_FITS);
        assertThat(notice(Notice.Changed.class).orElseThrow().leftOut())
                .extracting(l -> l.reason().code())
                .containsExactly(Refusal.Code.ALLERGEN_UNKNOWN);
    }

    @Test
    void theWordOfAChangeGoesWithTheNextTap() {
        profile(Kitchen.profile(Set.of(), Set.of(), FoodTexture.REGULAR));
        meals.pick(Kitchen.VELOUTE);
        assertThat(notice(Notice.Changed.class)).isEmpty();
    }

    @Test
    void aHeldTraySaysWhyAndCanBeChosenAgain() {
        Refusal why = Refusal.of(Refusal.Code.ALLERGEN_CONTAINED, Allergen.FISH);
        profile(Kitchen.profile(Set.of(), Set.of(Allergen.FISH), FoodTexture.REGULAR));
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.held(Kitchen.DINNER, Kitchen.full(), why));
        meals.select(Kitchen.DINNER);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.HELD);
        assertThat(notice(Notice.Held.class)).contains(new Notice.Held(List.of(why), true));
        assertThat(course()).isEqualTo(Course.MAIN);
        assertThat(mark(Course.DESSERT)).contains(Tab.Mark.PICKED);
        meals.pick(Kitchen.DINDE);
        meals.submit();
        assertThat(link.choices().getFirst().dishes()).containsEntry(Course.MAIN, Kitchen.DINDE);
    }

    @Test
    void aTrayHeldWhileItIsOpenShowsTheCourseToChooseAgain() {
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.chosen(Kitchen.DINNER, Tray.ChosenBy.PATIENT, Kitchen.full()));
        meals.select(Kitchen.DINNER);
        meals.openCourse(Course.DESSERT);
        profile(Kitchen.profile(Set.of(), Set.of(Allergen.FISH), FoodTexture.REGULAR));
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.held(
                        Kitchen.DINNER,
                        Kitchen.full(),
                        Refusal.of(Refusal.Code.ALLERGEN_CONTAINED, Allergen.FISH)));
        assertThat(course()).isEqualTo(Course.MAIN);
    }

    @Test
    void aTrayHeldAfterTheCutOffIsTheTeamsMatter() {
        clock.now = Instant.parse("2026-11-21T14:00:00Z");
        link.put(
                Kind.STAY,
                "tray/" + Kitchen.DINNER,
                Kitchen.held(
                        Kitchen.DINNER,
                        Kitchen.full(),
                        Refusal.of(Refusal.Code.TEXTURE, FoodTexture.PUREED)));
        meals.select(Kitchen.DINNER);
        assertThat(notice(Notice.Held.class).orElseThrow().canChoose()).isFalse();
        assertThat(model.tabs().get()).isEmpty();
    }

    @Test
    void aFastingPatientIsOfferedNothing() {
        profile(Kitchen.fasting(Instant.parse("2026-11-21T11:00:00Z"), Optional.empty()));
        meals.select(Kitchen.DINNER);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.FASTING);
        assertThat(notice(Notice.Fasting.class)).isPresent();
        assertThat(model.tabs().get()).isEmpty();
        assertThat(model.doorway().get().todo()).isEmpty();
    }

    @Test
    void fastingThatBeginsLaterIsToldBefore() {
        profile(Kitchen.fasting(Instant.parse("2026-11-21T23:00:00Z"), Optional.empty()));
        assertThat(panel().key()).isEqualTo(Kitchen.DINNER);
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.DUE);
        assertThat(notice(Notice.Fasting.class)).isPresent();
        assertThat(state(Kitchen.SUNDAY_LUNCH)).isEqualTo(ServiceState.FASTING);
    }

    @Test
    void anUnconfirmedProfileIsExplained() {
        profile(FoodProfile.UNCONFIRMED);
        assertThat(notice(Notice.Unconfirmed.class)).isPresent();
        meals.openCourse(Course.MAIN);
        assertThat(offered()).containsExactly(Kitchen.CURRY);
        assertThat(panel().regime().confirmed()).isFalse();
    }

    @Test
    void aStayWithoutAProfileIsRestrictedToo() {
        link.stay(Optional.of(new StayId("st-2")));
        meals.openCourse(Course.MAIN);
        assertThat(notice(Notice.Unconfirmed.class)).isPresent();
        assertThat(offered()).containsExactly(Kitchen.CURRY);
    }

    @Test
    void aTrayOverALimitIsNotSentAndSaysSo() {
        profile(
                new FoodProfile(
                        true,
                        Set.of(),
                        Set.of(),
                        FoodTexture.REGULAR,
                        DrinkThickness.THIN,
                        Optional.empty(),
                        Set.of(),
                        Optional.of(100),
                        Optional.empty()));
        chooseFull();
        assertThat(notice(Notice.TooMuch.class)).isPresent();
        meals.submit();
        assertThat(link.choices()).isEmpty();
        meals.openCourse(Course.DESSERT);
        meals.leaveOut();
        assertThat(notice(Notice.TooMuch.class)).isEmpty();
        meals.submit();
        assertThat(link.choices()).hasSize(1);
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
    void aChoiceLeftFromBeforeARestartIsStillWaiting() {
        link.leftFromBefore(new ChooseTray(Kitchen.SUNDAY_LUNCH, Kitchen.full()));
        link.put(Kind.STAY, "food-profile", Kitchen.PROFILE);
        assertThat(state(Kitchen.SUNDAY_LUNCH)).isEqualTo(ServiceState.WAITING);
    }

    @Test
    void theOutcomeOfAChoiceFromBeforeARestartIsToldToo() {
        var before = link.leftFromBefore(new ChooseTray(Kitchen.SUNDAY_LUNCH, Kitchen.full()));
        link.put(Kind.STAY, "food-profile", Kitchen.PROFILE);
        link.refuse(before, Reason.of("meal.closed"), SOON);
        assertThat(state(Kitchen.SUNDAY_LUNCH)).isEqualTo(ServiceState.OPEN);
        meals.select(Kitchen.SUNDAY_LUNCH);
        assertThat(notice(Notice.Refused.class)).isPresent();
    }

    @Test
    void anAnsweredChoiceDoesNotComeBackByAnOldReading() {
        chooseFull();
        meals.submit();
        Map<ServiceKey, MealFacts.Waiting> waiting = new HashMap<>();
        waiting.put(
                Kitchen.DINNER,
                new MealFacts.Waiting(
                        link.last().id(), new ChooseTray(Kitchen.DINNER, Kitchen.full())));
        MealFacts old = new FactsReader(link, link).read(Set.of(Kind.values()));
        link.refuse(link.last(), Reason.of("meal.incomplete"), SOON);
        meals.facts(
                new MealFacts(
                        old.stay(),
                        old.profile(),
                        old.dishes(),
                        old.menus(),
                        old.trays(),
                        waiting));
        assertThat(state(Kitchen.DINNER)).isEqualTo(ServiceState.DUE);
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
    void theOutcomeOfAnotherStaysChoiceIsNotTold() {
        chooseFull();
        meals.submit();
        var of = link.last();
        link.stay(Optional.of(new StayId("st-2")));
        link.refuse(of, Reason.of("stay.not-here"), SOON);
        assertThat(notice(Notice.Refused.class)).isEmpty();
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
        clock.now = Instant.parse("2026-11-21T14:00:00Z");
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

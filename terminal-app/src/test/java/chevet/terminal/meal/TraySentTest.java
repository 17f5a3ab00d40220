package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.meal.MealModel.Action;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Tab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the last tap of a choice to what became of it. */
class TraySentTest extends MealSitting {
    @Test
    void theWholeTrayIsSent() {
        chooseFull();
        meals.submit();
        assertThat(link.choices()).containsExactly(new ChooseTray(Kitchen.DINNER, Kitchen.full()));
        assertThat(link.last().stay()).contains(new StayId("st-1"));
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
        clock.set(Instant.parse("2026-11-21T13:00:10Z"));
        meals.tick();
        link.refuse(
                link.last(),
                new Reason("meal.too-late", Map.of("cutOff", "2026-11-21T13:00:00Z")),
                clock.instant());
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
    void theOutcomeOfAnotherStaysChoiceIsNotTold() {
        chooseFull();
        meals.submit();
        var of = link.last();
        link.stay(Optional.of(new StayId("st-2")));
        link.refuse(of, Reason.of("stay.not-here"), SOON);
        assertThat(notice(Notice.Refused.class)).isEmpty();
    }
}

package chevet.terminal.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Refusal;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.meal.MealModel.Action;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Tab;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a food profile, and a change of it, does to the open screen. */
class ProfileAtTheBedTest extends MealSitting {
    @Test
    void breadThatDoesNotPassTheRuleDoesNotComeByItself() {
        profile(
                Kitchen.profile(
                        Set.of(Diet.GLUTEN_FREE), Set.of(), FoodTexture.SOFT_AND_BITE_SIZED));
        assertThat(mark(Course.BREAD)).contains(Tab.Mark.NOTHING_FITS);
        assertThat(panel().action()).isEqualTo(new Action.Submit(4));
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
        clock.set(Instant.parse("2026-11-21T14:00:00Z"));
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
}

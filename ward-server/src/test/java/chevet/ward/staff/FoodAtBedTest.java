package chevet.ward.staff;

import static chevet.ward.staff.StaffHouse.T214;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.ChangeFood;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.ReadFood;
import chevet.model.meal.SourcedFood;
import chevet.model.staff.StaffSession;
import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.Ask;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Databases;
import chevet.ward.meal.DietLine;
import chevet.ward.meal.House;
import chevet.ward.meal.MealActs;
import chevet.ward.sync.AskHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The food profile at the bed, by a real card, gate, audit and kitchen. */
final class FoodAtBedTest {
    @TempDir private Path directory;
    private Databases on;
    private StaffHouse house;
    private StayId stay;
    private AskHandler read;
    private AskHandler change;

    @BeforeEach
    void begin() {
        on = Databases.sqlite();
        house = new StaffHouse(on, directory);
        stay = house.house.admit("214-F");
        read = MealActs.readFood(house.house.meals.trays(), house.staff.gate());
        change = MealActs.changeFood(house.house.meals.trays(), house.staff.gate());
    }

    @AfterEach
    void end() {
        assertThat(house.sound()).isTrue();
        on.close();
    }

    private static Ask ask(String type, Optional<String> act, Object body) {
        return new Ask("a", T214, Instant.EPOCH, type, act, WireCodec.body(body));
    }

    private FoodSheet read(StaffSession session) {
        Answer answer =
                read.answer(ask(ReadFood.TYPE, Optional.empty(), new ReadFood(session.token())));
        return sheet(answer);
    }

    private Answer change(
            StaffSession session, FoodProfile before, FoodProfile now, String... seen) {
        return change.answer(
                ask(
                        ChangeFood.TYPE,
                        Optional.of("act"),
                        new ChangeFood(session.token(), before, now, Set.of(seen))));
    }

    private static FoodSheet sheet(Answer answer) {
        assertThat(answer.refused()).isEmpty();
        return WireCodec.strict(answer.body().orElseThrow(), FoodSheet.class);
    }

    private static String refusal(Answer answer) {
        assertThat(answer.body()).isEmpty();
        return answer.refused().orElseThrow().code();
    }

    private static FoodProfile confirmed(Allergen... allergies) {
        return new FoodProfile(
                true,
                Set.of(),
                Set.of(allergies),
                FoodTexture.REGULAR,
                DrinkThickness.THIN,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The record names one allergy, and one that no rule knows. */
    private static SourcedFood record() {
        return new SourcedFood(
                true,
                true,
                Set.of(),
                Set.of(Allergen.EGGS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(new SourcedFood.Unclear("k1", SourcedFood.Kind.ALLERGY, "noix de coco")));
    }

    private List<DietLine> toSettle() {
        return house.house.meals.diets().of(House.WARD);
    }

    @Test
    void nurseConfirmsTheProfileAndTheScreenAndTheKitchenFollow() {
        StaffSession nurse = house.login(T214, house.nurse);
        FoodSheet before = read(nurse);
        assertThat(before.profile()).isEqualTo(FoodProfile.UNCONFIRMED);
        FoodSheet after = sheet(change(nurse, before.profile(), confirmed(Allergen.MILK)));
        assertThat(after.profile()).isEqualTo(confirmed(Allergen.MILK));
        assertThat(house.house.profile(stay)).isEqualTo(confirmed(Allergen.MILK));
        assertThat(house.told(StreamId.stay(stay)))
                .containsEntry("food-profile", confirmed(Allergen.MILK));
        assertThat(toSettle()).isEmpty();
    }

    @Test
    void whatWasChangedElsewhereMeanwhileIsNotOverwritten() {
        StaffSession nurse = house.login(T214, house.nurse);
        FoodProfile looked = read(nurse).profile();
        house.house.meals.trays().setProfile(stay, confirmed(Allergen.FISH), "dietitian");
        assertThat(refusal(change(nurse, looked, confirmed(Allergen.MILK))))
                .isEqualTo("food.changed");
        assertThat(house.house.profile(stay)).isEqualTo(confirmed(Allergen.FISH));
        // The same change once more is no other change.
        assertThat(sheet(change(nurse, looked, confirmed(Allergen.FISH))).profile())
                .isEqualTo(confirmed(Allergen.FISH));
    }

    @Test
    void whatNoRuleUnderstoodRestrictsUntilItIsSeenAndTheRecordsPartStays() {
        house.house.meals.trays().setProfile(stay, confirmed(), "dietitian");
        house.house.meals.sources().take(stay, "fhir", record());
        DietLine line = toSettle().getFirst();
        assertThat(line.bed().value()).isEqualTo("214-F");
        assertThat(line.doubts().getFirst().line().text()).isEqualTo("noix de coco");
        StaffSession nurse = house.login(T214, house.nurse);
        FoodSheet sheet = read(nurse);
        assertThat(sheet.profile().confirmed()).isFalse();
        assertThat(sheet.fromSystems().allergies()).containsExactly(Allergen.EGGS);
        assertThat(sheet.doubts().getFirst().source()).isEqualTo("fhir");
        FoodSheet unseen = sheet(change(nurse, sheet.profile(), confirmed(Allergen.NUTS)));
        assertThat(unseen.profile().confirmed()).isFalse();
        FoodSheet seen = sheet(change(nurse, unseen.profile(), confirmed(Allergen.NUTS), "k1"));
        assertThat(seen.profile()).isEqualTo(confirmed(Allergen.EGGS, Allergen.NUTS));
        assertThat(seen.doubts()).isEmpty();
        assertThat(toSettle()).isEmpty();
    }

    @Test
    void whoeverMayNotIsRefusedAndNothingChanges() {
        StaffSession other = house.login(T214, house.elsewhere);
        assertThat(
                        refusal(
                                read.answer(
                                        ask(
                                                ReadFood.TYPE,
                                                Optional.empty(),
                                                new ReadFood(other.token())))))
                .isEqualTo("staff.not-permitted");
        assertThat(refusal(change(other, FoodProfile.UNCONFIRMED, confirmed())))
                .isEqualTo("staff.not-permitted");
        assertThat(house.house.profile(stay)).isEqualTo(FoodProfile.UNCONFIRMED);
    }

    @Test
    void valueOutOfBoundsIsRefused() {
        StaffSession nurse = house.login(T214, house.nurse);
        FoodProfile wild =
                new FoodProfile(
                        true,
                        Set.of(),
                        Set.of(),
                        FoodTexture.REGULAR,
                        DrinkThickness.THIN,
                        Optional.empty(),
                        Set.of(),
                        Optional.of(-1),
                        Optional.empty());
        assertThat(refusal(change(nurse, FoodProfile.UNCONFIRMED, wild))).isEqualTo("food.wrong");
    }
}

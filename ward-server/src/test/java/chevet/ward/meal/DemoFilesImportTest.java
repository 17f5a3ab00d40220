package chevet.ward.meal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.RowFaults;
import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The demo ward's files go through the importer that every hospital's go through. */
class DemoFilesImportTest {
    private final RowFaults faults = new RowFaults("demo", Language.FR);

    @Test
    void dishesAndCycleAreReadWithoutAFault() throws IOException {
        Map<DishId, Dish> dishes =
                MenuFiles.dishes(
                        "dishes.csv",
                        demo("dishes.csv"),
                        new DishPictures(Optional.empty(), Map.of(), faults),
                        faults);
        int lines =
                MenuFiles.cycle("menu-cycle.csv", demo("menu-cycle.csv"), dishes.keySet(), faults)
                        .size();
        assertThat(faults.problems()).isEmpty();
        assertThat(dishes).hasSize(147);
        assertThat(lines).isEqualTo(14 * (4 + 4 + 2 + 4));
    }

    @Test
    void anEmptyAllergenCellIsUnknown() throws IOException {
        Map<DishId, Dish> dishes =
                MenuFiles.dishes(
                        "dishes.csv",
                        demo("dishes.csv"),
                        new DishPictures(Optional.empty(), Map.of(), faults),
                        faults);
        Dish sausage =
                Optional.ofNullable(dishes.get(new DishId("saucisse-lentilles"))).orElseThrow();
        assertThat(sausage.status(Allergen.MUSTARD)).isEqualTo(AllergenStatus.UNKNOWN);
        assertThat(sausage.status(Allergen.FISH)).isEqualTo(AllergenStatus.FREE);
        assertThat(sausage.status(Allergen.GLUTEN)).isEqualTo(AllergenStatus.MAY_CONTAIN);
    }

    @Test
    void profilesAreReadWithoutAFault() throws IOException {
        StayId stay = new StayId("st-1");
        Map<StayId, FoodProfile> profiles =
                new ProfileFile(
                                Map.of(new BedId("214-F"), stay),
                                LocalDate.of(2026, 11, 21),
                                ZoneId.of("Europe/Paris"))
                        .read("patients.csv", onlyBed("214-F"), faults);
        assertThat(faults.problems()).isEmpty();
        FoodProfile profile = Optional.ofNullable(profiles.get(stay)).orElseThrow();
        assertThat(profile.confirmed()).isTrue();
        assertThat(profile.allergies()).containsExactly(Allergen.PEANUTS, Allergen.NUTS);
        assertThat(profile.aversions()).containsExactly("épinards");
    }

    private static byte[] onlyBed(String bed) throws IOException {
        StringBuilder kept = new StringBuilder();
        new String(demo("patients.csv"), UTF_8)
                .lines()
                .filter(line -> line.startsWith("bed;") || line.startsWith(bed + ";"))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString().getBytes(UTF_8);
    }

    private static byte[] demo(String file) throws IOException {
        try (InputStream in =
                Optional.ofNullable(DemoFilesImportTest.class.getResourceAsStream("/demo/" + file))
                        .orElseThrow()) {
            return in.readAllBytes();
        }
    }
}

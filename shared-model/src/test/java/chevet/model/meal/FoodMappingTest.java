package chevet.model.meal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.FoodFacts.Allergy;
import chevet.model.meal.FoodFacts.Order;
import chevet.model.meal.SourcedFood.Kind;
import chevet.model.meal.SourcedFood.Unclear;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoodMappingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static Coded words(String text) {
        return new Coded(List.of(), Optional.of(text));
    }

    private static Coded code(String system, String code) {
        return new Coded(
                List.of(new Coded.Coding(system, code, Optional.empty())), Optional.empty());
    }

    private static SourcedFood allergy(Coded substance, String... categories) {
        return FoodMapping.of(
                new FoodFacts(
                        List.of(new Allergy("a1", Set.of(categories), List.of(substance))),
                        List.of(),
                        0));
    }

    private static Order order(List<Coded> types) {
        return order(types, List.of(), List.of(), List.of(), List.of());
    }

    private static Order order(
            List<Coded> types,
            List<Coded> textures,
            List<Coded> fluids,
            List<Coded> excluded,
            List<Coded> preferred) {
        return new Order(
                "o1",
                false,
                types,
                textures,
                fluids,
                excluded,
                preferred,
                List.of(),
                List.of(),
                NOW,
                Optional.empty());
    }

    private static SourcedFood ordered(Order order) {
        return FoodMapping.of(new FoodFacts(List.of(), List.of(order), 0));
    }

    private static Set<Kind> unclear(SourcedFood food) {
        return food.unclear().stream()
                .map(Unclear::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Œuf                              | EGGS
                    Allergie sévère aux œufs         | EGGS
                    Arachide                         | PEANUTS
                    Lait de vache                    | MILK
                    Noix de cajou                    | NUTS
                    Nuts                             | NUTS PEANUTS
                    Shellfish                        | CRUSTACEANS MOLLUSCS
                    Fruits de mer                    | CRUSTACEANS MOLLUSCS
                    Poisson, crevettes               | FISH CRUSTACEANS
                    Blé                              | GLUTEN
                    Graines de sésame                | SESAME
                    """)
    void wordsOfAFoodAllergyAreUnderstood(String text, String allergens) {
        SourcedFood food = allergy(words(text), "food");

        assertThat(food.allergies()).isEqualTo(set(allergens));
        assertThat(food.unclear()).isEmpty();
        assertThat(food.allergiesSaid()).isTrue();
    }

    private static Set<Allergen> set(String names) {
        return Arrays.stream(names.split(" ")).map(Allergen::valueOf).collect(Collectors.toSet());
    }

    @Test
    void aCodeAloneIsUnderstood() {
        assertThat(allergy(code(FoodCodes.SNOMED, "91935009"), "food").allergies())
                .containsExactly(Allergen.PEANUTS);
    }

    @Test
    void anUnknownFoodIsForTheDietitian() {
        SourcedFood food = allergy(words("Fraise"), "food");

        assertThat(unclear(food)).containsExactly(Kind.ALLERGY);
        assertThat(food.unclear().getFirst().text()).isEqualTo("Fraise");
        assertThat(food.allergiesSaid()).isTrue();
        assertThat(food.complete()).isFalse();
    }

    @Test
    void anUnknownCodeOfAnotherSystemIsForTheDietitian() {
        SourcedFood food = allergy(code("urn:local", "91935009"), "food");

        assertThat(food.allergies()).isEmpty();
        assertThat(unclear(food)).containsExactly(Kind.ALLERGY);
    }

    @Test
    void aWordTooManyKeepsWhatWasFoundAndAsks() {
        SourcedFood food = allergy(words("Shellfish except oysters"), "food");

        assertThat(food.allergies()).contains(Allergen.CRUSTACEANS, Allergen.MOLLUSCS);
        assertThat(unclear(food)).containsExactly(Kind.ALLERGY);
    }

    @Test
    void aDrugIsNoFood() {
        SourcedFood food = allergy(words("Pénicilline"), "medication");

        assertThat(food.unclear()).isEmpty();
        assertThat(food.allergiesSaid()).isFalse();
    }

    @Test
    void withoutACategoryItMightBeFood() {
        assertThat(unclear(allergy(words("Pénicilline")))).containsExactly(Kind.ALLERGY);
    }

    @Test
    void onlyTheStatementSaysThatThereIsNone() {
        assertThat(allergy(code(FoodCodes.SNOMED, "716186003")).allergiesSaid()).isTrue();
        assertThat(allergy(code(FoodCodes.SNOMED, "429625007")).allergiesSaid()).isTrue();
        assertThat(allergy(code(FoodCodes.SNOMED, "409137002")).allergiesSaid()).isFalse();
        assertThat(FoodMapping.of(new FoodFacts(List.of(), List.of(), 0)).allergiesSaid())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Régime sans sel            | LOW_SALT
                    Low sodium diet            | LOW_SALT
                    DD - Diabetic diet         | DIABETIC
                    Fiber restricted diet      | LOW_RESIDUE
                    Hyperprotéiné              | HIGH_PROTEIN
                    Sans gluten et sans lactose| GLUTEN_FREE LACTOSE_FREE
                    Régime végétarien          | VEGETARIAN
                    """)
    void wordsOfADietAreUnderstood(String text, String diets) {
        SourcedFood food = ordered(order(List.of(words(text))));

        assertThat(food.diets())
                .isEqualTo(
                        Arrays.stream(diets.split(" "))
                                .map(Diet::valueOf)
                                .collect(Collectors.toSet()));
        assertThat(food.unclear()).isEmpty();
        assertThat(food.dietSaid()).isTrue();
    }

    @Test
    void anOrdinaryDietRestrictsNothing() {
        SourcedFood food = ordered(order(List.of(words("Régime normal"))));

        assertThat(food.diets()).isEmpty();
        assertThat(food.unclear()).isEmpty();
        assertThat(food.dietSaid()).isTrue();
    }

    @Test
    void anUnknownDietIsForTheDietitian() {
        assertThat(unclear(ordered(order(List.of(words("Cardiac diet"))))))
                .containsExactly(Kind.DIET);
    }

    @Test
    void nothingByMouthIsFasting() {
        SourcedFood food = ordered(order(List.of(words("À jeun"))));

        assertThat(food.fasting()).hasValueSatisfying(f -> assertThat(f.at(NOW)).isTrue());
        assertThat(food.unclear()).isEmpty();
    }

    @Test
    void levelsAreThoseOfIddsi() {
        SourcedFood food =
                ordered(
                        order(
                                List.of(words("Régime normal")),
                                List.of(words("IDDSI 6")),
                                List.of(words("Nectar thick liquids")),
                                List.of(),
                                List.of()));

        assertThat(food.texture()).contains(FoodTexture.SOFT_AND_BITE_SIZED);
        assertThat(food.thickness()).contains(DrinkThickness.MILDLY_THICK);
        assertThat(food.unclear()).isEmpty();
    }

    @Test
    void twoLevelsAtOnceTakeTheLowerAndAsk() {
        SourcedFood food =
                ordered(
                        order(
                                List.of(words("Pureed diet")),
                                List.of(words("Liquidized food")),
                                List.of(),
                                List.of(),
                                List.of()));

        assertThat(food.texture()).contains(FoodTexture.LIQUIDISED);
        assertThat(unclear(food)).containsExactly(Kind.CONFLICT);
    }

    @Test
    void whatIsExcludedIsForbiddenAndAskedWhereItIsNoAllergen() {
        SourcedFood food =
                ordered(
                        order(
                                List.of(words("Régime normal")),
                                List.of(),
                                List.of(),
                                List.of(words("Cashew nut"), words("Porc"), words("Banane")),
                                List.of(code(FoodCodes.HL7_DIET, "dairy-free"))));

        assertThat(food.allergies()).containsExactlyInAnyOrder(Allergen.NUTS, Allergen.MILK);
        assertThat(food.diets()).containsExactly(Diet.NO_PORK);
        assertThat(food.aversions()).containsExactly("Banane");
        assertThat(unclear(food)).containsExactly(Kind.EXCLUDED);
    }

    @Test
    void kosherIsMoreThanWeKnow() {
        SourcedFood food =
                ordered(
                        order(
                                List.of(words("Régime normal")),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(code(FoodCodes.HL7_DIET, "kosher"))));

        assertThat(food.diets()).containsExactly(Diet.NO_PORK);
        assertThat(unclear(food)).containsExactly(Kind.PREFERENCE);
    }

    @Test
    void whatCouldNotBeReadIsForTheDietitian() {
        assertThat(unclear(FoodMapping.of(new FoodFacts(List.of(), List.of(), 2))))
                .containsExactly(Kind.UNREADABLE);
    }

    @Test
    void theSameFactsGiveTheSameKeys() {
        assertThat(allergy(words("Fraise"), "food")).isEqualTo(allergy(words("Fraise"), "food"));
    }
}

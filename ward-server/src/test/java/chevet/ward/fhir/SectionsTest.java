package chevet.ward.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.FoodMapping;
import chevet.model.meal.SourcedFood;
import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Detail;
import chevet.model.record.RecordItem.Figure;
import chevet.model.record.RecordItem.Point;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.NutritionOrder.NutritiionOrderIntent;
import org.hl7.fhir.r4.model.NutritionOrder.NutritionOrderStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single resources come to, at one moment. */
class SectionsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String LOINC = "http://loinc.org";

    private static Period until(String end) {
        Period period = new Period();
        period.setEndElement(new DateTimeType(end));
        return period;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 0",
        "2026-11-22, 1",
        "2026-10, 0",
        "2026-11, 1",
        "2026, 1",
        "2026-11-22T10:59:00+01:00, 0",
        "2026-11-22T11:01:00+01:00, 1",
    })
    void isolationHoldsToTheEndOfItsLastDay(String end, int shown) {
        Flag flag = new Flag();
        flag.setStatus(Flag.FlagStatus.ACTIVE);
        flag.setCode(new CodeableConcept().setText("Isolement contact"));
        flag.setPeriod(until(end));

        assertThat(new FlagSection().lines(List.of(flag), NOW, PARIS).items()).hasSize(shown);
    }

    private static NutritionOrder order() {
        NutritionOrder order = new NutritionOrder();
        order.setId("n");
        order.setStatus(NutritionOrderStatus.ACTIVE);
        order.setIntent(NutritiionOrderIntent.ORDER);
        order.setDateTimeElement(new DateTimeType("2026-11-20"));
        return order;
    }

    private static SourcedFood food(NutritionOrder order) {
        return FoodMapping.of(FoodReading.of(List.of(), List.of(order), 0, NOW, PARIS));
    }

    private static RecordItem line(NutritionOrder order) {
        return new DietSection().lines(List.of(order), NOW, PARIS).items().getFirst();
    }

    @Test
    void orderThatSaysTooLittleRestricts() {
        NutritionOrder bare = order();
        assertThat(food(bare).complete()).isFalse();
        assertThat(food(bare).unclear())
                .extracting(SourcedFood.Unclear::kind)
                .containsExactly(SourcedFood.Kind.UNREADABLE);

        NutritionOrder halfSaid = order();
        halfSaid.getOralDiet().addType().setText("Régime normal");
        assertThat(food(halfSaid).unclear()).isEmpty();
        halfSaid.getOralDiet().addType();
        assertThat(food(halfSaid).unclear()).hasSize(1);
    }

    @Test
    void orderOfWhatIsLeftOutIsShownAsSuch() {
        NutritionOrder order = order();
        order.addExcludeFoodModifier().setText("kiwi");

        assertThat(line(order).kind()).contains("without");
        assertThat(line(order).text()).isEqualTo("kiwi");
        assertThat(line(order).details()).isEmpty();

        order.getOralDiet().addType().setText("Pauvre en sel");
        assertThat(line(order).kind()).isEmpty();
        assertThat(line(order).text()).isEqualTo("Pauvre en sel");
        assertThat(line(order).details()).containsExactly(new Detail("excluded", "kiwi"));
    }

    @Test
    void sentenceOfSomebodyIsShownToo() {
        NutritionOrder order = order();
        order.addNote().setText("Petites bouchées");

        assertThat(line(order).text()).isEqualTo("Petites bouchées");
    }

    @Test
    void fastingUntilADayLastsToItsEnd() {
        NutritionOrder order = order();
        order.getOralDiet().addType().setText("À jeun");
        order.getOralDiet().addSchedule().getRepeat().setBounds(until("2026-11-22"));

        assertThat(food(order).fasting().orElseThrow().until())
                .contains(Instant.parse("2026-11-22T23:00:00Z"));
    }

    private static Observation weight(String at, double value, String unit) {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.getCode().addCoding().setSystem(LOINC).setCode("29463-7");
        observation.setEffective(new DateTimeType(at));
        observation.setValue(new Quantity().setValue(value).setUnit(unit));
        return observation;
    }

    private static Section.Lines observed(Observation... all) {
        return new ObservationSection().lines(List.of(all), NOW, PARIS);
    }

    @Test
    void trendIsOfOneUnit() {
        RecordItem item =
                observed(
                                weight("2026-11-20T08:00:00Z", 70, "kg"),
                                weight("2026-11-21T08:00:00Z", 155, "lb"),
                                weight("2026-11-22T08:00:00Z", 71, "kg"))
                        .items()
                        .getFirst();

        assertThat(item.trend()).extracting(Point::value).containsExactly(70.0, 71.0);
    }

    @Test
    void oneWithoutAValueIsCountedAndHidesNothing() {
        Observation empty = weight("2026-11-22T09:00:00Z", 0, "kg");
        empty.setValue(null);

        Section.Lines lines = observed(weight("2026-11-22T08:00:00Z", 71, "kg"), empty);

        assertThat(lines.unreadable()).isEqualTo(1);
        assertThat(lines.items().getFirst().figures()).containsExactly(new Figure(71, "kg"));
    }

    private static void pressure(Observation observation, String code, double value) {
        Observation.ObservationComponentComponent part = observation.addComponent();
        part.getCode().addCoding().setSystem(LOINC).setCode(code);
        part.setValue(new Quantity().setValue(value).setUnit("mmHg"));
    }

    @Test
    void systolicIsSaidBeforeDiastolicWhoeverWroteThem() {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.getCode().addCoding().setSystem(LOINC).setCode("85354-9");
        pressure(observation, "8462-4", 78);
        pressure(observation, "8480-6", 132);

        assertThat(observed(observation).items().getFirst().figures())
                .extracting(Figure::value)
                .containsExactly(132.0, 78.0);
        assertThat(observed(observation).items().getFirst().kind())
                .isEqualTo(Optional.of("blood-pressure"));
    }
}

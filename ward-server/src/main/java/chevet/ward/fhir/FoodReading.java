package chevet.ward.fhir;

import chevet.model.meal.Coded;
import chevet.model.meal.FoodFacts;
import chevet.model.meal.SourcedFood.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.NutritionOrder.NutritionOrderOralDietComponent;
import org.hl7.fhir.r4.model.NutritionOrder.NutritionOrderStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;

/** Takes what is in force of allergies and diets out of its resources, for the rule to judge. */
final class FoodReading {
    private FoodReading() {}

    static FoodFacts of(
            List<AllergyIntolerance> allergies,
            List<NutritionOrder> orders,
            int unreadable,
            Instant now,
            ZoneId zone) {
        List<NutritionOrder> running = orders.stream().filter(DietSection::inForce).toList();
        return new FoodFacts(
                allergies.stream()
                        .filter(AllergySection::inForce)
                        .map(FoodReading::allergy)
                        .toList(),
                running.stream().map(order -> order(order, now, zone)).toList(),
                unreadable + (int) running.stream().filter(FoodReading::saysTooLittle).count());
    }

    /**
     * An order of which a part, or all, has neither code nor words: somebody meant something by it,
     * so it must not pass for a diet without restrictions.
     */
    private static boolean saysTooLittle(NutritionOrder order) {
        NutritionOrderOralDietComponent diet = order.getOralDiet();
        List<CodeableConcept> said =
                Stream.of(
                                diet.getType().stream(),
                                diet.getTexture().stream().map(t -> t.getModifier()),
                                diet.getFluidConsistencyType().stream(),
                                order.getExcludeFoodModifier().stream(),
                                order.getFoodPreferenceModifier().stream())
                        .flatMap(each -> each)
                        .toList();
        boolean nothing = said.isEmpty() && !diet.hasNutrient() && others(order).isEmpty();
        return nothing || said.stream().anyMatch(each -> Says.shown(each).isEmpty());
    }

    private static FoodFacts.Allergy allergy(AllergyIntolerance each) {
        List<Coded> substances = new ArrayList<>();
        substances.add(Says.coded(each.getCode()));
        each.getReaction().stream()
                .map(r -> Says.coded(r.getSubstance()))
                .filter(c -> !c.shown().isBlank())
                .forEach(substances::add);
        Set<String> categories = new HashSet<>();
        each.getCategory().forEach(c -> categories.add(c.getValue().toCode()));
        return new FoodFacts.Allergy(
                each.getIdElement().getIdPart() == null ? "" : each.getIdElement().getIdPart(),
                categories,
                substances);
    }

    private static FoodFacts.Order order(NutritionOrder order, Instant now, ZoneId zone) {
        NutritionOrderOralDietComponent diet = order.getOralDiet();
        List<Coded> textures = new ArrayList<>();
        diet.getTexture().forEach(t -> textures.add(Says.coded(t.getModifier())));
        Optional<Period> bounds =
                diet.getSchedule().stream()
                        .map(Timing::getRepeat)
                        .filter(Timing.TimingRepeatComponent::hasBoundsPeriod)
                        .map(Timing.TimingRepeatComponent::getBoundsPeriod)
                        .findFirst();
        Instant from =
                bounds.flatMap(b -> Says.when(b.getStartElement(), zone))
                        .or(() -> Says.when(order.getDateTimeElement(), zone))
                        .map(when -> when.at())
                        .orElse(now);
        return new FoodFacts.Order(
                order.getIdElement().getIdPart() == null ? "" : order.getIdElement().getIdPart(),
                order.getStatus() == NutritionOrderStatus.ONHOLD,
                Says.coded(diet.getType()),
                textures.stream().filter(c -> !c.shown().isBlank()).toList(),
                Says.coded(diet.getFluidConsistencyType()),
                Says.coded(order.getExcludeFoodModifier()),
                Says.coded(order.getFoodPreferenceModifier()),
                diet.getNutrient().stream().map(FoodReading::nutrient).toList(),
                others(order),
                from,
                bounds.flatMap(b -> Says.end(b, zone)));
    }

    private static String nutrient(
            NutritionOrder.NutritionOrderOralDietNutrientComponent nutrient) {
        Quantity amount = nutrient.getAmount();
        String value = amount.hasValue() ? amount.getValue().toPlainString() : "?";
        return Says.shown(nutrient.getModifier()).orElse("?")
                + " "
                + value
                + " "
                + Optional.ofNullable(amount.getUnit()).orElse("");
    }

    /** What no rule of meals reads: a person has to. */
    private static List<FoodFacts.Other> others(NutritionOrder order) {
        List<FoodFacts.Other> others = new ArrayList<>();
        Says.text(order.getOralDiet().getInstruction())
                .ifPresent(text -> others.add(new FoodFacts.Other(Kind.INSTRUCTION, text)));
        order.getNote().stream()
                .flatMap(note -> Says.text(note.getText()).stream())
                .forEach(text -> others.add(new FoodFacts.Other(Kind.INSTRUCTION, text)));
        order.getSupplement().stream()
                .map(
                        s ->
                                Says.shown(s.getType())
                                        .or(() -> Says.text(s.getProductName()))
                                        .orElse("?"))
                .forEach(text -> others.add(new FoodFacts.Other(Kind.SUPPLEMENT, text)));
        if (order.hasEnteralFormula()) {
            others.add(
                    new FoodFacts.Other(
                            Kind.TUBE,
                            Says.shown(order.getEnteralFormula().getBaseFormulaType())
                                    .or(
                                            () ->
                                                    Says.text(
                                                            order.getEnteralFormula()
                                                                    .getBaseFormulaProductName()))
                                    .orElse("?")));
        }
        return others;
    }
}

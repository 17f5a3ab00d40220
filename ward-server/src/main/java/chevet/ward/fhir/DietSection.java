package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Detail;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.NutritionOrder.NutritiionOrderIntent;
import org.hl7.fhir.r4.model.NutritionOrder.NutritionOrderStatus;
import org.hl7.fhir.r4.model.Reference;

/** Diets (NutritionOrder; R4, 9.8): orders that are in force or on hold, not proposals. */
final class DietSection implements Section<NutritionOrder> {
    private static final Set<NutritiionOrderIntent> NO_ORDER =
            Set.of(
                    NutritiionOrderIntent.PROPOSAL,
                    NutritiionOrderIntent.PLAN,
                    NutritiionOrderIntent.OPTION);

    @Override
    public RecordSection section() {
        return RecordSection.DIET;
    }

    @Override
    public Class<NutritionOrder> type() {
        return NutritionOrder.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of("status", "active,on-hold");
    }

    @Override
    public List<Reference> about(NutritionOrder resource) {
        return List.of(resource.getPatient());
    }

    static boolean inForce(NutritionOrder order) {
        boolean runs =
                order.getStatus() == NutritionOrderStatus.ACTIVE
                        || order.getStatus() == NutritionOrderStatus.ONHOLD;
        return runs && !NO_ORDER.contains(order.getIntent());
    }

    @Override
    public Lines lines(List<NutritionOrder> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (NutritionOrder order : resources) {
            if (!inForce(order)) {
                continue;
            }
            List<String> words = words(order);
            Optional<String> excluded = joined(order.getExcludeFoodModifier());
            Optional<String> preferred = joined(order.getFoodPreferenceModifier());
            Optional<String> instruction = instruction(order);
            // An order may consist of what is left out, or of somebody's sentence.
            Optional<String> text =
                    Says.text(String.join(", ", words))
                            .or(() -> excluded)
                            .or(() -> preferred)
                            .or(() -> instruction);
            if (text.isEmpty()) {
                unreadable++;
                continue;
            }
            boolean without = words.isEmpty() && excluded.isPresent();
            boolean held = order.getStatus() == NutritionOrderStatus.ONHOLD;
            List<Detail> details = new ArrayList<>();
            if (held) {
                details.add(new Detail("on-hold", ""));
            }
            detail("excluded", excluded, text.get()).ifPresent(details::add);
            detail("preferred", preferred, text.get()).ifPresent(details::add);
            detail("instruction", instruction, text.get()).ifPresent(details::add);
            items.add(
                    Says.item(
                            without ? Optional.of("without") : Optional.empty(),
                            text.get(),
                            details,
                            held ? Gravity.WARN : Gravity.PLAIN,
                            Says.when(order.getDateTimeElement(), zone),
                            Says.shown(order.getOrderer())));
        }
        return Lines.of(items, unreadable);
    }

    /** Below the line, what does not stand in it already. */
    private static Optional<Detail> detail(String name, Optional<String> said, String line) {
        return Says.detail(name, said.filter(words -> !words.equals(line)));
    }

    /** What stands there in sentences: instruction and notes. */
    private static Optional<String> instruction(NutritionOrder order) {
        List<String> all = new ArrayList<>();
        Says.text(order.getOralDiet().getInstruction()).ifPresent(all::add);
        order.getNote().forEach(note -> Says.text(note.getText()).ifPresent(all::add));
        return Says.text(String.join(" ; ", all));
    }

    private static List<String> words(NutritionOrder order) {
        List<String> words = new ArrayList<>();
        shown(order.getOralDiet().getType(), words);
        order.getOralDiet()
                .getTexture()
                .forEach(texture -> shown(List.of(texture.getModifier()), words));
        shown(order.getOralDiet().getFluidConsistencyType(), words);
        order.getSupplement()
                .forEach(
                        s ->
                                Says.shown(s.getType())
                                        .or(() -> Says.text(s.getProductName()))
                                        .ifPresent(words::add));
        Says.shown(order.getEnteralFormula().getBaseFormulaType())
                .or(() -> Says.text(order.getEnteralFormula().getBaseFormulaProductName()))
                .ifPresent(words::add);
        return words.stream().distinct().toList();
    }

    private static void shown(Collection<CodeableConcept> concepts, List<String> words) {
        concepts.forEach(concept -> Says.shown(concept).ifPresent(words::add));
    }

    private static Optional<String> joined(List<CodeableConcept> concepts) {
        List<String> words = new ArrayList<>();
        shown(concepts, words);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }
}

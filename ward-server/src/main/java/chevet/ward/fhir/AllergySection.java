package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceSeverity;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;

/** Allergies (R4, 9.1): active ones, suspected too; "none" only where the source says so. */
final class AllergySection implements Section<AllergyIntolerance> {
    private static final String SNOMED = "http://snomed.info/sct";

    /** "No known allergy" as a whole, and of a kind of things. */
    private static final Set<String> NONE = Set.of("716186003");

    private static final Set<String> NONE_OF_A_KIND =
            Set.of("429625007", "409137002", "716184000", "428607008");

    @Override
    public RecordSection section() {
        return RecordSection.ALLERGIES;
    }

    @Override
    public Class<AllergyIntolerance> type() {
        return AllergyIntolerance.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of();
    }

    @Override
    public List<Reference> about(AllergyIntolerance resource) {
        return List.of(resource.getPatient());
    }

    @Override
    public Lines lines(List<AllergyIntolerance> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        boolean none = false;
        boolean some = false;
        int unreadable = 0;
        for (AllergyIntolerance each : resources) {
            if (!inForce(each)) {
                continue;
            }
            Optional<String> text = text(each);
            if (text.isEmpty()) {
                unreadable++;
                continue;
            }
            boolean saysNone = Says.has(each.getCode(), SNOMED, NONE);
            none = none || saysNone;
            some = some || !(saysNone || Says.has(each.getCode(), SNOMED, NONE_OF_A_KIND));
            items.add(item(each, text.get(), zone));
        }
        items.sort(Comparator.comparing(RecordItem::gravity).reversed());
        return new Lines(items, none && !some && unreadable == 0, unreadable);
    }

    /** Active, and nobody says that it is wrong; what has no status is taken as active. */
    static boolean inForce(AllergyIntolerance each) {
        CodeableConcept clinical = each.getClinicalStatus();
        CodeableConcept verified = each.getVerificationStatus();
        boolean over = Says.has(clinical, "inactive") || Says.has(clinical, "resolved");
        boolean wrong = Says.has(verified, "refuted") || Says.has(verified, "entered-in-error");
        return !over && !wrong;
    }

    /** The code, or the substance of a reaction where there is no code. */
    private static Optional<String> text(AllergyIntolerance each) {
        return Says.shown(each.getCode())
                .or(
                        () ->
                                each.getReaction().stream()
                                        .flatMap(r -> Says.shown(r.getSubstance()).stream())
                                        .findFirst());
    }

    private static RecordItem item(AllergyIntolerance each, String text, ZoneId zone) {
        boolean statement =
                Says.has(each.getCode(), SNOMED, NONE)
                        || Says.has(each.getCode(), SNOMED, NONE_OF_A_KIND);
        boolean severe =
                each.getCriticality() == AllergyIntoleranceCriticality.HIGH
                        || each.getReaction().stream()
                                .anyMatch(
                                        r -> r.getSeverity() == AllergyIntoleranceSeverity.SEVERE);
        boolean sure = Says.has(each.getVerificationStatus(), "confirmed");
        Optional<String> reaction =
                each.getReaction().stream()
                        .flatMap(r -> r.getManifestation().stream())
                        .flatMap(m -> Says.shown(m).stream())
                        .findFirst();
        Gravity gravity = severe ? Gravity.ALERT : Gravity.WARN;
        return Says.item(
                Optional.empty(),
                text,
                Says.details(
                        severe ? Says.detail("severe", Optional.of("")) : Optional.empty(),
                        Says.detail("reaction", reaction),
                        sure || statement
                                ? Optional.empty()
                                : Says.detail("unconfirmed", Optional.of(""))),
                statement ? Gravity.PLAIN : gravity,
                Says.when(each.getRecordedDateElement(), zone)
                        .or(() -> Says.when(each.getOnset(), zone)),
                Says.shown(each.getRecorder()).or(() -> Says.shown(each.getAsserter())));
    }
}

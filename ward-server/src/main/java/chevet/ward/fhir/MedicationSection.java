package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import chevet.model.record.When;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;

/** Current medication (MedicationRequest; R4, 11.1): what is ordered and runs, or is on hold. */
final class MedicationSection implements Section<MedicationRequest> {
    private static final Set<MedicationRequestIntent> NO_ORDER =
            Set.of(
                    MedicationRequestIntent.PROPOSAL,
                    MedicationRequestIntent.PLAN,
                    MedicationRequestIntent.OPTION);

    @Override
    public RecordSection section() {
        return RecordSection.MEDICATION;
    }

    @Override
    public Class<MedicationRequest> type() {
        return MedicationRequest.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of("status", "active,on-hold");
    }

    @Override
    public List<Reference> about(MedicationRequest resource) {
        return List.of(resource.getSubject());
    }

    @Override
    public Lines lines(List<MedicationRequest> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (MedicationRequest each : resources) {
            boolean held = each.getStatus() == MedicationRequestStatus.ONHOLD;
            boolean runs = each.getStatus() == MedicationRequestStatus.ACTIVE || held;
            if (!runs || NO_ORDER.contains(each.getIntent())) {
                continue;
            }
            Optional<String> text = text(each);
            // "Do not give" turned into "give" would be the worst of errors.
            boolean forbidden = each.getDoNotPerform();
            if (text.isEmpty()) {
                unreadable++;
                continue;
            }
            items.add(item(each, text.get(), held, forbidden, now, zone));
        }
        items.sort(
                Comparator.comparing(
                        item -> item.next().map(When::at).orElse(Instant.MAX),
                        Comparator.naturalOrder()));
        return Lines.of(items, unreadable);
    }

    private static RecordItem item(
            MedicationRequest each,
            String text,
            boolean held,
            boolean forbidden,
            Instant now,
            ZoneId zone) {
        List<RecordItem.Detail> details =
                Says.details(
                        forbidden ? Says.detail("do-not-give", Optional.of("")) : Optional.empty(),
                        held ? Says.detail("on-hold", Optional.of("")) : Optional.empty(),
                        Says.detail("dosage", dosage(each)));
        Optional<When> next =
                held || forbidden
                        ? Optional.empty()
                        : each.getDosageInstruction().stream()
                                .flatMap(d -> next(d.getTiming(), now, zone))
                                .min(Comparator.naturalOrder())
                                .map(at -> new When(at, When.Precision.TIME));
        return new RecordItem(
                Optional.empty(),
                text,
                details,
                forbidden ? Gravity.ALERT : held ? Gravity.WARN : Gravity.PLAIN,
                Says.when(each.getAuthoredOnElement(), zone),
                next,
                Says.shown(each.getRequester()),
                List.of(),
                List.of());
    }

    private static Optional<String> text(MedicationRequest each) {
        if (each.getMedication() instanceof CodeableConcept concept) {
            return Says.shown(concept);
        }
        if (!(each.getMedication() instanceof Reference reference)) {
            return Optional.empty();
        }
        return Says.shown(reference)
                .or(
                        () ->
                                each.getContained().stream()
                                        .filter(
                                                c ->
                                                        ("#" + bare(c.getId()))
                                                                .equals(reference.getReference()))
                                        .filter(Medication.class::isInstance)
                                        .map(Medication.class::cast)
                                        .flatMap(m -> Says.shown(m.getCode()).stream())
                                        .findFirst());
    }

    private static String bare(String id) {
        return id.startsWith("#") ? id.substring(1) : id;
    }

    private static Optional<String> dosage(MedicationRequest each) {
        List<String> lines = new ArrayList<>();
        for (Dosage dosage : each.getDosageInstruction()) {
            Says.text(dosage.getText())
                    .or(() -> Says.text(dosage.getPatientInstruction()))
                    .or(() -> dose(dosage))
                    .ifPresent(lines::add);
        }
        return lines.isEmpty() ? Optional.empty() : Says.text(String.join(" ; ", lines));
    }

    private static Optional<String> dose(Dosage dosage) {
        return dosage.getDoseAndRate().stream()
                .filter(Dosage.DosageDoseAndRateComponent::hasDoseQuantity)
                .map(Dosage.DosageDoseAndRateComponent::getDoseQuantity)
                .filter(quantity -> quantity.hasValue())
                .map(
                        quantity ->
                                quantity.getValue().stripTrailingZeros().toPlainString()
                                        + " "
                                        + Optional.ofNullable(quantity.getUnit()).orElse(""))
                .flatMap(text -> Says.text(text).stream())
                .findFirst();
    }

    /** Times that the order names; what a ward makes of "three times a day" is its own. */
    private static Stream<Instant> next(Timing timing, Instant now, ZoneId zone) {
        Stream<Instant> events =
                timing.getEvent().stream()
                        .filter(event -> event.hasValue())
                        .map(event -> event.getValue().toInstant());
        ZonedDateTime here = now.atZone(zone);
        Stream<Instant> daily =
                timing.getRepeat().getTimeOfDay().stream()
                        .filter(time -> time.hasValue())
                        .map(time -> LocalTime.parse(time.getValue()))
                        .map(time -> here.with(time))
                        .map(at -> at.isBefore(here) ? at.plusDays(1) : at)
                        .map(ZonedDateTime::toInstant);
        return Stream.concat(events, daily).filter(at -> !at.isBefore(now));
    }
}

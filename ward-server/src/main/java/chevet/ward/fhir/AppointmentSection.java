package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import chevet.model.record.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Reference;

/** Appointments from the start of today on (R4, 12.1); the next first. */
final class AppointmentSection implements Section<Appointment> {
    private static final Set<AppointmentStatus> OFF =
            Set.of(
                    AppointmentStatus.CANCELLED,
                    AppointmentStatus.ENTEREDINERROR,
                    AppointmentStatus.NOSHOW);
    private static final Set<AppointmentStatus> UNSURE =
            Set.of(
                    AppointmentStatus.PROPOSED,
                    AppointmentStatus.PENDING,
                    AppointmentStatus.WAITLIST);

    @Override
    public RecordSection section() {
        return RecordSection.APPOINTMENTS;
    }

    @Override
    public Class<Appointment> type() {
        return Appointment.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("date", "ge" + now.atZone(zone).toLocalDate());
        parameters.put("_sort", "date");
        return parameters;
    }

    @Override
    public List<Reference> about(Appointment resource) {
        return resource.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .filter(actor -> reference(actor).contains("Patient/"))
                .toList();
    }

    @Override
    public Lines lines(List<Appointment> resources, Instant now, ZoneId zone) {
        Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (Appointment each : resources) {
            Optional<When> at = Says.when(each.getStartElement(), zone);
            if (OFF.contains(each.getStatus())
                    || at.filter(w -> w.at().isBefore(today)).isPresent()) {
                continue;
            }
            Optional<String> text =
                    Says.text(each.getDescription())
                            .or(
                                    () ->
                                            each.getServiceType().stream()
                                                    .flatMap(s -> Says.shown(s).stream())
                                                    .findFirst())
                            .or(() -> Says.shown(each.getAppointmentType()));
            if (text.isEmpty()) {
                unreadable++;
                continue;
            }
            boolean unsure = UNSURE.contains(each.getStatus());
            items.add(
                    Says.item(
                            Optional.empty(),
                            text.get(),
                            Says.details(
                                    unsure
                                            ? Says.detail("unconfirmed", Optional.of(""))
                                            : Optional.empty(),
                                    Says.detail("place", actors(each, "Location/")),
                                    Says.detail("with", actors(each, "Practitioner"))),
                            unsure ? Gravity.WARN : Gravity.PLAIN,
                            at,
                            Optional.empty()));
        }
        items.sort(Comparator.comparing(item -> item.at().map(When::at).orElse(Instant.MAX)));
        return Lines.of(items, unreadable);
    }

    private static Optional<String> actors(Appointment each, String type) {
        return Says.text(
                each.getParticipant().stream()
                        .map(AppointmentParticipantComponent::getActor)
                        .filter(actor -> reference(actor).contains(type))
                        .flatMap(actor -> Says.shown(actor).stream())
                        .collect(Collectors.joining(", ")));
    }

    private static String reference(Reference actor) {
        return Optional.ofNullable(actor.getReference()).orElse("");
    }
}

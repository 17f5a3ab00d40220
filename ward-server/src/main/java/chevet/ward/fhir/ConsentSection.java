package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;

/** What the patient has agreed to or refused (Consent; R4, 6.2): in force, or refused. */
final class ConsentSection implements Section<Consent> {
    @Override
    public RecordSection section() {
        return RecordSection.CONSENTS;
    }

    @Override
    public Class<Consent> type() {
        return Consent.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of("status", "active,rejected");
    }

    @Override
    public List<Reference> about(Consent resource) {
        return List.of(resource.getPatient());
    }

    @Override
    public Lines lines(List<Consent> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (Consent each : resources) {
            boolean refused = each.getStatus() == ConsentState.REJECTED;
            boolean over = Says.over(each.getProvision().getPeriod(), now, zone);
            if ((each.getStatus() != ConsentState.ACTIVE && !refused) || over) {
                continue;
            }
            Optional<String> text =
                    each.getCategory().stream()
                            .flatMap(c -> Says.shown(c).stream())
                            .findFirst()
                            .or(() -> Says.shown(each.getScope()));
            if (text.isEmpty()) {
                unreadable++;
                continue;
            }
            boolean denies = refused || each.getProvision().getType() == ConsentProvisionType.DENY;
            boolean permits = each.getProvision().getType() == ConsentProvisionType.PERMIT;
            items.add(
                    Says.item(
                            Optional.empty(),
                            text.get(),
                            Says.details(
                                    denies
                                            ? Says.detail("denied", Optional.of(""))
                                            : permits
                                                    ? Says.detail("permitted", Optional.of(""))
                                                    : Optional.empty()),
                            denies ? Gravity.WARN : Gravity.PLAIN,
                            Says.when(each.getDateTimeElement(), zone),
                            each.getPerformer().stream()
                                    .flatMap(p -> Says.shown(p).stream())
                                    .findFirst()));
        }
        return Lines.of(items, unreadable);
    }
}

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
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Reference;

/** Who looks after the patient now (CareTeam; R4, 9.6); the patient is no member of it here. */
final class TeamSection implements Section<CareTeam> {
    @Override
    public RecordSection section() {
        return RecordSection.CARE_TEAM;
    }

    @Override
    public Class<CareTeam> type() {
        return CareTeam.class;
    }

    @Override
    public Map<String, String> parameters(Instant now, ZoneId zone) {
        return Map.of("status", "active");
    }

    @Override
    public List<Reference> about(CareTeam resource) {
        return List.of(resource.getSubject());
    }

    @Override
    public Lines lines(List<CareTeam> resources, Instant now, ZoneId zone) {
        List<RecordItem> items = new ArrayList<>();
        int unreadable = 0;
        for (CareTeam team : resources) {
            if (team.getStatus() != CareTeamStatus.ACTIVE) {
                continue;
            }
            for (CareTeamParticipantComponent member : team.getParticipant()) {
                Reference who = member.getMember();
                boolean patient =
                        Optional.ofNullable(who.getReference()).orElse("").contains("Patient/");
                if (patient || Says.over(member.getPeriod(), now, zone)) {
                    continue;
                }
                Optional<String> name = Says.shown(who);
                if (name.isEmpty()) {
                    unreadable++;
                    continue;
                }
                Optional<String> role =
                        member.getRole().stream().flatMap(r -> Says.shown(r).stream()).findFirst();
                items.add(
                        Says.item(
                                Optional.empty(),
                                name.get(),
                                Says.details(Says.detail("role", role)),
                                Gravity.PLAIN,
                                Says.when(member.getPeriod().getStartElement(), zone)
                                        .or(
                                                () ->
                                                        Says.when(
                                                                team.getPeriod().getStartElement(),
                                                                zone)),
                                Says.text(team.getName())));
            }
        }
        return Lines.of(items, unreadable);
    }
}

package chevet.ward.fhir;

import chevet.model.record.RecordItem;
import chevet.model.record.When;
import chevet.model.request.Appointment;
import chevet.model.request.Carer;
import chevet.model.request.Trade;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.StringType;

/** What resources say that the patient may see of the own stay. Without state. */
final class DayReading {
    private static final int LONGEST_NAME = 40;

    /**
     * Words of a role and the trade that they name, in the order in which they are looked for: an
     * {@code aide-soignant} is no {@code soignant}. A role that none fits is left out.
     */
    private static final Map<String, Trade> TRADES = trades();

    private DayReading() {}

    private static Map<String, Trade> trades() {
        Map<String, Trade> trades = new LinkedHashMap<>();
        trades.put("cadre", Trade.HEAD_NURSE);
        trades.put("head nurse", Trade.HEAD_NURSE);
        trades.put("étudiant", Trade.STUDENT);
        trades.put("student", Trade.STUDENT);
        trades.put("aide-soign", Trade.AIDE);
        trades.put("aide soign", Trade.AIDE);
        trades.put("nursing assistant", Trade.AIDE);
        trades.put("sage-femme", Trade.MIDWIFE);
        trades.put("midwife", Trade.MIDWIFE);
        trades.put("kiné", Trade.PHYSIOTHERAPIST);
        trades.put("physiotherap", Trade.PHYSIOTHERAPIST);
        trades.put("diét", Trade.DIETITIAN);
        trades.put("dieti", Trade.DIETITIAN);
        trades.put("psycholog", Trade.PSYCHOLOGIST);
        trades.put("assistant social", Trade.SOCIAL_WORKER);
        trades.put("assistante social", Trade.SOCIAL_WORKER);
        trades.put("social worker", Trade.SOCIAL_WORKER);
        trades.put("infirmi", Trade.NURSE);
        trades.put("nurse", Trade.NURSE);
        trades.put("médecin", Trade.DOCTOR);
        trades.put("chirurg", Trade.DOCTOR);
        trades.put("physician", Trade.DOCTOR);
        trades.put("surgeon", Trade.DOCTOR);
        trades.put("doctor", Trade.DOCTOR);
        return trades;
    }

    /** Those that are fixed and have a time of day. */
    static List<Appointment> appointments(List<RecordItem> items, Instant until) {
        List<Appointment> all = new ArrayList<>();
        for (RecordItem item : items) {
            boolean fixed =
                    item.details().stream().noneMatch(each -> each.name().equals("unconfirmed"));
            item.at()
                    .filter(when -> fixed && when.precision() == When.Precision.TIME)
                    .map(When::at)
                    .filter(at -> at.isBefore(until))
                    .ifPresent(at -> all.add(new Appointment(at, item.text(), place(item))));
        }
        return all;
    }

    private static Optional<String> place(RecordItem item) {
        return item.details().stream()
                .filter(each -> each.name().equals("place"))
                .map(RecordItem.Detail::text)
                .findFirst();
    }

    /** Who is in a team now: the practitioner's id, and what the role is called. */
    static Map<String, String> members(Collection<CareTeam> teams, Instant now, ZoneId zone) {
        Map<String, String> members = new LinkedHashMap<>();
        for (CareTeam team : teams) {
            if (team.getStatus() == CareTeamStatus.ACTIVE) {
                team.getParticipant().stream()
                        .filter(each -> !Says.over(each.getPeriod(), now, zone))
                        .filter(each -> "Practitioner".equals(type(each)))
                        .forEach(each -> members.putIfAbsent(id(each), role(each)));
            }
        }
        return members;
    }

    private static String type(CareTeamParticipantComponent member) {
        return Optional.ofNullable(member.getMember().getReferenceElement().getResourceType())
                .orElse("");
    }

    private static String id(CareTeamParticipantComponent member) {
        return Optional.ofNullable(member.getMember().getReferenceElement().getIdPart()).orElse("");
    }

    private static String role(CareTeamParticipantComponent member) {
        return member.getRole().stream()
                .flatMap(role -> Says.shown(role).stream())
                .findFirst()
                .orElse("");
    }

    /** By first names: whoever has none, or a trade that is not known, is left out. */
    static List<Carer> carers(Map<String, String> members, Collection<Practitioner> people) {
        Map<String, Practitioner> byId = new LinkedHashMap<>();
        people.forEach(each -> byId.put(each.getIdElement().getIdPart(), each));
        List<Carer> carers = new ArrayList<>();
        members.forEach(
                (id, role) -> {
                    Optional<String> name =
                            Optional.ofNullable(byId.get(id)).flatMap(DayReading::given);
                    trade(role)
                            .ifPresent(
                                    trade -> name.ifPresent(n -> carers.add(new Carer(n, trade))));
                });
        return carers;
    }

    private static Optional<String> given(Practitioner person) {
        return person.getName().stream()
                .map(HumanName::getGiven)
                .filter(given -> !given.isEmpty())
                .map(List::getFirst)
                .map(StringType::getValue)
                .flatMap(given -> Says.text(given).stream())
                .filter(given -> given.length() <= LONGEST_NAME)
                .findFirst();
    }

    private static Optional<Trade> trade(String role) {
        String said = role.toLowerCase(Locale.ROOT);
        return TRADES.entrySet().stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

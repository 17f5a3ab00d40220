package chevet.ward.audit;

import chevet.model.wire.WireCodec;
import chevet.ward.sync.AuditEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry as an AuditEvent of FHIR R4, with the codes of DICOM PS3.16 (CID 400 and 401) that the
 * resource's value sets name.
 */
final class FhirAudit {
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String PURPOSE = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";

    private final String site;

    FhirAudit(String site) {
        this.site = site;
    }

    /** One line of JSON. */
    String line(Entry entry) {
        AuditEntry what = entry.what();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("resourceType", "AuditEvent");
        event.put("id", "chevet-" + entry.number());
        event.put("type", type(what.event()));
        event.put("subtype", List.of(object("system", "urn:chevet:audit", "code", kind(what))));
        event.put("action", action(what));
        event.put("recorded", entry.at().toString());
        event.put("outcome", what.allowed() ? "0" : "4");
        if (!what.reason().isEmpty()) {
            event.put("outcomeDesc", what.reason());
        }
        if (what.event() == AuditEntry.Event.BREAK_GLASS) {
            event.put("purposeOfEvent", List.of(object("coding", List.of(code(PURPOSE, "BTG")))));
        }
        event.put("agent", List.of(agent(what)));
        event.put(
                "source",
                object("site", site, "observer", object("display", "Chevet ward server")));
        List<Object> entities = entities(what);
        if (!entities.isEmpty()) {
            event.put("entity", entities);
        }
        return WireCodec.body(event).json();
    }

    private static Map<String, Object> agent(AuditEntry what) {
        int slash = what.actor().indexOf('/');
        Map<String, Object> agent = new LinkedHashMap<>();
        if (!what.role().isEmpty()) {
            agent.put("role", List.of(object("text", what.role())));
        }
        agent.put(
                "who",
                object(
                        "identifier",
                        object(
                                "system",
                                "urn:chevet:"
                                        + (slash < 0
                                                ? what.actor()
                                                : what.actor().substring(0, slash)),
                                "value",
                                what.actor().substring(slash + 1))));
        agent.put("requestor", slash >= 0);
        what.terminal()
                .ifPresent(
                        terminal ->
                                agent.put(
                                        "network",
                                        object("address", terminal.value(), "type", "1")));
        return agent;
    }

    private static List<Object> entities(AuditEntry what) {
        List<Object> entities = new ArrayList<>();
        what.stay()
                .ifPresent(
                        stay ->
                                entities.add(
                                        object(
                                                "what",
                                                object(
                                                        "identifier",
                                                        object(
                                                                "system",
                                                                "urn:chevet:stay",
                                                                "value",
                                                                stay.value())),
                                                "role",
                                                code(ROLE, "1"))));
        if (!what.subject().isEmpty()) {
            entities.add(object("name", what.subject()));
        }
        return entities;
    }

    private static Map<String, Object> type(AuditEntry.Event event) {
        return switch (event) {
            case LOGIN, GRACE, OFFLINE, WRONG_PIN, END -> code(DICOM, "110114");
            case ACCESS -> code(DICOM, "110110");
            case BREAK_GLASS, REVIEW, GAP -> code(DICOM, "110113");
            case DIRECTORY -> code(DICOM, "110137");
            case AUDIT_READ -> code(DICOM, "110101");
        };
    }

    private static String kind(AuditEntry what) {
        return what.event().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String action(AuditEntry what) {
        return switch (what.event()) {
            case ACCESS -> what.subject().endsWith(":read") ? "R" : "U";
            case AUDIT_READ -> "R";
            case DIRECTORY, REVIEW -> "U";
            case LOGIN, GRACE, OFFLINE, WRONG_PIN, END, BREAK_GLASS, GAP -> "E";
        };
    }

    private static Map<String, Object> code(String system, String code) {
        return object("system", system, "code", code);
    }

    /** Names and values in turn; the line is the same each time. */
    private static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }
}

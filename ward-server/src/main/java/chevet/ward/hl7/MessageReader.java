package chevet.ward.hl7;

import chevet.config.Hl7Config;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Movement;
import chevet.model.stay.Movement.Action;
import chevet.model.stay.Movement.Kind;
import chevet.model.stay.Patient;
import chevet.model.text.Language;
import chevet.ward.hl7.FeedMessage.Person;
import chevet.ward.hl7.Segments.Seg;
import chevet.ward.keys.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of segments what concerns us: HL7 v2.5 chapters 3 and 4, IHE PAM (ITI TF-2 3.30, 3.31) and
 * its French extension 2.11 (segment ZBE, event Z99, names of type D and L).
 */
final class MessageReader {
    private static final Map<String, Kind> KINDS =
            Map.of(
                    "A01", Kind.ARRIVE,
                    "A02", Kind.MOVE,
                    "A03", Kind.END,
                    "A04", Kind.ARRIVE,
                    "A05", Kind.EXPECT,
                    "A06", Kind.MOVE,
                    "A07", Kind.MOVE,
                    "A21", Kind.LEAVE,
                    "A22", Kind.RETURN);
    private static final Map<String, Kind> CANCELS =
            Map.of("A11", Kind.ARRIVE, "A12", Kind.MOVE, "A13", Kind.END);
    private static final Set<String> PERSONS = Set.of("A08", "A28", "A31", "A40");
    private static final Set<String> DIETS = Set.of("OMD^O03", "ORM^O01");
    private static final Map<String, Action> ACTIONS =
            Map.of("INSERT", Action.INSERT, "UPDATE", Action.UPDATE, "CANCEL", Action.CANCEL);
    private static final Map<String, Language> LANGUAGES =
            Map.of(
                    "fr",
                    Language.FR,
                    "fre",
                    Language.FR,
                    "fra",
                    Language.FR,
                    "en",
                    Language.EN,
                    "eng",
                    Language.EN,
                    "ar",
                    Language.AR,
                    "ara",
                    Language.AR);

    /** Younger ones are greeted by their name alone. */
    private static final int GROWN = 15;

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PLACE = 200;

    private final Hl7Config config;
    private final ZoneId zone;
    private final Vault vault;

    MessageReader(Hl7Config config, ZoneId zone, Vault vault) {
        this.config = config;
        this.zone = zone;
        this.vault = vault;
    }

    /** The event as it may stand in a log; {@code ?} where it is no such thing. */
    static String event(Header header) {
        String[] parts = header.type().split("[^A-Za-z0-9]", -1);
        String event = parts.length < 2 ? header.type() : parts[0] + "^" + parts[1];
        return event.matches("[A-Z]{3}\\^[A-Z0-9]{3}") ? event : "?";
    }

    /** True for an event that is acknowledged and not looked at. */
    boolean passedOver(Header header) {
        String event = event(header);
        return event.length() == 7 && config.passOver().contains(event.substring(4));
    }

    /**
     * Reads a message.
     *
     * @throws RefusedException when a retry would not help
     */
    FeedMessage read(Header header, byte[] raw) throws RefusedException {
        String event = event(header);
        if (!header.version().matches("2\\.[1-8](\\.[0-9])?")) {
            throw new RefusedException("version", "MSH-12");
        }
        if (!header.processing().equals(config.processing())) {
            throw new RefusedException("processing", "MSH-11");
        }
        if (header.control().isEmpty()) {
            throw new RefusedException("missing", "MSH-10");
        }
        String trigger = event.startsWith("ADT^") ? event.substring(4) : "";
        boolean known =
                KINDS.containsKey(trigger)
                        || CANCELS.containsKey(trigger)
                        || PERSONS.contains(trigger)
                        || trigger.equals("Z99")
                        || DIETS.contains(event);
        if (!known) {
            throw new RefusedException("event", "MSH-9");
        }
        Segments segments = Segments.of(header.text(raw));
        Instant told = Moment.of(required(Optional.of(header.time()), "MSH-7"), zone, "MSH-7");
        Seg pid = segments.first("PID").orElseThrow(() -> new RefusedException("missing", "PID"));
        return new FeedMessage(
                sender(header, raw),
                event,
                told,
                person(pid, told),
                visit(segments, pid),
                trigger.isEmpty() || PERSONS.contains(trigger)
                        ? Optional.empty()
                        : movement(trigger, segments, told),
                trigger.equals("A40") ? Optional.of(merged(segments)) : Optional.empty(),
                DIETS.contains(event)
                        ? DietReader.orders(segments, event.startsWith("OMD"), told, zone)
                        : List.of());
    }

    FeedMessage.Sender sender(Header header, byte[] raw) {
        String by = header.application().replaceAll("[^A-Za-z0-9._-]", "");
        return new FeedMessage.Sender(
                vault.hash("sender", header.application() + "|" + header.facility()),
                vault.hash("control", header.control()),
                vault.hash("message", raw),
                "hl7:" + by.substring(0, Math.min(40, by.length())));
    }

    private Person person(Seg pid, Instant told) throws RefusedException {
        Identifier number = required(number(pid, 3), "PID-3");
        Optional<String> name = Optional.empty();
        // The name that is used before the name of birth (PAM France, PID-5).
        int best = 3;
        for (int i = 0; i < pid.repetitions(5); i++) {
            Optional<String> family = pid.get(5, i, 1);
            int rank =
                    switch (pid.get(5, i, 7).orElse("")) {
                        case "D" -> 0;
                        case "L" -> 1;
                        default -> 2;
                    };
            if (family.isPresent() && rank < best) {
                name = family;
                best = rank;
            }
        }
        String used = required(name, "PID-5");
        if (used.length() > LONGEST_NAME || unprintable(used)) {
            throw new RefusedException("name", "PID-5");
        }
        Optional<Language> language =
                pid.get(15)
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .flatMap(code -> Optional.ofNullable(LANGUAGES.get(code)));
        return new Person(hash(number), number.number(), title(pid, told), used, language);
    }

    private Patient.Title title(Seg pid, Instant told) throws RefusedException {
        Optional<String> born = pid.get(7);
        if (born.isPresent() && born.get().matches("[0-9]{8}.*")) {
            LocalDate day =
                    LocalDate.ofInstant(Moment.of(born.get().substring(0, 8), zone, "PID-7"), zone);
            if (day.plusYears(GROWN).isAfter(LocalDate.ofInstant(told, zone))) {
                return Patient.Title.NONE;
            }
        }
        return switch (pid.get(8).orElse("")) {
            case "F" -> Patient.Title.MRS;
            case "M" -> Patient.Title.MR;
            default -> Patient.Title.NONE;
        };
    }

    /** A person's number, and who gave it. */
    private record Identifier(String value, String authority) {
        /** As the record is asked for it: by the number alone, under the site's own system. */
        Optional<PatientNumber> number() {
            try {
                return Optional.of(new PatientNumber("", value));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Identifier[]";
        }
    }

    /** The permanent number among a person's identifiers, else the first one. */
    private static Optional<Identifier> number(Seg segment, int field) throws RefusedException {
        Optional<Identifier> first = Optional.empty();
        for (int i = 0; i < segment.repetitions(field); i++) {
            Optional<String> id = segment.get(field, i, 1);
            if (id.isPresent()) {
                Identifier whole = new Identifier(id.get(), segment.get(field, i, 4).orElse(""));
                if (segment.get(field, i, 5).filter("PI"::equals).isPresent()) {
                    return Optional.of(whole);
                }
                first = first.or(() -> Optional.of(whole));
            }
        }
        return first;
    }

    private String hash(Identifier person) {
        return vault.hash("person", person.value() + "|" + person.authority());
    }

    private Optional<String> visit(Segments segments, Seg pid) throws RefusedException {
        Optional<Seg> pv1 = segments.first("PV1");
        Optional<String> number = Optional.empty();
        if (pv1.isPresent()) {
            number = identifier(pv1.get(), 19);
        }
        return (number.isPresent() ? number : identifier(pid, 18))
                .map(id -> vault.hash("visit", id));
    }

    private static Optional<String> identifier(Seg segment, int field) throws RefusedException {
        Optional<String> id = segment.get(field);
        String authority = segment.get(field, 0, 4).orElse("");
        return id.map(value -> value + "|" + authority);
    }

    private Optional<Movement> movement(String trigger, Segments segments, Instant told)
            throws RefusedException {
        Optional<Seg> zbe = segments.first("ZBE");
        if (trigger.equals("Z99") && zbe.isEmpty()) {
            throw new RefusedException("missing", "ZBE");
        }
        String event = trigger;
        Action action = CANCELS.containsKey(trigger) ? Action.CANCEL : Action.INSERT;
        Optional<String> id = Optional.empty();
        boolean historic = false;
        if (zbe.isPresent()) {
            id = Optional.of(vault.hash("movement", required(identifier(zbe.get(), 1), "ZBE-1")));
            historic = zbe.get().get(5).filter("Y"::equals).isPresent();
            Optional<String> written = zbe.get().get(4);
            if (trigger.equals("Z99")) {
                event = required(zbe.get().get(6), "ZBE-6");
                action = Action.UPDATE;
            }
            if (written.isPresent() && action != Action.CANCEL) {
                action = ACTIONS.get(written.get());
                if (action == null) {
                    throw new RefusedException("action", "ZBE-4");
                }
            }
        }
        Kind kind = KINDS.containsKey(event) ? KINDS.get(event) : CANCELS.get(event);
        if (kind == null && config.passOver().contains(event)) {
            return Optional.empty();
        }
        if (kind == null) {
            throw new RefusedException("event", "ZBE-6");
        }
        Optional<Seg> pv1 = segments.first("PV1");
        Optional<String> place = Optional.empty();
        boolean silent = true;
        if (pv1.isPresent()) {
            place = place(pv1.get());
            silent = place.isEmpty() && pv1.get().get(3).isEmpty();
        }
        boolean otherCare = event.equals("A06") || event.equals("A07");
        if (otherCare && silent) {
            // Cared for otherwise in the same place.
            return Optional.empty();
        }
        Instant at = happened(kind, segments, zbe, pv1).orElse(told);
        return Optional.of(new Movement(id, action, kind, at, told, place, historic));
    }

    /** When it happened: the movement's own time, else what event and visit say. */
    private Optional<Instant> happened(
            Kind kind, Segments segments, Optional<Seg> zbe, Optional<Seg> pv1)
            throws RefusedException {
        if (zbe.isPresent()) {
            Optional<String> start = zbe.get().get(2);
            if (start.isPresent()) {
                return Optional.of(Moment.of(start.get(), zone, "ZBE-2"));
            }
        }
        Optional<Seg> evn = segments.first("EVN");
        if (evn.isPresent() && evn.get().get(6).isPresent()) {
            return Optional.of(Moment.of(evn.get().get(6).get(), zone, "EVN-6"));
        }
        int field = kind == Kind.ARRIVE ? 44 : kind == Kind.END ? 45 : 0;
        if (field > 0 && pv1.isPresent() && pv1.get().get(field).isPresent()) {
            return Optional.of(Moment.of(pv1.get().get(field).get(), zone, "PV1-" + field));
        }
        return evn.isPresent() && evn.get().get(2).isPresent()
                ? Optional.of(Moment.of(evn.get().get(2).get(), zone, "EVN-2"))
                : Optional.empty();
    }

    /** Unit, room, bed and facility; empty where no bed is named. */
    private static Optional<String> place(Seg pv1) throws RefusedException {
        Optional<String> bed = pv1.get(3, 0, 3);
        if (bed.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int component = 1; component <= 4; component++) {
            parts.add(pv1.get(3, 0, component).orElse(""));
        }
        String place = String.join("^", parts.getLast().isEmpty() ? parts.subList(0, 3) : parts);
        if (place.length() > LONGEST_PLACE || unprintable(place)) {
            throw new RefusedException("malformed", "PV1-3");
        }
        return Optional.of(place);
    }

    private FeedMessage.Merged merged(Segments segments) throws RefusedException {
        Optional<Seg> mrg = segments.first("MRG");
        if (mrg.isEmpty()) {
            throw new RefusedException("missing", "MRG");
        }
        Identifier gone = required(number(mrg.get(), 1), "MRG-1");
        return new FeedMessage.Merged(hash(gone), gone.number());
    }

    private static <T> T required(Optional<T> value, String field) throws RefusedException {
        if (value.isEmpty() || "".equals(value.get())) {
            throw new RefusedException("missing", field);
        }
        return value.get();
    }

    private static boolean unprintable(String text) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.LINE_SEPARATOR
                                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                        || Character.getType(c) == Character.SURROGATE
                                        || Character.getType(c) == Character.PRIVATE_USE);
    }
}

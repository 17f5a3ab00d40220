package chevet.ward.request;

import chevet.model.request.Appointment;
import chevet.model.request.RequestRule;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import chevet.ward.sync.Bedsides;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A patient's appointments and consent, as a part of the bed's panel. */
public final class DayRoutes {
    /** Everybody who sees a bed's panel sees its parts. */
    private static final Set<Role> PART = Set.of(Role.WARD, Role.DIETITIAN);

    private static final int LONGEST = 80;

    private final Console console;
    private final DayDesk desk;

    public DayRoutes(Console console, Requests requests) {
        this.console = console;
        this.desk = requests.days();
        String path = "/requests/of/{bed}";
        console.get(path, PART, visit -> here(visit, lying -> part(visit, lying, "")));
        console.post(path + "/consent", RequestRoutes.ROLES, visit -> meant(visit, this::consent));
        console.post(path + "/add", RequestRoutes.ROLES, visit -> meant(visit, this::add));
        console.post(path + "/remove", RequestRoutes.ROLES, visit -> meant(visit, this::remove));
    }

    private interface Act {
        Reply on(Visit visit, Bedsides.Lying lying);
    }

    private interface Look {
        Reply at(Bedsides.Lying lying);
    }

    private Reply here(Visit visit, Look look) {
        return lying(visit)
                .map(look::at)
                .orElseGet(() -> Reply.text(404, visit.t("requests.no-patient")));
    }

    /** The stay that the page showed, while it still lies in this bed. */
    private Reply meant(Visit visit, Act act) {
        return lying(visit)
                .filter(here -> visit.field("stay").filter(here.stay().value()::equals).isPresent())
                .map(here -> act.on(visit, here))
                .orElseGet(() -> Reply.text(409, visit.t("requests.changed")));
    }

    private Reply consent(Visit visit, Bedsides.Lying lying) {
        boolean wanted = visit.field("wanted").filter("yes"::equals).isPresent();
        return done(
                visit,
                lying,
                desk.consent(lying.stay(), wanted),
                wanted ? "requests.consent.now" : "requests.consent.no-more");
    }

    private Reply add(Visit visit, Bedsides.Lying lying) {
        Map<String, String> values = new HashMap<>();
        for (String field : List.of("at", "what", "where")) {
            visit.field(field).ifPresent(value -> values.put(field, value));
        }
        Optional<Instant> at = at(visit);
        Optional<String> what = visit.field("what");
        Optional<String> where = visit.field("where");
        List<Fault> faults = new ArrayList<>();
        if (at.isEmpty()) {
            faults.add(Fault.of("at", "requests.fault.at"));
        }
        if (what.filter(DayRoutes::fits).isEmpty()) {
            faults.add(Fault.of("what", "requests.fault.what", LONGEST));
        }
        if (where.filter(text -> !fits(text)).isPresent()) {
            faults.add(Fault.of("where", "requests.fault.where", LONGEST));
        }
        if (!faults.isEmpty()) {
            return part(visit, lying, values, faults, "");
        }
        Appointment appointment = new Appointment(at.orElseThrow(), what.orElseThrow(), where);
        return done(
                visit, lying, desk.add(lying.stay(), appointment), "requests.appointment-added");
    }

    private Reply remove(Visit visit, Bedsides.Lying lying) {
        List<Appointment> written = desk.written(lying.stay());
        Optional<Appointment> named =
                written.stream()
                        .filter(
                                each ->
                                        visit.field("appointment")
                                                .filter(name(each)::equals)
                                                .isPresent())
                        .findFirst();
        return done(
                visit,
                lying,
                named.isPresent() && desk.remove(lying.stay(), named.get()),
                "requests.appointment-removed");
    }

    /** How a form names an appointment. */
    public static String name(Appointment appointment) {
        return appointment.at() + " " + appointment.what();
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST && RequestRule.readable(text);
    }

    private static Optional<Instant> at(Visit visit) {
        try {
            return visit.field("at")
                    .map(LocalDateTime::parse)
                    .map(at -> at.atZone(visit.frame().zone()).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private Reply done(Visit visit, Bedsides.Lying lying, boolean done, String key) {
        if (!done) {
            return Reply.text(409, visit.t("requests.changed"));
        }
        return visit.partial()
                ? part(visit, lying, visit.t(key, lying.bed()))
                : Reply.seeOther("/beds/" + lying.bed());
    }

    private Reply part(Visit visit, Bedsides.Lying lying, String done) {
        return part(visit, lying, Map.of(), List.of(), done);
    }

    private Reply part(
            Visit visit,
            Bedsides.Lying lying,
            Map<String, String> values,
            List<Fault> faults,
            String done) {
        return console.page(
                faults.isEmpty() ? 200 : 422,
                visit,
                "request/part.jte",
                new DayPart(
                        lying.bed(),
                        lying.stay(),
                        desk.consent(lying.stay()),
                        desk.appointments(lying.stay()),
                        desk.written(lying.stay()),
                        visit.frame().has(Role.WARD),
                        values,
                        faults,
                        Optional.of(done).filter(text -> !text.isEmpty())));
    }

    /** Who lies in the bed that the path names, where this account may see its ward. */
    private Optional<Bedsides.Lying> lying(Visit visit) {
        return visit.bed()
                .flatMap(
                        bed ->
                                visit.frame().wards().stream()
                                        .flatMap(ward -> desk.in(ward.id(), bed).stream())
                                        .findFirst());
    }
}

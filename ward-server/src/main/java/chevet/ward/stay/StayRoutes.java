package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.console.Account;
import chevet.ward.console.Alert;
import chevet.ward.console.BedChips;
import chevet.ward.console.Chip;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.Frame;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.console.WardName;
import chevet.ward.http.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The board of beds and a bed's panel. */
public final class StayRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/stay/words";

    private static final Set<Role> SEE = Set.of(Role.WARD, Role.DIETITIAN);
    private static final Set<Role> ACT = Set.of(Role.WARD);

    private final Console console;
    private final StayDesk desk;
    private final TerminalStates terminals;
    private final List<BedChips> features;
    private final boolean numbers;

    /**
     * @param numbers whether anybody needs the hospital's number of a patient
     */
    public StayRoutes(
            Console console,
            StayDesk desk,
            TerminalStates terminals,
            List<BedChips> features,
            boolean numbers) {
        this.console = console;
        this.desk = desk;
        this.terminals = terminals;
        this.features = List.copyOf(features);
        this.numbers = numbers;
        console.nav(new NavItem("/beds", "beds.nav", "bed", SEE, 10));
        console.alerts(this::alerts);
        console.get("/beds", SEE, this::board);
        console.get("/beds/{bed}", SEE, visit -> withBed(visit, this::show));
        console.post("/beds/{bed}/admit", ACT, visit -> withBed(visit, this::admit));
        console.post("/beds/{bed}/transfer", ACT, visit -> withBed(visit, this::transfer));
        console.post("/beds/{bed}/discharge", ACT, visit -> withBed(visit, this::discharge));
        console.post("/stays/put-back", ACT, this::putBack);
        console.post("/stays/end", ACT, this::end);
        new AdmissionsRoutes(console, desk);
    }

    /** Terminals that have not said in time that they have erased somebody. */
    private List<Alert> alerts(Account account) {
        return account.has(Role.WARD)
                ? desk.lateWipes().stream()
                        .filter(wipe -> desk.wardOf(wipe.bed()).filter(account::maySee).isPresent())
                        .limit(3)
                        .map(
                                wipe ->
                                        new Alert(
                                                Optional.of("/beds/" + wipe.bed()),
                                                "beds.unwiped-alert",
                                                List.of(wipe.bed(), wipe.due())))
                        .toList()
                : List.of();
    }

    private interface BedAction {
        Reply answer(Visit visit, BedView bed);
    }

    private Reply board(Visit visit) {
        return visit.ward()
                .map(ward -> page(200, visit, ward, Optional.empty()))
                .orElseGet(() -> Reply.text(404, visit.t("beds.no-ward")));
    }

    private Reply.Whole page(int status, Visit visit, WardId ward, Optional<BedPanel> panel) {
        Frame frame = visit.frame();
        List<BedView> beds = desk.board(ward);
        List<Map<BedId, List<Chip>>> chips =
                features.stream().map(feature -> feature.ofBeds(ward, frame)).toList();
        List<Wipe> late = desk.lateWipes();
        List<BedsPage.Row> rows = beds.stream().map(bed -> row(bed, chips, late, frame)).toList();
        List<Chip> sums = new ArrayList<>();
        long online = rows.stream().filter(row -> row.terminal().online()).count();
        sums.add(
                new Chip(
                        online == rows.size() ? Chip.Tone.OK : Chip.Tone.WARN,
                        "screen",
                        frame.t("beds.online", online, rows.size())));
        features.forEach(feature -> sums.addAll(feature.ofWard(ward, frame)));
        List<AsideView> aside =
                desk.aside().stream()
                        .filter(each -> each.ward().map(ward::equals).orElse(true))
                        .toList();
        if (!aside.isEmpty()) {
            sums.add(new Chip(Chip.Tone.WARN, "people", frame.t("beds.aside-count", aside.size())));
        }
        BedsPage page = new BedsPage(ward, sums, rows, aside, free(frame), panel);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "stay/board.jte" : "stay/page.jte", page);
    }

    private BedsPage.Row row(
            BedView bed, List<Map<BedId, List<Chip>>> chips, List<Wipe> late, Frame frame) {
        Stream<Chip> ofFeatures =
                chips.stream().flatMap(c -> c.getOrDefault(bed.bed(), List.of()).stream());
        return new BedsPage.Row(
                bed,
                terminals.of(bed.terminal()),
                Stream.concat(unwiped(late, bed, frame), ofFeatures).toList());
    }

    /** Its terminal has not said in time that it has erased somebody. */
    private static Stream<Chip> unwiped(List<Wipe> late, BedView bed, Frame frame) {
        return late.stream()
                .filter(wipe -> wipe.terminal().equals(bed.terminal()))
                .limit(1)
                .map(
                        wipe ->
                                new Chip(
                                        Chip.Tone.ALERT,
                                        "alert",
                                        frame.t("beds.unwiped", frame.moment(wipe.due()))));
    }

    private Reply putBack(Visit visit) {
        Optional<AsideView> stay = aside(visit);
        Optional<BedId> to =
                visit.field("to")
                        .filter(StayRoutes::isId)
                        .map(BedId::new)
                        .filter(id -> bed(visit.frame(), id).isPresent());
        if (stay.isEmpty() || to.isEmpty()) {
            return Reply.text(422, visit.t("beds.fault.to"));
        }
        return switch (desk.putBack(stay.get().stay(), to.get(), visit.account().id())) {
            case StayResult.Done _ -> said(visit, visit.t("beds.put-back-done", to.get()));
            case StayResult.Refused refused ->
                    Reply.text(422, visit.frame().reason(refused.reason()));
        };
    }

    private Reply end(Visit visit) {
        Optional<AsideView> stay = aside(visit);
        if (stay.isEmpty()) {
            return Reply.text(422, visit.t("beds.fault.aside"));
        }
        return switch (desk.discharge(stay.get().stay(), visit.account().id())) {
            case StayResult.Done _ -> said(visit, visit.t("beds.aside-ended"));
            case StayResult.Refused refused ->
                    Reply.text(422, visit.frame().reason(refused.reason()));
        };
    }

    private Reply said(Visit visit, String words) {
        return visit.partial() ? console.done(words) : Reply.seeOther("/beds");
    }

    /** The stay without a bed that the form names, where this account may see its ward. */
    private Optional<AsideView> aside(Visit visit) {
        return desk.aside().stream()
                .filter(each -> visit.field("stay").filter(each.stay().value()::equals).isPresent())
                .filter(
                        each ->
                                each.ward()
                                        .map(
                                                ward ->
                                                        visit.frame().wards().stream()
                                                                .anyMatch(w -> w.id().equals(ward)))
                                        .orElse(true))
                .findFirst();
    }

    private Reply show(Visit visit, BedView bed) {
        return panel(visit, bed, Map.of(), List.of(), Optional.empty());
    }

    private Reply admit(Visit visit, BedView bed) {
        Patient patient =
                new Patient(
                        pick(Patient.Title.values(), visit.field("title"), Patient.Title.NONE),
                        visit.field("name").orElse(""),
                        pick(Language.values(), visit.field("language"), Language.FR));
        Optional<String> written =
                visit.field("number").map(String::strip).filter(text -> !text.isEmpty());
        Optional<PatientNumber> number = written.flatMap(Admission::number);
        if (written.isPresent() && number.isEmpty()) {
            return panel(
                    visit,
                    bed,
                    values(visit),
                    List.of(Fault.of("number", "beds.fault.number", PatientNumber.LONGEST)),
                    Optional.empty());
        }
        StayResult result =
                desk.admit(new Admission(patient, bed.bed(), number), visit.account().id());
        return answer(visit, bed.bed(), result, visit.t("beds.admitted", bed.bed()));
    }

    private Reply transfer(Visit visit, BedView bed) {
        Optional<BedView> to =
                visit.field("to")
                        .filter(StayRoutes::isId)
                        .map(BedId::new)
                        .flatMap(id -> bed(visit.frame(), id));
        if (to.isEmpty()) {
            return panel(
                    visit,
                    bed,
                    values(visit),
                    List.of(Fault.of("to", "beds.fault.to")),
                    Optional.empty());
        }
        return meant(visit, bed)
                .map(
                        stay ->
                                answer(
                                        visit,
                                        to.get().bed(),
                                        desk.transfer(stay, to.get().bed(), visit.account().id()),
                                        visit.t("beds.moved", bed.bed(), to.get().bed())))
                .orElseGet(() -> changed(visit, bed));
    }

    private Reply discharge(Visit visit, BedView bed) {
        Optional<StayId> stay = meant(visit, bed);
        if (stay.isEmpty()) {
            return changed(visit, bed);
        }
        return switch (desk.discharge(stay.get(), visit.account().id())) {
            case StayResult.Done _ ->
                    visit.partial()
                            ? console.done(visit.t("beds.discharged", bed.bed()))
                            : Reply.seeOther("/beds");
            case StayResult.Refused refused -> refused(visit, bed.bed(), refused);
        };
    }

    /** The stay that the page showed, while it still lies in this bed. */
    private static Optional<StayId> meant(Visit visit, BedView bed) {
        return bed.guest()
                .map(BedView.Guest::stay)
                .filter(stay -> visit.field("stay").filter(stay.value()::equals).isPresent());
    }

    private Reply changed(Visit visit, BedView bed) {
        return panel(
                visit,
                bed,
                Map.of(),
                List.of(Fault.of("stay", "beds.fault.changed")),
                Optional.empty());
    }

    private Reply answer(Visit visit, BedId bed, StayResult result, String words) {
        return switch (result) {
            case StayResult.Done _ ->
                    visit.partial()
                            ? panel(
                                    visit,
                                    bed(visit.frame(), bed).orElseThrow(),
                                    Map.of(),
                                    List.of(),
                                    Optional.of(words))
                            : Reply.seeOther("/beds/" + bed);
            case StayResult.Refused refused -> refused(visit, bedOf(visit), refused);
        };
    }

    private static BedId bedOf(Visit visit) {
        return new BedId(visit.part("bed"));
    }

    private Reply refused(Visit visit, BedId bed, StayResult.Refused refused) {
        String words = visit.frame().reason(refused.reason());
        String field = refused.field().equals("bed") ? "to" : refused.field();
        return panel(
                visit,
                bed(visit.frame(), bed).orElseThrow(),
                values(visit),
                List.of(Fault.of(field, "beds.fault.reason", words)),
                Optional.empty());
    }

    private Reply panel(
            Visit visit,
            BedView bed,
            Map<String, String> values,
            List<Fault> faults,
            Optional<String> done) {
        boolean taken = bed.guest().isPresent();
        BedPanel panel =
                new BedPanel(
                        bed,
                        terminals.of(bed.terminal()),
                        bed.guest().flatMap(guest -> desk.patient(guest.stay())),
                        taken ? free(visit.frame()) : List.of(),
                        desk.wipes(bed.terminal()),
                        desk.now(),
                        numbers,
                        taken ? features.stream().map(f -> f.panel(bed.bed())).toList() : List.of(),
                        values,
                        faults,
                        done);
        int status = faults.isEmpty() ? 200 : 422;
        return visit.partial()
                ? console.page(status, visit, "stay/panel.jte", panel)
                : page(status, visit, bed.ward(), Optional.of(panel));
    }

    private Reply withBed(Visit visit, BedAction action) {
        return visit.bed()
                .flatMap(bed -> bed(visit.frame(), bed))
                .map(bed -> action.answer(visit, bed))
                .orElseGet(() -> Reply.text(404, visit.t("beds.no-bed")));
    }

    /** The bed, where this account may see its ward. */
    private Optional<BedView> bed(Frame frame, BedId bed) {
        return all(frame).stream().filter(view -> view.bed().equals(bed)).findFirst();
    }

    private List<BedId> free(Frame frame) {
        return all(frame).stream()
                .filter(view -> view.guest().isEmpty())
                .map(BedView::bed)
                .toList();
    }

    private List<BedView> all(Frame frame) {
        return frame.wards().stream()
                .map(WardName::id)
                .flatMap(ward -> desk.board(ward).stream())
                .toList();
    }

    private static Map<String, String> values(Visit visit) {
        Map<String, String> values = new java.util.HashMap<>();
        for (String field : List.of("title", "name", "number", "language", "to")) {
            visit.field(field).ifPresent(value -> values.put(field, value));
        }
        return values;
    }

    private static boolean isId(String name) {
        return chevet.model.place.Id.is(name);
    }

    private static <E extends Enum<E>> E pick(E[] all, Optional<String> name, E otherwise) {
        return Arrays.stream(all)
                .filter(e -> name.filter(e.name()::equals).isPresent())
                .findFirst()
                .orElse(otherwise);
    }
}

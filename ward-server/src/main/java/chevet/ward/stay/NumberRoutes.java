package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.ward.console.BedChips;
import chevet.ward.console.Chip;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.Frame;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.console.WardName;
import chevet.ward.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of each bed's panel: whether the hospital's number of the patient is known, and a form to
 * say it. Whoever was admitted in a hurry gets it afterwards.
 */
public final class NumberRoutes implements BedChips {
    /** Everybody who sees a bed's panel sees its parts. */
    private static final Set<Role> PART = Set.of(Role.WARD, Role.DIETITIAN);

    private static final Set<Role> GIVE = Set.of(Role.WARD);

    private final Console console;
    private final StayDesk desk;
    private final PatientNumbers numbers;

    public NumberRoutes(Console console, StayDesk desk, PatientNumbers numbers) {
        this.console = console;
        this.desk = desk;
        this.numbers = numbers;
        console.get("/number/of/{bed}", PART, this::show);
        console.post("/number/of/{bed}", GIVE, this::give);
    }

    @Override
    public Map<BedId, List<Chip>> ofBeds(WardId ward, Frame frame) {
        return Map.of();
    }

    @Override
    public List<Chip> ofWard(WardId ward, Frame frame) {
        return List.of();
    }

    @Override
    public String panel(BedId bed) {
        return "/number/of/" + bed;
    }

    private Reply show(Visit visit) {
        return bed(visit)
                .map(bed -> part(visit, bed, "", List.of(), Optional.empty()))
                .orElseGet(() -> Reply.text(404, visit.t("beds.no-bed")));
    }

    private Reply give(Visit visit) {
        Optional<BedView> bed = bed(visit);
        Optional<StayId> stay =
                bed.flatMap(BedView::guest)
                        .map(BedView.Guest::stay)
                        .filter(
                                lies ->
                                        visit.field("stay")
                                                .filter(lies.value()::equals)
                                                .isPresent());
        if (bed.isEmpty() || stay.isEmpty()) {
            return Reply.text(409, visit.t("beds.fault.changed"));
        }
        String written = visit.field("number").orElse("");
        Optional<PatientNumber> number = Admission.number(written);
        if (number.isEmpty()) {
            Fault fault = Fault.of("number", "beds.fault.number", PatientNumber.LONGEST);
            return part(visit, bed.get(), written, List.of(fault), Optional.empty());
        }
        return switch (desk.number(stay.get(), number.get())) {
            case StayResult.Done _ ->
                    visit.partial()
                            ? part(
                                    visit,
                                    bed.get(),
                                    "",
                                    List.of(),
                                    Optional.of(visit.t("beds.number-given", bed.get().bed())))
                            : Reply.seeOther("/beds/" + bed.get().bed());
            case StayResult.Refused _ -> Reply.text(409, visit.t("beds.fault.changed"));
        };
    }

    private Reply part(
            Visit visit, BedView bed, String value, List<Fault> faults, Optional<String> done) {
        StayId stay = bed.guest().orElseThrow().stay();
        return console.page(
                faults.isEmpty() ? 200 : 422,
                visit,
                "stay/number.jte",
                new NumberPart(
                        bed.bed(),
                        stay,
                        numbers.known(stay),
                        visit.frame().has(Role.WARD),
                        value,
                        faults,
                        done));
    }

    /** The bed that the path names with somebody in it, where this account may see its ward. */
    private Optional<BedView> bed(Visit visit) {
        String name = visit.part("bed");
        return visit.frame().wards().stream()
                .map(WardName::id)
                .flatMap(ward -> desk.board(ward).stream())
                .filter(view -> view.bed().value().equals(name) && view.guest().isPresent())
                .findFirst();
    }
}

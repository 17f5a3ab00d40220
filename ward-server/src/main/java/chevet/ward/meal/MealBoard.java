package chevet.ward.meal;

import chevet.model.meal.CutOffs;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.ward.console.BedChips;
import chevet.ward.console.Chip;
import chevet.ward.console.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What meals add to the board of beds: how each tray stands at the service that is chosen now, and
 * where somebody must decide.
 */
public final class MealBoard implements BedChips {
    private final MealDesk desk;
    private final MenuDesk menus;
    private final KitchenDesk kitchen;

    public MealBoard(MealDesk desk, MenuDesk menus, KitchenDesk kitchen) {
        this.desk = desk;
        this.menus = menus;
        this.kitchen = kitchen;
    }

    @Override
    public Map<BedId, List<Chip>> ofBeds(WardId ward, Frame frame) {
        Map<BedId, List<Chip>> chips = new HashMap<>();
        Optional<KitchenSheet> sheet = open(ward, frame);
        Map<BedId, MealWarning> incomplete = new LinkedHashMap<>();
        for (MealWarning warning : desk.warnings(ward)) {
            if (warning.kind() == MealWarning.Kind.INCOMPLETE) {
                // The diet that leaves a course out leaves it out of every meal: the next is said.
                incomplete.putIfAbsent(warning.bed(), warning);
                continue;
            }
            // A held tray of the open service has its state's chip.
            boolean said =
                    warning.kind() == MealWarning.Kind.HELD
                            && sheet.filter(s -> s.menu().key().equals(warning.key())).isPresent();
            if (!said) {
                add(chips, warning.bed(), chip(warning, Chip.Tone.ALERT, frame));
            }
        }
        incomplete.forEach((bed, warning) -> add(chips, bed, chip(warning, Chip.Tone.WARN, frame)));
        if (sheet.isPresent()) {
            String service = service(frame, sheet.get().menu().key());
            for (KitchenSheet.BedTray tray : sheet.get().trays()) {
                Tray.State state = tray.tray().state();
                add(
                        chips,
                        tray.bed(),
                        MealWords.chip(state, frame.t("meal.chip." + state, service)));
            }
        }
        for (BedId bed : doubted(ward)) {
            add(chips, bed, new Chip(Chip.Tone.ALERT, "question", frame.t("meal.chip.doubt")));
        }
        for (BedId bed : desk.unconfirmed(ward)) {
            add(chips, bed, new Chip(Chip.Tone.WARN, "question", frame.t("meal.chip.unconfirmed")));
        }
        return chips;
    }

    @Override
    public List<Chip> ofWard(WardId ward, Frame frame) {
        List<Chip> chips = new ArrayList<>();
        Optional<KitchenSheet> sheet = open(ward, frame);
        int unchosen = sheet.map(s -> s.tally().unchosen()).orElse(0);
        if (unchosen > 0) {
            chips.add(
                    new Chip(
                            Chip.Tone.WARN,
                            "meal",
                            frame.t(
                                    "meal.sum.unchosen",
                                    unchosen,
                                    service(frame, sheet.orElseThrow().menu().key()))));
        }
        List<MealWarning> warnings = desk.warnings(ward);
        long held = warnings.stream().filter(w -> w.kind() == MealWarning.Kind.HELD).count();
        if (held > 0) {
            chips.add(new Chip(Chip.Tone.ALERT, "alert", frame.t("meal.sum.held", held)));
        }
        int doubted = doubted(ward).size();
        if (doubted > 0) {
            chips.add(new Chip(Chip.Tone.ALERT, "question", frame.t("meal.sum.doubt", doubted)));
        }
        int unconfirmed = desk.unconfirmed(ward).size();
        if (unconfirmed > 0) {
            chips.add(
                    new Chip(
                            Chip.Tone.WARN,
                            "question",
                            frame.t("meal.sum.unconfirmed", unconfirmed)));
        }
        return chips;
    }

    private List<BedId> doubted(WardId ward) {
        return desk.doubts(ward).stream().map(FoodDoubt::bed).distinct().toList();
    }

    @Override
    public String panel(BedId bed) {
        return "/meals/of/" + bed;
    }

    /** The service whose choosing ends next. */
    private Optional<KitchenSheet> open(WardId ward, Frame frame) {
        return menus.menus(ward).stream()
                .filter(menu -> CutOffs.open(menu, frame.now()))
                .findFirst()
                .flatMap(menu -> kitchen.sheet(ward, menu.key()));
    }

    private static Chip chip(MealWarning warning, Chip.Tone tone, Frame frame) {
        return new Chip(
                tone,
                "alert",
                frame.t("meal.chip." + warning.kind(), service(frame, warning.key())));
    }

    private static String service(Frame frame, ServiceKey key) {
        return frame.t("service.short." + key.service());
    }

    private static void add(Map<BedId, List<Chip>> chips, BedId bed, Chip chip) {
        chips.computeIfAbsent(bed, _ -> new ArrayList<>()).add(chip);
    }
}

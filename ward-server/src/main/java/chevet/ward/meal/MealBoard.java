package chevet.ward.meal;

import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.ward.console.BedChips;
import chevet.ward.console.Chip;
import chevet.ward.console.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What meals add to the board of beds. */
public final class MealBoard implements BedChips {
    private final MealDesk desk;

    public MealBoard(MealDesk desk) {
        this.desk = desk;
    }

    @Override
    public Map<BedId, List<Chip>> ofBeds(WardId ward, Frame frame) {
        Map<BedId, List<Chip>> chips = new HashMap<>();
        desk.beds(ward)
                .forEach(
                        (bed, meal) -> {
                            List<Chip> its = new ArrayList<>();
                            meal.next()
                                    .ifPresent(
                                            next -> its.add(chip(frame, next.key(), next.state())));
                            if (!meal.confirmed()) {
                                its.add(
                                        new Chip(
                                                Chip.Tone.WARN,
                                                "question",
                                                frame.t("meal.chip.unconfirmed")));
                            }
                            chips.put(bed, its);
                        });
        for (MealWarning warning : desk.warnings(ward)) {
            if (warning.kind() != MealWarning.Kind.HELD) {
                chips.computeIfAbsent(warning.bed(), _ -> new ArrayList<>())
                        .addFirst(
                                new Chip(
                                        Chip.Tone.ALERT,
                                        "alert",
                                        frame.t(
                                                "meal.chip." + warning.kind(),
                                                frame.t(
                                                        "service.short."
                                                                + warning.key().service()))));
            }
        }
        return chips;
    }

    private static Chip chip(Frame frame, ServiceKey key, Tray.State state) {
        String service = frame.t("service.short." + key.service());
        return MealWords.chip(state, frame.t("meal.chip." + state, service));
    }

    @Override
    public List<Chip> ofWard(WardId ward, Frame frame) {
        Map<BedId, BedMeal> beds = desk.beds(ward);
        List<Chip> chips = new ArrayList<>();
        Map<ServiceKey, Integer> unchosen = new HashMap<>();
        int held = 0;
        int unconfirmed = 0;
        for (BedMeal meal : beds.values()) {
            if (!meal.confirmed()) {
                unconfirmed++;
            }
            if (meal.next().isPresent()) {
                BedMeal.Next next = meal.next().get();
                if (next.state() == Tray.State.UNCHOSEN) {
                    unchosen.merge(next.key(), 1, Integer::sum);
                } else if (next.state() == Tray.State.HELD) {
                    held++;
                }
            }
        }
        unchosen.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry ->
                                chips.add(
                                        new Chip(
                                                Chip.Tone.WARN,
                                                "meal",
                                                frame.t(
                                                        "meal.sum.unchosen",
                                                        entry.getValue(),
                                                        frame.t(
                                                                "service.short."
                                                                        + entry.getKey()
                                                                                .service())))));
        if (held > 0) {
            chips.add(new Chip(Chip.Tone.ALERT, "alert", frame.t("meal.sum.held", held)));
        }
        if (unconfirmed > 0) {
            chips.add(
                    new Chip(
                            Chip.Tone.WARN,
                            "question",
                            frame.t("meal.sum.unconfirmed", unconfirmed)));
        }
        return chips;
    }

    @Override
    public String panel(BedId bed) {
        return "/meals/of/" + bed;
    }
}

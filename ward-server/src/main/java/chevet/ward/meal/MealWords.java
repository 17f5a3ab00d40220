package chevet.ward.meal;

import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealRule;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.meal.Verdict;
import chevet.model.wire.Reason;
import chevet.ward.console.Chip;
import chevet.ward.console.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Meals in the words of the console. */
public final class MealWords {
    private static final List<String> NAMED =
            List.of("allergen.", "diet.", "texture.", "thickness.");

    private MealWords() {}

    /** {@code Soir · sam. 21 nov.} */
    public static String service(Frame frame, ServiceKey key) {
        return frame.t("service." + key.service()) + " · " + frame.day(key.date());
    }

    /** The reasons, gravest first, as staff read them. */
    public static String reasons(Frame frame, List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal(frame, refusal))
                .distinct()
                .collect(Collectors.joining(" ; "));
    }

    /**
     * Why a tray is held, as staff read it: each dish that no longer fits with its own reasons,
     * then what is about the tray as a whole.
     */
    public static String held(
            Frame frame,
            Tray tray,
            ServiceMenu menu,
            FoodProfile profile,
            Map<DishId, Dish> dishes) {
        List<String> all = new ArrayList<>();
        List<Refusal> rest = new ArrayList<>(tray.held());
        MealRule.judgeEach(tray.dishes(), id -> Optional.ofNullable(dishes.get(id)), profile, menu)
                .forEach(
                        (course, verdict) -> {
                            if (verdict instanceof Verdict.Refused(List<Refusal> reasons)) {
                                DishId id = Objects.requireNonNull(tray.dishes().get(course));
                                all.add(
                                        frame.t(
                                                "meal.held-dish",
                                                name(frame, id, dishes),
                                                reasons(frame, reasons)));
                                rest.removeAll(reasons);
                            }
                        });
        if (!rest.isEmpty()) {
            all.add(reasons(frame, rest));
        }
        return String.join(" ; ", all);
    }

    /**
     * What somebody must decide, as staff read it, with the reasons where there are any; courses
     * that are left out each with its own.
     */
    public static String warning(Frame frame, MealWarning warning) {
        String without =
                warning.without().entrySet().stream()
                        .map(
                                left ->
                                        frame.t(
                                                "meal.held-dish",
                                                frame.t("course." + left.getKey()),
                                                reasons(frame, left.getValue())))
                        .collect(Collectors.joining(" ; "));
        return frame.t("meal.warning." + warning.kind(), without);
    }

    /** Which of the hospital's systems it was. */
    public static String source(Frame frame, String source) {
        String key = "diets.source." + source;
        return frame.words().has(key) ? frame.t(key) : source;
    }

    private static String name(Frame frame, DishId id, Map<DishId, Dish> dishes) {
        return Optional.ofNullable(dishes.get(id))
                .map(dish -> dish.name().in(frame.words().language()))
                .orElse(id.value());
    }

    static String refusal(Frame frame, Refusal refusal) {
        return frame.t(
                "refusal." + refusal.code(), refusal.about().map(a -> named(frame, a)).orElse(""));
    }

    /** What a reason is about: an allergen, a diet, a level, or a word as somebody wrote it. */
    private static String named(Frame frame, String about) {
        return NAMED.stream()
                .map(prefix -> prefix + about)
                .filter(frame.words()::has)
                .findFirst()
                .map(frame::t)
                .orElse(about);
    }

    static String reason(Frame frame, Reason reason, Map<DishId, Dish> dishes) {
        if (!reason.code().equals("meal.refused")) {
            return frame.reason(reason);
        }
        String dish =
                dishes.values().stream()
                        .filter(d -> d.id().value().equals(reason.about().get("dish")))
                        .findFirst()
                        .map(d -> d.name().in(frame.words().language()))
                        .orElse("");
        String code = "refusal." + reason.about().getOrDefault("code", "");
        String about = named(frame, reason.about().getOrDefault("about", ""));
        return frame.words()
                .named(
                        "reason.meal.refused",
                        Map.of(
                                "dish",
                                dish,
                                "why",
                                frame.words().has(code) ? frame.t(code, about) : ""));
    }

    /** Diets, allergies, levels and the like in one line; says so where there is nothing. */
    public static String profile(Frame frame, FoodProfile profile) {
        List<String> all = new ArrayList<>();
        profile.diets().stream().sorted().forEach(diet -> all.add(frame.t("diet." + diet)));
        if (!profile.allergies().isEmpty()) {
            all.add(
                    frame.t(
                            "meal.allergies",
                            profile.allergies().stream()
                                    .sorted()
                                    .map(a -> frame.t("allergen." + a))
                                    .collect(Collectors.joining(", "))));
        }
        if (profile.texture() != FoodTexture.REGULAR) {
            all.add(frame.t("texture." + profile.texture()));
        }
        if (profile.thickness() != DrinkThickness.THIN) {
            all.add(frame.t("thickness." + profile.thickness()));
        }
        profile.fasting()
                .ifPresent(
                        fasting ->
                                all.add(
                                        fasting.until()
                                                .map(
                                                        until ->
                                                                frame.t(
                                                                        "meal.fasting-until",
                                                                        frame.moment(
                                                                                fasting.from()),
                                                                        frame.moment(until)))
                                                .orElseGet(
                                                        () ->
                                                                frame.t(
                                                                        "meal.fasting-from",
                                                                        frame.moment(
                                                                                fasting.from())))));
        if (!profile.aversions().isEmpty()) {
            all.add(
                    frame.t(
                            "meal.aversions",
                            profile.aversions().stream()
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        profile.carbohydrateLimit().ifPresent(g -> all.add(frame.t("meal.carbohydrate", g)));
        profile.fluidLimit().ifPresent(ml -> all.add(frame.t("meal.fluid", ml)));
        return all.isEmpty() ? frame.t("meal.no-limits") : String.join(" · ", all);
    }

    /** What is on a tray, in the order of the courses. */
    public static String tray(Frame frame, Tray tray, Map<DishId, Dish> dishes) {
        return tray.dishes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> name(frame, entry.getValue(), dishes))
                .collect(Collectors.joining(", "));
    }

    /** The state of a tray as a chip. */
    public static Chip chip(Frame frame, Tray.State state) {
        return chip(state, frame.t("state." + state));
    }

    static Chip chip(Tray.State state, String text) {
        return switch (state) {
            case UNCHOSEN -> new Chip(Chip.Tone.WARN, "meal", text);
            case CHOSEN -> new Chip(Chip.Tone.OK, "check", text);
            case DEFAULT -> new Chip(Chip.Tone.PLAIN, "meal", text);
            case HELD -> new Chip(Chip.Tone.ALERT, "alert", text);
            case FASTING -> new Chip(Chip.Tone.PLAIN, "stop", text);
        };
    }
}

package chevet.terminal.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.FoodTexture;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;

/** The big keys by which one part of a food profile is changed. On the JavaFX thread. */
final class FoodEdits {
    private static final List<Integer> GRAMS = List.of(30, 45, 60, 75, 90);
    private static final List<Integer> MILLILITRES = List.of(100, 150, 200, 250, 300);

    private final Kit kit;
    private final FoodLines lines;
    private final WardTime time;
    private final FoodKeys keys;
    private final AversionEdits aversions;

    /** When fasting began to be looked at: it must not run on while it is. */
    private Optional<Instant> at = Optional.empty();

    FoodEdits(Kit kit, FoodLines lines, WardTime time, FoodKeys keys) {
        this.kit = kit;
        this.lines = lines;
        this.time = time;
        this.keys = keys;
        this.aversions = new AversionEdits(kit, keys);
    }

    /** Another part is looked at, or none. */
    void forget() {
        at = Optional.empty();
        aversions.forget();
    }

    /** What the kitchen cooks with. */
    void cooksWith(Set<String> ingredients) {
        aversions.cooksWith(ingredients);
    }

    /**
     * @param now what was read: what the hospital's systems say of it cannot be taken away here
     * @param changed gets the draft as a tap has made it
     */
    List<Node> of(FoodPart part, FoodDraft draft, FoodSheet now, Consumer<FoodDraft> changed) {
        FoodProfile is = draft.profile();
        FoodProfile fixed = now.fromSystems();
        return switch (part) {
            case ALLERGIES ->
                    keys.ticks(
                            List.of(Allergen.values()),
                            is.allergies(),
                            fixed.allergies(),
                            each -> kit.words().text("meal.allergen." + each),
                            each -> changed.accept(draft.toggle(each)));
            case DIETS ->
                    keys.ticks(
                            List.of(Diet.values()),
                            is.diets(),
                            fixed.diets(),
                            each -> kit.words().text("meal.diet." + each),
                            each -> changed.accept(draft.toggle(each)));
            case TEXTURE ->
                    List.of(
                            keys.choices(
                                    "texture",
                                    Arrays.stream(FoodTexture.values())
                                            .filter(t -> t.level() <= fixed.texture().level())
                                            .toList()
                                            .reversed(),
                                    is.texture(),
                                    each -> kit.words().text("meal.texture." + each),
                                    each -> changed.accept(draft.swallow(each, is.thickness()))));
            case THICKNESS ->
                    List.of(
                            keys.choices(
                                    "thickness",
                                    Arrays.stream(DrinkThickness.values())
                                            .filter(t -> t.level() >= fixed.thickness().level())
                                            .toList(),
                                    is.thickness(),
                                    each -> kit.words().text("meal.thickness." + each),
                                    each -> changed.accept(draft.swallow(is.texture(), each))));
            case FASTING ->
                    List.of(
                            keys.choices(
                                    "fasting",
                                    fastings(now.profile(), fixed),
                                    is.fasting(),
                                    this::fasting,
                                    each -> changed.accept(draft.fast(each))));
            case AVERSIONS -> aversions.of(draft, now, changed);
            case LIMITS ->
                    List.of(
                            keys.choices(
                                    "carbohydrate",
                                    figures(GRAMS, now.profile().carbohydrateLimit()),
                                    is.carbohydrateLimit(),
                                    each -> figure(each, "CARBOHYDRATE", lines::carbohydrate),
                                    each -> changed.accept(draft.limit(each, is.fluidLimit()))),
                            keys.choices(
                                    "fluid",
                                    figures(MILLILITRES, now.profile().fluidLimit()),
                                    is.fluidLimit(),
                                    each -> figure(each, "FLUID", lines::fluid),
                                    each ->
                                            changed.accept(
                                                    draft.limit(is.carbohydrateLimit(), each))));
        };
    }

    /** What is set, then what is set in a hurry. */
    private List<Optional<Fasting>> fastings(FoodProfile was, FoodProfile fixed) {
        if (at.isEmpty()) {
            at = Optional.of(time.now().truncatedTo(ChronoUnit.MINUTES));
        }
        Instant midnight =
                time.at(at.get()).toLocalDate().plusDays(1).atStartOfDay(time.zone()).toInstant();
        Optional<Fasting> none = Optional.empty();
        return Stream.of(
                        fixed.fasting().isPresent() ? was.fasting() : none,
                        was.fasting(),
                        Optional.of(new Fasting(at.get(), Optional.empty())),
                        Optional.of(new Fasting(midnight, Optional.empty())))
                .distinct()
                .toList();
    }

    private String fasting(Optional<Fasting> fasting) {
        return fasting.map(lines::fasting)
                .orElseGet(() -> kit.words().text("meal.food.none.FASTING"));
    }

    private static List<Optional<Integer>> figures(List<Integer> usual, Optional<Integer> is) {
        Set<Integer> all = new TreeSet<>(usual);
        is.ifPresent(all::add);
        return Stream.concat(Stream.of(Optional.<Integer>empty()), all.stream().map(Optional::of))
                .toList();
    }

    private String figure(Optional<Integer> figure, String none, Function<Integer, String> name) {
        return figure.map(name).orElseGet(() -> kit.words().text("meal.food.none." + none));
    }
}

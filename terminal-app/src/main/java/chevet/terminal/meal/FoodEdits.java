package chevet.terminal.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.FoodTexture;
import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Icon;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** The big keys by which one part of a food profile is changed. On the JavaFX thread. */
final class FoodEdits {
    private static final List<Integer> GRAMS = List.of(30, 45, 60, 75, 90);
    private static final List<Integer> MILLILITRES = List.of(100, 150, 200, 250, 300);

    private final Kit kit;
    private final FoodLines lines;
    private final WardTime time;

    /** When fasting began to be looked at: it must not run on while it is. */
    private Optional<Instant> at = Optional.empty();

    FoodEdits(Kit kit, FoodLines lines, WardTime time) {
        this.kit = kit;
        this.lines = lines;
        this.time = time;
    }

    /** Another part is looked at, or none. */
    void forget() {
        at = Optional.empty();
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
                    ticks(
                            List.of(Allergen.values()),
                            is.allergies(),
                            fixed.allergies(),
                            each -> kit.words().text("meal.allergen." + each),
                            each -> changed.accept(draft.toggle(each)));
            case DIETS ->
                    ticks(
                            List.of(Diet.values()),
                            is.diets(),
                            fixed.diets(),
                            each -> kit.words().text("meal.diet." + each),
                            each -> changed.accept(draft.toggle(each)));
            case TEXTURE ->
                    List.of(
                            choices(
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
                            choices(
                                    "thickness",
                                    Arrays.stream(DrinkThickness.values())
                                            .filter(t -> t.level() >= fixed.thickness().level())
                                            .toList(),
                                    is.thickness(),
                                    each -> kit.words().text("meal.thickness." + each),
                                    each -> changed.accept(draft.swallow(is.texture(), each))));
            case FASTING ->
                    List.of(
                            choices(
                                    "fasting",
                                    fastings(now.profile(), fixed),
                                    is.fasting(),
                                    this::fasting,
                                    each -> changed.accept(draft.fast(each))));
            case AVERSIONS -> aversions(draft, now, changed);
            case LIMITS ->
                    List.of(
                            choices(
                                    "carbohydrate",
                                    figures(GRAMS, now.profile().carbohydrateLimit()),
                                    is.carbohydrateLimit(),
                                    each -> figure(each, "CARBOHYDRATE", lines::carbohydrate),
                                    each -> changed.accept(draft.limit(each, is.fluidLimit()))),
                            choices(
                                    "fluid",
                                    figures(MILLILITRES, now.profile().fluidLimit()),
                                    is.fluidLimit(),
                                    each -> figure(each, "FLUID", lines::fluid),
                                    each ->
                                            changed.accept(
                                                    draft.limit(is.carbohydrateLimit(), each))));
        };
    }

    /** A key that is on or off. */
    ToggleButton tick(String id, String name, boolean on, Runnable pressed) {
        ToggleButton tick = new ToggleButton();
        Kit.name(tick, new SimpleStringProperty(name));
        tick.setAccessibleText(name);
        tick.setSelected(on);
        tick.setGraphic(on ? new Icon(Icon.Shape.CHECK) : null);
        tick.setOnAction(_ -> pressed.run());
        tick.setId(id);
        return tick;
    }

    private <E> List<Node> ticks(
            List<E> all, Set<E> on, Set<E> fixed, Function<E, String> name, Consumer<E> pressed) {
        FlowPane keys = kit.row();
        keys.getStyleClass().add("choices");
        for (E each : all) {
            ToggleButton key =
                    tick(
                            "pane-food-" + each,
                            name.apply(each),
                            on.contains(each),
                            () -> pressed.accept(each));
            if (fixed.contains(each)) {
                key.setDisable(true);
                key.setGraphic(new Icon(Icon.Shape.LOCK));
            }
            keys.getChildren().add(key);
        }
        return fixed.isEmpty()
                ? List.of(keys)
                : List.of(keys, kit.secondary(kit.words().live("meal.food.fixed")));
    }

    /** Those that are known; others are written in the console. */
    private List<Node> aversions(FoodDraft draft, FoodSheet now, Consumer<FoodDraft> changed) {
        Set<String> known = new TreeSet<>(now.profile().aversions());
        if (known.isEmpty()) {
            return List.of(kit.text("meal.food.aversions.how"));
        }
        return Stream.concat(
                        ticks(
                                List.copyOf(known),
                                draft.profile().aversions(),
                                now.fromSystems().aversions(),
                                Function.identity(),
                                each -> changed.accept(draft.toggle(each)))
                                .stream(),
                        Stream.of(kit.secondary(kit.words().live("meal.food.aversions.how"))))
                .toList();
    }

    private <T> Choices<T> choices(
            String id, List<T> all, T is, Function<T, String> name, Consumer<T> pressed) {
        Choices<T> choices =
                new Choices<>(
                        all,
                        new SimpleObjectProperty<>(is),
                        each -> new SimpleStringProperty(name.apply(each)),
                        pressed);
        for (int i = 0; i < all.size(); i++) {
            choices.button(all.get(i)).setId("pane-food-" + id + "-" + i);
        }
        return choices;
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

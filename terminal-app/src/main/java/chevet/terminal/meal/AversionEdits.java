package chevet.terminal.meal;

import chevet.model.meal.FoodSheet;
import chevet.model.meal.Word;
import chevet.terminal.ui.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * The keys by which what a patient does not like is noted and taken away: what is noted, and behind
 * its first letter what the kitchen cooks with. On the JavaFX thread.
 */
final class AversionEdits {
    private final Kit kit;
    private final FoodKeys keys;

    /** The kitchen's words by what they are compared by. */
    private final SortedMap<String, String> foods = new TreeMap<>();

    private Optional<String> letter = Optional.empty();

    AversionEdits(Kit kit, FoodKeys keys) {
        this.kit = kit;
        this.keys = keys;
    }

    /** What the kitchen cooks with. */
    void cooksWith(Set<String> ingredients) {
        foods.clear();
        new TreeSet<>(ingredients).forEach(each -> foods.putIfAbsent(Word.of(each), each));
        foods.remove("");
    }

    /** Another part is looked at, or none. */
    void forget() {
        letter = Optional.empty();
    }

    List<Node> of(FoodDraft draft, FoodSheet now, Consumer<FoodDraft> changed) {
        Set<String> noted = new TreeSet<>(now.profile().aversions());
        noted.addAll(draft.profile().aversions());
        List<Node> all = new ArrayList<>();
        if (!noted.isEmpty()) {
            all.addAll(ticks(List.copyOf(noted), draft, now.fromSystems().aversions(), changed));
        }
        if (!foods.isEmpty()) {
            all.add(
                    keys.choices(
                            "letter",
                            foods.keySet().stream().map(AversionEdits::first).distinct().toList(),
                            letter.orElse(""),
                            Function.identity(),
                            pressed -> {
                                letter = Optional.of(pressed);
                                changed.accept(draft);
                            }));
            letter.ifPresent(
                    from -> all.addAll(ticks(others(from, noted), draft, Set.of(), changed)));
        }
        all.add(
                kit.secondary(
                        kit.words()
                                .live(
                                        foods.isEmpty()
                                                ? "meal.food.aversions.how"
                                                : "meal.food.aversions.letter")));
        return all;
    }

    private List<Node> ticks(
            List<String> all, FoodDraft draft, Set<String> fixed, Consumer<FoodDraft> changed) {
        return keys.ticks(
                all,
                draft.profile().aversions(),
                fixed,
                Function.identity(),
                each -> changed.accept(draft.toggle(each)));
    }

    /** What begins with that letter and is not noted, however it is written there. */
    private List<String> others(String from, Set<String> noted) {
        List<String> known = noted.stream().map(Word::of).toList();
        return foods.entrySet().stream()
                .filter(each -> first(each.getKey()).equals(from))
                .filter(each -> !known.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}

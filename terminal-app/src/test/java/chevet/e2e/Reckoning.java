package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.e2e.Diaries.Place;
import chevet.e2e.Diaries.Seen;
import chevet.e2e.Diaries.Tap;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.ward.meal.KitchenSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares what patients were told with what the server has decided, and both with what the kitchen
 * makes.
 */
final class Reckoning {
    private static final String ACCEPTED = "ACCEPTED";

    private final Diaries diaries;
    private final Map<String, Decided> decided = new HashMap<>();

    /** The last accepted choice of each tray. */
    private final Map<Place, Tap> last = new HashMap<>();

    /** Trays on which a choice may stand whose command's name nobody knows any more. */
    private final Map<Place, Set<Map<Course, DishId>>> uncertain = new HashMap<>();

    Reckoning(Diaries diaries, List<Decided> rows) {
        this.diaries = diaries;
        Map<String, Long> numbers = new HashMap<>();
        for (Decided row : rows) {
            assertThat(decided.put(row.command(), row)).as("%s decided once", row).isNull();
            long before = numbers.getOrDefault(row.terminal() + row.series(), 0L);
            assertThat(row.number())
                    .as("%s follows its terminal's last", row)
                    .isEqualTo(before + 1);
            numbers.put(row.terminal() + row.series(), row.number());
            if (!diaries.others.contains(row.command())) {
                Optional.ofNullable(diaries.taps.get(row.command()))
                        .ifPresentOrElse(tap -> decide(row, tap), () -> nameless(row));
            }
        }
    }

    private void decide(Decided row, Tap tap) {
        if (row.status().equals(ACCEPTED)) {
            last.put(tap.place(), tap);
        }
    }

    private void nameless(Decided row) {
        List<Tap> wishes = diaries.nameless.getOrDefault(row.terminal(), List.of());
        assertThat(wishes).as("%s was tapped by somebody", row).isNotEmpty();
        wishes.forEach(
                wish ->
                        uncertain
                                .computeIfAbsent(wish.place(), _ -> new HashSet<>())
                                .add(wish.dishes()));
    }

    /** What was told is what was decided; returns how many were told that they are accepted. */
    int wordsAreKept() {
        diaries.told.forEach(
                (command, status) ->
                        assertThat(decided)
                                .as("told %s of %s", status, command)
                                .hasEntrySatisfying(
                                        command,
                                        row -> assertThat(row.status()).isEqualTo(status)));
        return (int) diaries.told.values().stream().filter(ACCEPTED::equals).count();
    }

    /** All that a terminal has promised to send is decided, and nothing that it has given up. */
    void nothingIsLost() {
        Set<String> revived = new HashSet<>(diaries.notKept);
        revived.retainAll(decided.keySet());
        assertThat(revived).as("told that it is not kept, and decided").isEmpty();
        Set<String> lost = new HashSet<>(diaries.kept);
        lost.removeAll(decided.keySet());
        assertThat(lost).as("kept, and never decided").isEmpty();
    }

    /** The kitchen makes for each patient what was accepted last, and for nobody anything else. */
    void kitchenMakesIt(Map<ServiceKey, KitchenSheet> sheets) {
        assertThat(sheets).isNotEmpty();
        sheets.forEach(
                (key, sheet) -> {
                    Map<String, Integer> portions = new TreeMap<>();
                    for (KitchenSheet.BedTray bed : sheet.trays()) {
                        Place place = new Place(bed.stay(), key);
                        agrees(
                                place,
                                new Seen(bed.tray().state(), bed.tray().dishes()),
                                "the kitchen's tray");
                        expected(place, bed.tray())
                                .forEach(
                                        (course, dish) ->
                                                portions.merge(
                                                        course + " " + dish, 1, Integer::sum));
                    }
                    Map<String, Integer> produced = new TreeMap<>();
                    sheet.lines().stream()
                            .filter(line -> line.total() > 0)
                            .forEach(
                                    line ->
                                            produced.merge(
                                                    line.course() + " " + line.dish().id(),
                                                    line.total(),
                                                    Integer::sum));
                    assertThat(produced).as("portions of %s", key).isEqualTo(portions);
                });
        Set<Place> counted = new HashSet<>();
        sheets.forEach(
                (key, sheet) -> sheet.trays().forEach(t -> counted.add(new Place(t.stay(), key))));
        assertThat(counted).containsAll(last.keySet());
    }

    /** The kitchen's own pages count what the terminals show as chosen, and nothing else. */
    void kitchenReadsIt(Map<ServiceKey, KitchenPages.Sheet> sheets) {
        assertThat(sheets.keySet())
                .containsAll(last.keySet().stream().map(Place::key).collect(Collectors.toSet()));
        sheets.forEach(
                (key, sheet) -> {
                    List<Seen> chosen =
                            diaries.seen.entrySet().stream()
                                    .filter(seen -> seen.getKey().key().equals(key))
                                    .map(Map.Entry::getValue)
                                    .filter(seen -> seen.state() == Tray.State.CHOSEN)
                                    .toList();
                    Map<KitchenPages.Portion, Integer> told = new HashMap<>();
                    for (Seen seen : chosen) {
                        seen.dishes()
                                .forEach(
                                        (course, dish) ->
                                                told.merge(
                                                        new KitchenPages.Portion(course, dish),
                                                        1,
                                                        Integer::sum));
                    }
                    assertThat(sheet.chosen()).as("chosen for %s", key).isEqualTo(chosen.size());
                    assertThat(sheet.portions()).as("portions of %s", key).isEqualTo(told);
                });
    }

    private Map<Course, DishId> expected(Place place, Tray tray) {
        return uncertain.containsKey(place)
                ? tray.dishes()
                : Optional.ofNullable(last.get(place)).map(Tap::dishes).orElse(Map.of());
    }

    /** Every terminal shows at the end what was accepted last. */
    void terminalsShowIt() {
        diaries.seen.forEach((place, seen) -> agrees(place, seen, "the terminal's tray"));
        assertThat(diaries.seen.keySet()).containsAll(last.keySet());
    }

    private void agrees(Place place, Seen seen, String what) {
        Tap tap = last.get(place);
        Set<Map<Course, DishId>> others = uncertain.getOrDefault(place, Set.of());
        if (others.contains(seen.dishes())) {
            assertThat(diaries.seen.get(place)).as("%s of %s", what, place).isEqualTo(seen);
        } else if (tap == null) {
            assertThat(seen.state()).as("%s of %s", what, place).isNotEqualTo(Tray.State.CHOSEN);
        } else {
            assertThat(seen)
                    .as("%s of %s", what, place)
                    .isEqualTo(new Seen(Tray.State.CHOSEN, tap.dishes()));
        }
    }

    /** The words on the screen name these dishes and no other. */
    void screensSayIt(Map<DishId, String> names) {
        assertThat(diaries.screens).isNotEmpty();
        diaries.screens.forEach(
                (place, words) -> {
                    Seen seen = diaries.seen.get(place);
                    if (seen == null || seen.state() != Tray.State.CHOSEN) {
                        return;
                    }
                    List<String> shown = new ArrayList<>(Arrays.asList(words.split("\\|")));
                    shown.retainAll(names.values());
                    assertThat(shown)
                            .as("screen of %s: %s", place, words)
                            .containsExactlyInAnyOrderElementsOf(
                                    seen.dishes().values().stream()
                                            .map(id -> Objects.requireNonNull(names.get(id)))
                                            .toList());
                });
    }

    String figures() {
        return "%d taps, %d kept, %d told (%d accepted), %d decided, %d trays, %d uncertain"
                .formatted(
                        diaries.taps.size(),
                        diaries.kept.size(),
                        diaries.told.size(),
                        wordsAreKept(),
                        decided.size(),
                        last.size(),
                        uncertain.size());
    }
}

package chevet.e2e;

import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that stands in the diaries of a trial. */
final class Diaries {
    /** Which tray. */
    record Place(StayId stay, ServiceKey key) {}

    /** What a patient tapped. */
    record Tap(Place place, Map<Course, DishId> dishes) {}

    /** How a tray stood for the patient at the end. */
    record Seen(Tray.State state, Map<Course, DishId> dishes) {}

    final Map<String, Tap> taps = new HashMap<>();
    final Set<String> kept = new HashSet<>();
    final Set<String> notKept = new HashSet<>();
    final Map<String, String> told = new HashMap<>();
    final Map<Place, Seen> seen = new HashMap<>();

    /**
     * Commands that nobody tapped: a terminal that was killed between making a stay's key and
     * noting that the stay lies there destroys the key at its next start and says so.
     */
    final Set<String> others = new HashSet<>();

    /** Of the stay, from the screen; only where there is a screen. */
    final Map<Place, String> screens = new HashMap<>();

    /** Wishes whose command's name died with the program, by terminal. */
    final Map<String, List<Tap>> nameless = new HashMap<>();

    /**
     * @param diaries by terminal
     */
    static Diaries read(Map<String, Path> diaries) throws IOException {
        Diaries all = new Diaries();
        for (Map.Entry<String, Path> diary : diaries.entrySet()) {
            if (Files.exists(diary.getValue())) {
                all.read(diary.getKey(), diary.getValue());
            }
        }
        return all;
    }

    private void read(String terminal, Path diary) throws IOException {
        Optional<Tap> wish = Optional.empty();
        Optional<StayId> stay = Optional.empty();
        for (String line : Files.readAllLines(diary)) {
            Optional<String[]> whole = Diary.parts(line);
            if (whole.isEmpty()) {
                continue;
            }
            String[] parts = whole.get();
            switch (parts[0]) {
                case "START" -> {
                    wish.ifPresent(w -> nameless(terminal).add(w));
                    wish = Optional.empty();
                }
                case "WISH" -> wish = Optional.of(tap(parts, 1));
                case "TAP" -> {
                    taps.put(parts[1], tap(parts, 2));
                    wish = Optional.empty();
                }
                case "KEPT" -> kept.add(parts[1]);
                case "NOTKEPT" -> notKept.add(parts[1]);
                case "TOLD" -> {
                    String before = told.put(parts[1], parts[2]);
                    if (before != null) {
                        throw new AssertionError("told twice: " + parts[1]);
                    }
                }
                case "OTHER" -> others.add(parts[1]);
                case "SEEN" -> {
                    stay = Optional.of(new StayId(parts[1]));
                    seen.put(
                            new Place(stay.get(), Diary.key(parts[2])),
                            new Seen(Tray.State.valueOf(parts[3]), Diary.dishes(parts[4])));
                }
                case "SCREEN" ->
                        screens.put(
                                new Place(stay.orElseThrow(), Diary.key(parts[1])),
                                parts.length > 2 ? parts[2] : "");
                default -> {}
            }
        }
        wish.ifPresent(w -> nameless(terminal).add(w));
    }

    private List<Tap> nameless(String terminal) {
        return nameless.computeIfAbsent(terminal, _ -> new ArrayList<>());
    }

    private static Tap tap(String[] parts, int at) {
        return new Tap(
                new Place(new StayId(parts[at]), Diary.key(parts[at + 1])),
                Diary.dishes(parts[at + 2]));
    }
}

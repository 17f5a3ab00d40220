package chevet.model.stay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a patient is, by everything that was told of one visit. It follows from the set of what was
 * told and not from its order, nor from how often it was told.
 *
 * @param place empty where the patient has no bed that was named, or is away
 * @param since when the last movement happened that counts
 * @param ends names of the movements by which this visit has ended, once or more often
 * @param arrivals into named places, in their order; past ones too
 */
public record Journey(
        Phase phase,
        Optional<String> place,
        Optional<Instant> since,
        Set<String> ends,
        List<Arrival> arrivals) {
    /** How far a visit is. */
    public enum Phase {
        /** Nothing has happened, or all of it was taken back. */
        EXPECTED,
        HERE,
        /** On leave; the bed is not given to the patient until the return. */
        AWAY,
        OVER
    }

    /**
     * The patient came into a place.
     *
     * @param told when the sender first said so
     * @param last whether it is where the patient is now
     */
    public record Arrival(String place, Instant at, Instant told, boolean last) {
        @Override
        public String toString() {
            return "Arrival[]";
        }
    }

    private static final Comparator<Movement> ORDER =
            Comparator.comparing(Movement::at)
                    .thenComparing(Movement::told)
                    .thenComparing(Movement::kind)
                    .thenComparing(Movement::name);

    private static final Comparator<Movement> TOLD =
            Comparator.comparing(Movement::told)
                    .thenComparing(Movement::action)
                    .thenComparing(Movement::at)
                    .thenComparing(Movement::kind)
                    .thenComparing(movement -> movement.place().orElse(""))
                    .thenComparing(Movement::historic);

    public Journey {
        ends = Set.copyOf(ends);
        arrivals = List.copyOf(arrivals);
    }

    /** The journey that follows from all that was told of a visit. */
    public static Journey of(Collection<Movement> told) {
        List<Movement> all = told.stream().distinct().sorted(TOLD).toList();
        Map<String, Movement> newest = new TreeMap<>();
        Map<String, Instant> first = new HashMap<>();
        List<Movement> unnamedCancels = new ArrayList<>();
        for (Movement movement : all) {
            if (movement.action() == Movement.Action.CANCEL && movement.id().isEmpty()) {
                unnamedCancels.add(movement);
            } else {
                newest.put(movement.name(), movement);
                first.putIfAbsent(placed(movement), movement.told());
            }
        }
        List<Movement> gone = new ArrayList<>();
        for (Movement cancel : unnamedCancels) {
            meant(cancel, newest.values())
                    .ifPresent(
                            found -> {
                                newest.remove(found.name());
                                gone.add(found);
                            });
        }
        List<Movement> active = new ArrayList<>();
        for (Movement movement : newest.values()) {
            (movement.action() == Movement.Action.CANCEL ? gone : active).add(movement);
        }
        active.sort(ORDER);
        return walk(active, gone, first);
    }

    /**
     * What a cancel without a name takes back: the movement of its kind and instant, else the last
     * of its kind, told before it.
     */
    private static Optional<Movement> meant(Movement cancel, Collection<Movement> newest) {
        List<Movement> candidates =
                newest.stream()
                        .filter(each -> each.action() != Movement.Action.CANCEL)
                        .filter(each -> each.kind() == cancel.kind())
                        .filter(each -> !each.told().isAfter(cancel.told()))
                        .sorted(ORDER)
                        .toList();
        Optional<Movement> exact =
                candidates.stream().filter(each -> each.at().equals(cancel.at())).findFirst();
        return exact.or(
                () -> candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.getLast()));
    }

    private static Journey walk(
            List<Movement> active, List<Movement> gone, Map<String, Instant> first) {
        Walk walk = new Walk();
        int counted = active.size() - waitingForSuccessor(active, gone);
        active.subList(0, counted).forEach(walk::step);
        List<Arrival> arrivals = new ArrayList<>();
        for (Movement movement : active) {
            if (arrives(movement) && movement.place().isPresent()) {
                arrivals.add(
                        new Arrival(
                                movement.place().get(),
                                movement.at(),
                                first.getOrDefault(placed(movement), movement.told()),
                                walk.last.filter(movement::equals).isPresent()));
            }
        }
        return new Journey(
                walk.phase,
                walk.phase == Phase.HERE ? walk.place : Optional.empty(),
                walk.since,
                walk.ends,
                arrivals);
    }

    /**
     * How many movements at the end are only history: their sender knows a later one that has not
     * been told yet. Where that one was told and taken back, they are the present again.
     */
    private static int waitingForSuccessor(List<Movement> active, List<Movement> gone) {
        int waiting = 0;
        for (Movement movement : active.reversed()) {
            boolean succeeded = gone.stream().anyMatch(g -> !g.at().isBefore(movement.at()));
            if (!movement.historic() || succeeded) {
                break;
            }
            waiting++;
        }
        return waiting;
    }

    private static boolean arrives(Movement movement) {
        return switch (movement.kind()) {
            case ARRIVE, MOVE, RETURN -> true;
            case EXPECT, LEAVE, END -> false;
        };
    }

    /** The same as long as a movement is told with the same place. */
    private static String placed(Movement movement) {
        return movement.name() + "\n" + movement.place().orElse("");
    }

    /** Steps through the movements in their order. */
    private static final class Walk {
        private final Set<String> ends = new TreeSet<>();
        private Phase phase = Phase.EXPECTED;
        private Optional<String> place = Optional.empty();
        private Optional<Instant> since = Optional.empty();
        private Optional<Movement> last = Optional.empty();

        void step(Movement movement) {
            switch (movement.kind()) {
                case EXPECT -> {}
                case ARRIVE -> arrive(movement);
                // What is told of a time after the end does not bring anybody back into a bed.
                case MOVE -> {
                    if (phase != Phase.OVER) {
                        arrive(movement);
                    }
                }
                case RETURN -> {
                    if (phase != Phase.OVER) {
                        back(movement);
                    }
                }
                case LEAVE -> {
                    if (phase != Phase.OVER) {
                        now(Phase.AWAY, movement);
                    }
                }
                case END -> {
                    ends.add(movement.name());
                    place = Optional.empty();
                    last = Optional.empty();
                    now(Phase.OVER, movement);
                }
            }
        }

        private void arrive(Movement movement) {
            place = movement.place();
            last = Optional.of(movement);
            now(Phase.HERE, movement);
        }

        /** Without a place named, to the bed that was left. */
        private void back(Movement movement) {
            if (movement.place().isPresent()) {
                arrive(movement);
            } else {
                now(Phase.HERE, movement);
            }
        }

        private void now(Phase next, Movement movement) {
            phase = next;
            since = Optional.of(movement.at());
        }
    }

    /** Says nothing of where the patient lies: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Journey[" + phase + "]";
    }
}

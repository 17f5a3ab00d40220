package chevet.ward.hl7;

import chevet.model.wire.WireCodec;
import chevet.ward.hl7.DietOrder.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that was told of the orders for food of one visit. What is in force follows from the set of
 * it, not from the order in which it came, nor from how often.
 */
record DietOrders(List<DietOrder> all) {
    static final DietOrders NONE = new DietOrders(List.of());

    /** No visit has so many; where a sender goes mad somebody has to look. */
    static final int MOST = 60;

    private static final Comparator<DietOrder> TOLD =
            Comparator.comparing(DietOrder::told)
                    .thenComparing(DietOrder::state)
                    .thenComparing(order -> WireCodec.body(order).json());

    DietOrders {
        all = List.copyOf(all);
    }

    /** With what was told besides; what can never count again is left out. */
    DietOrders with(List<DietOrder> told, Instant now) {
        List<DietOrder> kept =
                byNumber(Stream.concat(all.stream(), told.stream()).distinct()).values().stream()
                        .flatMap(versions -> newest(versions, now).stream())
                        .sorted(TOLD)
                        .collect(Collectors.toCollection(ArrayList::new));
        while (kept.size() > MOST && kept.stream().anyMatch(DietOrders::withdrawn)) {
            kept.remove(kept.stream().filter(DietOrders::withdrawn).findFirst().orElseThrow());
        }
        // One more than there may be says that there are too many.
        return new DietOrders(kept.subList(0, Math.min(kept.size(), MOST + 1)));
    }

    /** There are more than are kept, so nobody knows what all of them say. */
    boolean tooMany() {
        return all.size() > MOST;
    }

    /** Those that count at that moment. */
    List<DietOrder> inForce(Instant now) {
        return byNumber(all.stream()).values().stream()
                .flatMap(versions -> newest(versions, now).stream())
                .filter(order -> !withdrawn(order))
                .filter(order -> order.until().map(now::isBefore).orElse(true))
                .sorted(TOLD)
                .toList();
    }

    /** When it will be otherwise by itself. */
    Optional<Instant> next(Instant now) {
        return all.stream()
                .filter(order -> !withdrawn(order))
                .flatMap(order -> Stream.concat(Stream.of(order.from()), order.until().stream()))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /**
     * Of one order the newest version that has begun, and those told later that begin only in
     * future: until then all of them count, since "normal diet from tomorrow" lifts nothing today.
     * One without lines ("on hold") says nothing of the lines before it, so they stand too.
     */
    private static List<DietOrder> newest(List<DietOrder> versions, Instant now) {
        List<DietOrder> counting = new ArrayList<>();
        boolean bare = false;
        for (DietOrder version : versions.stream().sorted(TOLD.reversed()).toList()) {
            boolean lineless = version.lines().isEmpty();
            if (!lineless || !bare || withdrawn(version)) {
                counting.add(version);
            }
            bare = bare || lineless;
            if (withdrawn(version) || (!lineless && !version.from().isAfter(now))) {
                break;
            }
        }
        return counting;
    }

    private static boolean withdrawn(DietOrder order) {
        return order.state() == State.WITHDRAWN;
    }

    private static Map<String, List<DietOrder>> byNumber(Stream<DietOrder> orders) {
        return orders.collect(
                Collectors.groupingBy(DietOrder::number, TreeMap::new, Collectors.toList()));
    }

    @Override
    public String toString() {
        return "DietOrders[]";
    }
}

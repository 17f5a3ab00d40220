package chevet.ward.hl7;

import chevet.model.place.BedId;
import chevet.model.stay.BedClaim;
import chevet.model.stay.Journey;
import chevet.model.stay.Journey.Arrival;
import chevet.model.stay.Journey.Phase;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.hl7.Visits.Visit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Lets stays follow what was told of their visits. At the end of each transaction, of every bed:
 * who lies there is the holder by {@link BedClaim#holder}, or nobody. On the writer's thread.
 */
final class Following {
    private final FeedStore store;
    private final Visits visits;
    private final Stays stays;
    private final BedTable beds;

    Following(FeedStore store, Visits visits, Stays stays, BedTable beds) {
        this.store = store;
        this.visits = visits;
        this.stays = stays;
        this.beds = beds;
    }

    /** The name under which a stay that the console began claims its bed. */
    static String ofConsole(StayId stay) {
        return "stay:" + stay;
    }

    /**
     * Makes claims and stays agree with a visit.
     *
     * @param by who told of it, for the history of beds
     * @param newcomer somebody prepared, to be asked once at most; called where a stay begins
     */
    void follow(Tx tx, Visit heard, String by, Supplier<StayId> newcomer) {
        Journey journey = Journey.of(heard.notes().movements());
        Visit visit =
                heard.over(journey.phase() == Phase.OVER ? journey.since() : Optional.empty());
        Map<BedId, BedClaim> claims = claims(visit.key(), journey);
        Set<BedId> touched = new TreeSet<>(store.claimed(tx.handle(), visit.key()));
        touched.addAll(claims.keySet());
        visit.stay().flatMap(stay -> stays.bedOf(tx, stay)).ifPresent(touched::add);
        store.replaceClaims(tx.handle(), visit.key(), claims);
        Map<BedId, String> holders = new LinkedHashMap<>();
        touched.forEach(bed -> holder(tx, bed).ifPresent(key -> holders.put(bed, key)));
        boolean held = holders.containsValue(visit.key());
        leave(tx, visit, touched, holders, held);
        Visit now =
                switch (journey.phase()) {
                    case OVER, EXPECTED -> ended(tx, visit, journey, by);
                    case HERE, AWAY -> {
                        boolean ours = claims.values().stream().anyMatch(BedClaim::here);
                        yield ours ? begun(tx, visit, journey, by, newcomer) : visit;
                    }
                };
        visits.put(tx.handle(), now);
        holders.forEach(
                (bed, key) ->
                        come(tx, bed, key.equals(now.key()) ? now.stay() : other(tx, key), by));
    }

    private Optional<String> holder(Tx tx, BedId bed) {
        return BedClaim.holder(store.claims(tx.handle(), bed)).visit();
    }

    /** Whoever is not the holder leaves, before anybody comes. */
    private void leave(
            Tx tx, Visit visit, Set<BedId> touched, Map<BedId, String> holders, boolean held) {
        for (BedId bed : touched) {
            Optional<StayId> lying = stays.in(tx, bed);
            if (lying.isEmpty()) {
                continue;
            }
            Optional<String> holder = Optional.ofNullable(holders.get(bed));
            boolean own = visit.stay().equals(lying);
            if (own ? !held : !key(tx, lying.get()).equals(holder)) {
                stays.setAside(tx, lying.get());
            }
        }
    }

    private Visit ended(Tx tx, Visit visit, Journey journey, String by) {
        Optional<StayId> open = visit.stay().filter(stay -> stays.open(tx, stay));
        if (open.isEmpty()) {
            return visit;
        }
        stays.end(tx, open.get(), by);
        return visit.with(visit.notes().ended(journey.ends()));
    }

    /**
     * The visit has a stay afterwards: the one it had, the one whose end was taken back, or anew.
     */
    private Visit begun(Tx tx, Visit visit, Journey journey, String by, Supplier<StayId> newcomer) {
        Optional<StayId> known = visit.stay();
        if (known.isPresent()) {
            boolean goesOn =
                    stays.open(tx, known.get())
                            || (!visit.notes().endStands(journey.ends())
                                    && stays.resume(tx, known.get()));
            if (goesOn) {
                return visit;
            }
        }
        StayId fresh = newcomer.get();
        Instant since = journey.arrivals().getFirst().at();
        stays.begin(tx, fresh, Optional.empty(), since.isAfter(tx.now()) ? tx.now() : since, by);
        return visit.with(Optional.of(fresh)).with(visit.notes().begun(journey.ends()));
    }

    private void come(Tx tx, BedId bed, Optional<StayId> stay, String by) {
        stay.filter(open -> stays.open(tx, open))
                .filter(open -> stays.bedOf(tx, open).filter(bed::equals).isEmpty())
                .filter(_ -> stays.in(tx, bed).isEmpty())
                .ifPresent(open -> stays.place(tx, open, bed, by));
    }

    private Optional<StayId> other(Tx tx, String key) {
        return key.startsWith("stay:")
                ? Optional.of(new StayId(key.substring(5)))
                : visits.find(tx.handle(), key).flatMap(Visit::stay);
    }

    /** The name under which a stay claims beds. */
    private Optional<String> key(Tx tx, StayId stay) {
        return Optional.of(
                visits.of(tx.handle(), stay).map(Visit::key).orElseGet(() -> ofConsole(stay)));
    }

    /** The last coming into each of our beds. */
    Map<BedId, BedClaim> claims(String key, Journey journey) {
        Map<BedId, BedClaim> claims = new LinkedHashMap<>();
        for (Arrival arrival : journey.arrivals()) {
            boolean here = arrival.last() && journey.phase() == Phase.HERE;
            beds.bed(arrival.place())
                    .ifPresent(
                            bed ->
                                    claims.put(
                                            bed,
                                            new BedClaim(key, arrival.at(), arrival.told(), here)));
        }
        return claims;
    }
}

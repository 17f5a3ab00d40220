package chevet.ward.hl7;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.BedClaim;
import chevet.model.stay.Journey;
import chevet.model.stay.Movement;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.hl7.FeedMessage.Person;
import chevet.ward.hl7.Visits.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Takes messages: what each tells of a visit is kept, and stays follow what all of them together
 * say ({@link Journey}, {@link BedClaim}). So the order in which messages come does not matter, a
 * repeat changes nothing, and of two patients who claim a bed none is shown the other's data.
 */
final class FeedDesk {
    private static final Duration TAKEN_KEPT = Duration.ofDays(7);
    private static final Duration OVER_KEPT = Duration.ofDays(30);

    private static final Executor APART = work -> Thread.ofVirtual().name("feed-key").start(work);

    private final Database database;
    private final FeedStore store;
    private final Visits visits;
    private final Stays stays;
    private final BedTable beds;
    private final Following following;
    private final Ordering orders;
    private final Language otherwise;

    /** True while we move stays ourselves; on the writer's thread. */
    private boolean leading;

    FeedDesk(
            Database database,
            FeedStore store,
            Visits visits,
            Stays stays,
            BedTable beds,
            Ordering orders,
            Language otherwise) {
        this.database = database;
        this.store = store;
        this.visits = visits;
        this.stays = stays;
        this.beds = beds;
        this.orders = orders;
        this.otherwise = otherwise;
        this.following = new Following(store, visits, stays, beds);
    }

    /** Claims for everybody whom the console has put into a bed before there was a feed. */
    void start() {
        List<Stays.Lying> lying = stays.lying();
        database.change(
                tx -> {
                    for (Stays.Lying each : lying) {
                        if (visits.of(tx.handle(), each.stay()).isEmpty()) {
                            store.putClaim(
                                    tx.handle(),
                                    each.bed(),
                                    new BedClaim(
                                            Following.ofConsole(each.stay()),
                                            each.since(),
                                            each.since(),
                                            true));
                        }
                    }
                    orders.feedAll(tx);
                });
    }

    /**
     * What a stay that may begin needs before the transaction. It is made apart, since a key has to
     * be on disk: meanwhile the next message is read.
     */
    private final class Newcomer implements Supplier<StayId> {
        private final Patient patient;
        private Optional<CompletableFuture<StayId>> prepared = Optional.empty();
        private boolean used;

        Newcomer(Patient patient) {
            this.patient = patient;
        }

        void prepare() {
            prepared =
                    Optional.of(CompletableFuture.supplyAsync(() -> stays.prepare(patient), APART));
        }

        @Override
        public StayId get() {
            if (prepared.isEmpty()) {
                prepare();
            }
            used = true;
            return prepared.orElseThrow().join();
        }

        /** Completes when nothing is left of somebody who did not come. */
        CompletableFuture<Boolean> close(boolean committed) {
            if (prepared.isEmpty() || (committed && used)) {
                return CompletableFuture.completedFuture(true);
            }
            return prepared.get()
                    .thenAcceptAsync(stays::drop, APART)
                    .handle((_, fault) -> fault == null);
        }
    }

    /**
     * Takes a message; completes after the commit, and exceptionally where nothing could be kept: a
     * retry helps then.
     *
     * @param also what is to be written in the same transaction
     * @param again it is looked at though it was taken before
     */
    CompletableFuture<Taken> take(FeedMessage message, boolean again, Aside also) {
        Newcomer newcomer = new Newcomer(message.person().patient(otherwise));
        if (mayBegin(message)) {
            newcomer.prepare();
        }
        CompletableFuture<Taken> taking =
                database.write(
                        tx -> {
                            leading = true;
                            try {
                                return take(tx, message, newcomer, again, also);
                            } finally {
                                leading = false;
                            }
                        });
        return taking.handle((_, fault) -> newcomer.close(fault == null))
                .thenCompose(closed -> closed)
                .thenCompose(_ -> taking);
    }

    /** What is written besides: a place that nobody knows. */
    interface Aside {
        void write(Tx tx);
    }

    private Taken take(Tx tx, FeedMessage message, Newcomer newcomer, boolean again, Aside also) {
        if (!again && store.taken(tx.handle(), message.sender())) {
            return Taken.DONE;
        }
        boolean ended = false;
        String person = store.survivor(tx.handle(), message.person().number());
        if (message.merged().isPresent()) {
            merge(tx, message, person);
        } else if (message.movement().isPresent()) {
            ended = move(tx, message, person, message.movement().get(), newcomer);
        }
        name(tx, message, person);
        if (!message.food().isEmpty()) {
            orders.told(tx, message, person);
        }
        also.write(tx);
        store.keepTaken(tx.handle(), message.sender(), tx.now());
        return new Taken(Ack.Code.AA, Optional.empty(), ended);
    }

    /** A look before the transaction, that spares it the making of a key; it may be wrong. */
    private boolean mayBegin(FeedMessage message) {
        Optional<Movement> movement = message.movement();
        if (movement.isEmpty()) {
            return false;
        }
        boolean toOurs = movement.get().place().flatMap(beds::bed).isPresent();
        return toOurs
                && database.read(
                        handle ->
                                visits.find(handle, key(message, message.person().number()))
                                        .flatMap(Visit::stay)
                                        .isEmpty());
    }

    private static String key(FeedMessage message, String person) {
        return message.visit().orElse(Ordering.alone(person));
    }

    private boolean move(
            Tx tx, FeedMessage message, String person, Movement movement, Newcomer newcomer) {
        String key = key(message, person);
        Visit visit = visits.find(tx.handle(), key).orElseGet(() -> Visit.unheard(key, person));
        boolean open = visit.stay().filter(stay -> stays.open(tx, stay)).isPresent();
        following.follow(
                tx,
                visit.with(visit.notes().with(movement)).told(message.told()),
                message.sender().by(),
                newcomer);
        return open
                && visits.find(tx.handle(), key)
                        .flatMap(Visit::stay)
                        .filter(stay -> stays.open(tx, stay))
                        .isEmpty();
    }

    /** The newest name that was told, for every stay of the person that goes on. */
    private void name(Tx tx, FeedMessage message, String person) {
        for (Visit visit : all(tx, person)) {
            if (message.told().isBefore(visit.named())) {
                continue;
            }
            visits.put(tx.handle(), visit.named(message.told()));
            visit.stay()
                    .filter(stay -> stays.open(tx, stay))
                    .ifPresent(
                            stay -> {
                                rename(tx, stay, message.person());
                                number(tx, stay, person, message.person());
                            });
        }
    }

    /** A number that was merged into another opens no record any more. */
    private void number(Tx tx, StayId stay, String survivor, Person told) {
        told.known()
                .filter(_ -> told.number().equals(survivor))
                .ifPresent(number -> stays.number(tx, stay, number));
    }

    private void rename(Tx tx, StayId stay, Person person) {
        Optional<Patient> known = stays.patient(tx, stay);
        if (known.isPresent()) {
            Patient now = person.patient(known.get().language());
            if (!now.equals(known.get())) {
                stays.rename(tx, stay, now);
            }
        }
    }

    /** Visits of a number that is no more are the survivor's; so are those without a number. */
    private void merge(Tx tx, FeedMessage message, String survivor) {
        String gone = message.merged().orElseThrow().number();
        if (gone.equals(survivor)) {
            return;
        }
        store.merge(tx.handle(), gone, survivor);
        visits.find(tx.handle(), Ordering.alone(gone))
                .ifPresent(old -> join(tx, message, old, survivor));
        orders.merged(tx, message, survivor);
    }

    /** Two visits without numbers, of one person as is known now, are one. */
    private void join(Tx tx, FeedMessage message, Visit old, String survivor) {
        String key = Ordering.alone(survivor);
        Visit kept = visits.find(tx.handle(), key).orElseGet(() -> Visit.unheard(key, survivor));
        store.removeVisit(tx.handle(), old.key());
        Optional<StayId> first = kept.stay().filter(stay -> stays.open(tx, stay));
        Optional<StayId> second = old.stay().filter(stay -> stays.open(tx, stay));
        boolean theirs =
                first.isEmpty() || (second.isPresent() && stays.bedOf(tx, first.get()).isEmpty());
        Visit one = kept.with(kept.notes().with(old.notes()));
        if (theirs && second.isPresent()) {
            first.ifPresent(stay -> stays.end(tx, stay, message.sender().by()));
            one = one.with(second);
        } else {
            second.ifPresent(stay -> stays.end(tx, stay, message.sender().by()));
        }
        following.follow(
                tx, one, message.sender().by(), new Newcomer(message.person().patient(otherwise)));
    }

    private List<Visit> all(Tx tx, String person) {
        return store.visitsOf(tx.handle(), person).stream().map(visits::opened).toList();
    }

    // --- what the console does

    /** A stay was put into a bed: by the feed itself, or by somebody else. */
    void placed(Tx tx, StayId stay, BedId bed) {
        orders.feed(tx, stay);
        if (leading) {
            return;
        }
        Optional<Visit> visit = visits.of(tx.handle(), stay);
        if (visit.isPresent()) {
            keep(tx, visit.get(), Movement.Kind.MOVE, Optional.of(BedTable.ours(bed)));
        } else {
            String key = Following.ofConsole(stay);
            store.leaveClaims(tx.handle(), key);
            store.putClaim(tx.handle(), bed, new BedClaim(key, tx.now(), tx.now(), true));
        }
    }

    /** Somebody else than the feed has taken a stay out of its bed, or ended it. */
    void left(Tx tx, StayId stay, boolean over) {
        if (leading) {
            return;
        }
        Optional<Visit> visit = visits.of(tx.handle(), stay);
        if (visit.isPresent()) {
            Movement.Kind kind = over ? Movement.Kind.END : Movement.Kind.MOVE;
            keep(tx, visit.get(), kind, Optional.empty());
        } else {
            store.leaveClaims(tx.handle(), Following.ofConsole(stay));
        }
    }

    /** The console says by which number the hospital knows somebody. */
    void numbered(Tx tx, StayId stay, PatientNumber number) {
        orders.numbered(tx, stay, number);
    }

    /** A stay's key is destroyed. */
    void erased(Tx tx, StayId stay) {
        orders.erased(tx, stay);
        store.forgetStay(tx.handle(), stay);
        store.leaveClaims(tx.handle(), Following.ofConsole(stay));
    }

    /** Notes a movement that has been done already. */
    private void keep(Tx tx, Visit visit, Movement.Kind kind, Optional<String> place) {
        Movement movement =
                new Movement(
                        Optional.of("console-" + UUID.randomUUID()),
                        Movement.Action.INSERT,
                        kind,
                        tx.now(),
                        tx.now(),
                        place,
                        false);
        VisitNotes notes = visit.notes().with(movement);
        Journey journey = Journey.of(notes.movements());
        boolean over = journey.phase() == Journey.Phase.OVER;
        visits.put(
                tx.handle(),
                visit.with(over ? notes.ended(journey.ends()) : notes)
                        .over(over ? journey.since() : Optional.empty()));
        store.replaceClaims(tx.handle(), visit.key(), following.claims(visit.key(), journey));
    }

    // --- what is to be looked at

    /** Beds that several patients claim, so that none of them is shown there. */
    List<BedId> disputed() {
        return database.read(
                handle ->
                        store.crowded(handle).stream()
                                .filter(
                                        bed ->
                                                !BedClaim.holder(store.claims(handle, bed))
                                                        .disputed()
                                                        .isEmpty())
                                .toList());
    }

    /** Of how many visits orders for food wait that are nobody's here. */
    int ordersWaiting() {
        return database.read(orders::waiting);
    }

    /** Whether the hospital's orders can reach the stay. */
    boolean knows(StayId stay) {
        return database.read(handle -> orders.knows(handle, stay));
    }

    /** Forgets what is old, and lets orders begin and end whose time has come. */
    void tick(Instant now) {
        database.change(
                tx -> {
                    store.purge(tx.handle(), now.minus(TAKEN_KEPT), now.minus(OVER_KEPT));
                    orders.tick(tx, now, now.minus(OVER_KEPT));
                });
    }

    /** After the commit of an end. */
    void ended() {
        stays.ended();
    }
}

package chevet.ward.hl7;

import chevet.config.Hl7Config;
import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Movement;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.http.SafeTrace;
import chevet.ward.keys.StayKeys;
import chevet.ward.keys.Vault;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hospital's feed: takes messages, and keeps what waits for somebody. Blocks until on disk
 * where it is not said otherwise; for virtual threads, never the writer's.
 */
public final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final String UNKNOWN_BED = "unknown-bed";

    private final FeedDoors doors;
    private final Hl7Config config;
    private final MessageReader reader;
    private final BedTable beds;
    private final FeedDesk desk;
    private final Quarantine quarantine;

    /**
     * The doors to the outside that the feed needs.
     *
     * @param vault of this feed
     */
    public record FeedDoors(
            Database database,
            Vault vault,
            StayKeys keys,
            FoodDoor food,
            Live live,
            InstantSource clock,
            ZoneId zone,
            FeedMeter meter) {}

    public Feed(FeedDoors doors, Hl7Config config, Stays stays) {
        this.doors = doors;
        this.config = config;
        this.reader = new MessageReader(config, doors.zone(), doors.vault());
        this.beds = new BedTable(config);
        FeedStore store = new FeedStore();
        Visits visits = new Visits(store, doors.vault());
        this.desk =
                new FeedDesk(
                        doors.database(),
                        store,
                        visits,
                        stays,
                        beds,
                        new Ordering(
                                store,
                                visits,
                                stays,
                                new DietBook(
                                        doors.vault(),
                                        doors.keys(),
                                        new DietTable(config.diets()),
                                        doors.food()),
                                new GivenNumberStore(doors.vault())),
                        Language.FR);
        this.quarantine =
                new Quarantine(doors.database(), doors.vault(), doors.live(), config.kept());
    }

    /** Looks again at what waits for a bed that the configuration may know now. */
    public void start() {
        desk.start();
        for (Held held : quarantine.all()) {
            if (held.reason().equals(UNKNOWN_BED) && beds.bed(held.what()).isPresent()) {
                replay(held.id());
            }
        }
    }

    /** The rules by which it listens. */
    Hl7Config config() {
        return config;
    }

    /**
     * Takes a message; completes with the acknowledgement when all is on disk. Does not block.
     *
     * @param sender who may send over this connection, and in which characters
     */
    CompletableFuture<byte[]> receive(byte[] message, Hl7Config.Sender sender) {
        Optional<Header> header = Optional.empty();
        try {
            Header read = Header.of(message, sender.charset());
            header = Optional.of(read);
            if (!mayCome(read, sender)) {
                doors.meter().count(FeedMeter.What.STRANGER);
                return acknowledged(header, Taken.refused(new Refusal("sender", "MSH-3")));
            }
            if (reader.passedOver(read)) {
                doors.meter().count(FeedMeter.What.PASSED_OVER);
                return acknowledged(header, Taken.DONE);
            }
            return answered(header, take(read, message, false));
        } catch (RefusedException e) {
            return answered(header, held(e.refusal(), header, sender.charset(), message));
        }
    }

    private static boolean mayCome(Header header, Hl7Config.Sender sender) {
        return sender.application().map(header.application()::equals).orElse(true)
                && sender.facility().map(header.facility()::equals).orElse(true);
    }

    private CompletableFuture<Taken> take(Header header, byte[] message, boolean again)
            throws RefusedException {
        FeedMessage read = reader.read(header, message);
        return desk.take(read, again, tx -> unknown(tx, read, header, message))
                .whenComplete(
                        (taken, _) -> {
                            if (taken != null) {
                                doors.meter().count(FeedMeter.What.TAKEN);
                            }
                        });
    }

    /** A bed that nobody knows is a line for somebody; the movement itself counts. */
    private void unknown(Tx tx, FeedMessage read, Header header, byte[] message) {
        read.movement()
                .filter(movement -> movement.action() != Movement.Action.CANCEL)
                .flatMap(Movement::place)
                .filter(beds::unknown)
                .ifPresent(
                        place ->
                                quarantine.hold(
                                        tx,
                                        UNKNOWN_BED,
                                        place,
                                        Optional.of(header),
                                        header.charset().name(),
                                        message));
    }

    private CompletableFuture<Taken> held(
            Refusal refusal, Optional<Header> header, Charset charset, byte[] message) {
        return doors.database()
                .write(
                        tx -> {
                            quarantine.hold(
                                    tx,
                                    refusal.reason(),
                                    refusal.field(),
                                    header,
                                    charset.name(),
                                    message);
                            return Taken.refused(refusal);
                        })
                .whenComplete(
                        (_, fault) -> {
                            if (fault == null) {
                                doors.meter().count(FeedMeter.What.HELD);
                                LOG.warn(
                                        "a message {} is held: {} {}",
                                        header.map(MessageReader::event).orElse("?"),
                                        refusal.reason(),
                                        refusal.field());
                            }
                        });
    }

    private CompletableFuture<byte[]> answered(
            Optional<Header> header, CompletableFuture<Taken> taking) {
        return taking.handle(
                (taken, fault) -> {
                    if (fault != null) {
                        doors.meter().count(FeedMeter.What.LATER);
                        LOG.error("a message could not be kept: {}", SafeTrace.of(fault));
                    } else if (taken.ended()) {
                        // Not here: this is the writer's thread, and it must not wait for itself.
                        Thread.ofVirtual().name("feed-ended").start(this::ended);
                    }
                    return ack(header, fault == null ? taken : Taken.LATER);
                });
    }

    private void ended() {
        try {
            desk.ended();
        } catch (RuntimeException e) {
            // What is due is looked for again at every tick of the stays.
            LOG.warn("what is left of a stay is erased later: {}", SafeTrace.of(e));
        }
    }

    private CompletableFuture<byte[]> acknowledged(Optional<Header> header, Taken taken) {
        return CompletableFuture.completedFuture(ack(header, taken));
    }

    private byte[] ack(Optional<Header> header, Taken taken) {
        return Ack.of(header, taken.code(), taken.refusal(), doors.clock().instant(), doors.zone());
    }

    // --- for the console

    /** What waits for somebody, the newest first. */
    public List<Held> waiting() {
        return quarantine.all();
    }

    /** How many wait. */
    public int count() {
        return quarantine.count();
    }

    /** Of how many visits orders for food wait that are nobody's here. */
    public int ordersWaiting() {
        return desk.ordersWaiting();
    }

    /** Whether the hospital's orders can reach the stay. */
    public boolean knows(StayId stay) {
        return desk.knows(stay);
    }

    /** Beds that several patients claim, so that nobody is shown there. */
    public List<BedId> disputed() {
        return desk.disputed();
    }

    /**
     * Takes a message that waits once more, after a fix.
     *
     * @return empty where it is gone; else why it still waits, or that it does not
     */
    public Optional<Replayed> replay(String id) {
        Optional<Quarantine.Sealed> found = quarantine.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        byte[] message = found.get().message();
        try {
            Header header = Header.of(message, Charset.forName(found.get().charset()));
            FeedMessage read = reader.read(header, message);
            Optional<String> unknown =
                    read.movement()
                            .filter(movement -> movement.action() != Movement.Action.CANCEL)
                            .flatMap(Movement::place)
                            .filter(beds::unknown);
            if (unknown.isPresent()) {
                return still(id, UNKNOWN_BED);
            }
            Taken taken = desk.take(read, true, tx -> quarantine.remove(tx, id)).join();
            if (taken.ended()) {
                desk.ended();
            }
            return Optional.of(new Replayed(Optional.empty()));
        } catch (RefusedException e) {
            return still(id, e.refusal().reason());
        }
    }

    private Optional<Replayed> still(String id, String reason) {
        doors.database().change(tx -> quarantine.stillRefused(tx, id, reason));
        return Optional.of(new Replayed(Optional.of(reason)));
    }

    /**
     * @param still why it waits still; empty where it was taken
     */
    public record Replayed(Optional<String> still) {}

    /** Forgets a message that waits. */
    public void drop(String id) {
        doors.database().change(tx -> quarantine.remove(tx, id));
    }

    /** Does what is due, and forgets what is old; to be called every few minutes. */
    public void tick() {
        Instant now = doors.clock().instant();
        quarantine.purge(now);
        desk.tick(now);
    }

    // --- what others than the feed do with stays; on the writer's thread

    /** A stay was put into a bed. */
    public void placed(Tx tx, StayId stay, BedId bed) {
        desk.placed(tx, stay, bed);
    }

    /**
     * A stay has left its bed.
     *
     * @param over it has ended
     */
    public void left(Tx tx, StayId stay, boolean over) {
        desk.left(tx, stay, over);
    }

    /** Somebody says by which number the hospital knows a patient. */
    public void numbered(Tx tx, StayId stay, PatientNumber number) {
        desk.numbered(tx, stay, number);
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        desk.erased(tx, stay);
    }
}

package chevet.terminal.link;

import chevet.model.stay.StayId;
import chevet.model.stay.WipeReceipt;
import chevet.model.wire.WireCodec;
import chevet.terminal.link.TerminalStore.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stays that leave this terminal: what waits for them goes out, their keys are destroyed, and a
 * receipt says so. On the link's thread.
 */
final class Farewells {
    /**
     * So long what waits for a stay that has left may still go out, before its key is destroyed: a
     * tap that was kept while the line was down is owed to the patient who moved.
     */
    static final Duration LEAVE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Farewells.class);

    private final LinkCore.Ports ports;
    private final Optional<Witness> witness;
    private final UuidV7 ids;
    private final ReplicaKeeper keeper;
    private final OutboxSender sender;
    private final Runnable erased;
    private final Map<StayId, Loop.Timer> leaving = new TreeMap<>();
    private final Set<StayId> repeated = new TreeSet<>();

    /**
     * @param witness signs the receipt for each stay that is erased; empty gives none
     * @param erased called after each attempt to erase one
     */
    Farewells(
            LinkCore.Ports ports,
            Optional<Witness> witness,
            UuidV7 ids,
            ReplicaKeeper keeper,
            OutboxSender sender,
            Runnable erased) {
        this.ports = ports;
        this.witness = witness;
        this.ids = ids;
        this.keeper = keeper;
        this.sender = sender;
        this.erased = erased;
    }

    /** It lies here no more: erased at once, or when what waits for it has gone out. */
    void leave(StayId stay) {
        if (!sender.waitsFor(stay)) {
            farewell(stay);
        } else if (!leaving.containsKey(stay)) {
            leaving.put(stay, ports.loop().after(LEAVE, () -> farewell(stay)));
        }
    }

    /** Outcomes came: for some of those who leave nothing waits any more. */
    void settled() {
        List.copyOf(leaving.keySet()).stream()
                .filter(stay -> !sender.waitsFor(stay))
                .forEach(this::farewell);
    }

    /**
     * A key made for a stay whose arrival the disk then would not take belongs to nobody who lies
     * here; it goes as soon as the server has said who does.
     */
    void leaveStrays() {
        Set<StayId> strays = new TreeSet<>(ports.keys().stays());
        keeper.known().stay().ifPresent(strays::remove);
        strays.forEach(this::leave);
    }

    /** It came back before it was forgotten. */
    void stays(StayId stay) {
        Loop.Timer timer = leaving.remove(stay);
        if (timer != null) {
            timer.cancel();
        }
    }

    /**
     * The server waits for a receipt: of somebody who never came here, or whose receipt went with
     * the disk. Once in a life, since the server says when it has it.
     */
    void repeat(StayId stay) {
        boolean here = keeper.known().stay().equals(Optional.of(stay)) || leaving.containsKey(stay);
        if (!here && repeated.add(stay)) {
            farewell(stay);
        }
    }

    private void farewell(StayId stay) {
        stays(stay);
        int unsent = sender.waitingFor(stay);
        try {
            // Whoever is killed behind this line gives the receipt at the next start.
            ports.store().commit(List.of(new Write.BeginFarewell(stay, unsent)));
        } catch (TerminalStore.StoreException e) {
            LOG.error(
                    "The farewell of stay {} could not be noted; it is erased all the same",
                    stay,
                    e);
        }
        erase(stay, unsent);
    }

    /** Goes on with an erasing that was broken off, unless the stay is back. */
    void finish(StayId stay, int unsent) {
        if (keeper.known().stay().equals(Optional.of(stay))) {
            ports.store().commit(List.of(new Write.EndFarewell(stay)));
        } else {
            erase(stay, unsent);
        }
    }

    private void erase(StayId stay, int unsent) {
        try {
            ports.keys().destroy(stay);
            sender.giveUp(stay);
            receipt(stay, unsent);
            ports.store().wipe();
            LOG.info("Stay {} is forgotten", stay);
        } catch (TerminalStore.StoreException e) {
            LOG.error("Stay {} could not be forgotten yet", stay, e);
            ports.loop().after(LinkCore.STORE_AGAIN, () -> finish(stay, unsent));
        }
        erased.run();
    }

    /** It waits in the outbox like a tap, so that it comes however long the line is down. */
    private void receipt(StayId stay, int unsent) {
        List<Write> done = List.of(new Write.EndFarewell(stay));
        if (witness.isEmpty()) {
            ports.store().commit(done);
            return;
        }
        Instant now = ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        sender.keep(
                ids.next(now),
                Optional.empty(),
                now,
                WipeReceipt.TYPE,
                WireCodec.body(witness.get().erased(stay, now, unsent, keeper.reached())),
                new CompletableFuture<>(),
                done);
        sender.pump();
    }
}

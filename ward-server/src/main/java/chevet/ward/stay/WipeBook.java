package chevet.ward.stay;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.ward.console.AlertSource;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.stay.Places.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What terminals had to erase, and whether they have said so. */
final class WipeBook {
    private static final Duration KEPT = Duration.ofDays(30);

    private volatile Set<String> told = Set.of();

    private final WipeStore store = new WipeStore();
    private final Live live;

    WipeBook(Live live) {
        this.live = live;
    }

    void expect(Tx tx, StayId stay, Place place) {
        store.expect(tx.handle(), stay, place.terminal(), place.bed(), tx.now());
    }

    /** It came back before it was erased there, or after; either way it lies there again. */
    void back(Tx tx, StayId stay, TerminalId terminal) {
        store.forget(tx.handle(), stay, terminal);
    }

    /** Keeps a receipt whose signature is right. */
    void received(Tx tx, Wipe wipe) {
        if (store.received(tx.handle(), wipe)) {
            tx.afterCommit(() -> live.changed("beds"));
        }
    }

    List<Wipe> of(Handle handle, TerminalId terminal) {
        return store.of(handle, terminal, 5);
    }

    List<Wipe> late(Handle handle, Instant now) {
        return store.open(handle).stream().filter(wipe -> wipe.late(now)).toList();
    }

    /** Tells open pages when a receipt has become late, or a late one has come. */
    void watch(Handle handle, Instant now) {
        Set<String> late =
                late(handle, now).stream()
                        .map(wipe -> wipe.terminal() + "/" + wipe.stay())
                        .collect(Collectors.toSet());
        if (!late.equals(told)) {
            told = late;
            live.changed("beds");
            live.changed(AlertSource.TOPIC);
        }
    }

    void purge(Tx tx) {
        store.purge(tx.handle(), tx.now().minus(KEPT));
    }
}

package chevet.ward.stay;

import chevet.model.place.TerminalId;
import chevet.model.stay.ErasuresOwed;
import chevet.model.stay.StayId;
import chevet.model.stay.WipeReceipt;
import chevet.model.wire.Cursor;
import chevet.model.wire.StreamId;
import chevet.ward.console.AlertSource;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.stay.Places.Place;
import chevet.ward.sync.Events;
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
    private final Events events;

    WipeBook(Live live, Events events) {
        this.live = live;
        this.events = events;
    }

    void expect(Tx tx, StayId stay, Place place) {
        Cursor told = events.head(tx, StreamId.terminal(place.terminal()));
        store.expect(tx.handle(), stay, place.terminal(), place.bed(), tx.now(), told);
    }

    /** It came back before it was erased there, or after; either way it lies there again. */
    void back(Tx tx, StayId stay, TerminalId terminal) {
        store.forget(tx.handle(), stay, terminal);
        ask(tx, terminal);
    }

    /** Keeps a receipt whose signature is right, where it is that of this leaving. */
    void received(Tx tx, TerminalId terminal, WipeReceipt receipt, String signed) {
        String epoch = events.head(tx, StreamId.terminal(terminal)).epoch();
        store.open(tx.handle(), terminal).stream()
                .filter(wipe -> wipe.stay().equals(receipt.stay()))
                .filter(
                        wipe ->
                                receipt.known()
                                        .map(known -> wipe.provenBy(known, epoch))
                                        .orElse(true))
                .forEach(
                        wipe -> {
                            store.received(tx.handle(), wipe, receipt.wiped(), tx.now(), signed);
                            ask(tx, terminal);
                            tx.afterCommit(() -> live.changed("beds"));
                        });
    }

    List<Wipe> of(Handle handle, TerminalId terminal) {
        return store.of(handle, terminal, 5);
    }

    List<Wipe> late(Handle handle, Instant now) {
        return store.open(handle).stream().filter(wipe -> wipe.late(now)).toList();
    }

    /**
     * Which receipts are late; where they are others than before, open pages are told, and
     * terminals that owe one are asked.
     *
     * @return terminals to {@link #ask}
     */
    Set<TerminalId> watch(Handle handle, Instant now) {
        List<Wipe> late = late(handle, now);
        Set<String> names =
                late.stream()
                        .map(wipe -> wipe.terminal() + "/" + wipe.stay())
                        .collect(Collectors.toSet());
        if (names.equals(told)) {
            return Set.of();
        }
        told = names;
        live.changed("beds");
        live.changed(AlertSource.TOPIC);
        return late.stream().map(Wipe::terminal).collect(Collectors.toSet());
    }

    /** Says to the terminal which receipts it owes, or that it owes none any more. */
    void ask(Tx tx, TerminalId terminal) {
        Set<StayId> owed =
                store.open(tx.handle(), terminal).stream()
                        .filter(wipe -> wipe.late(tx.now()))
                        .map(Wipe::stay)
                        .collect(Collectors.toSet());
        StreamId stream = StreamId.terminal(terminal);
        if (owed.isEmpty()) {
            events.remove(tx, stream, ErasuresOwed.KEY);
        } else {
            events.put(tx, stream, ErasuresOwed.KEY, ErasuresOwed.TYPE, new ErasuresOwed(owed));
        }
    }

    void purge(Tx tx) {
        store.purge(tx.handle(), tx.now().minus(KEPT));
    }
}

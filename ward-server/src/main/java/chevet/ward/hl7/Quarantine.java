package chevet.ward.hl7;

import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.keys.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages that wait for somebody: sealed, counted where they come again, deleted after the site's
 * time.
 */
final class Quarantine {
    /** More than that nobody looks at; the oldest go first. */
    private static final int MOST = 2000;

    private static final int SHOWN = 200;

    private final Database database;
    private final HeldStore store = new HeldStore();
    private final Vault vault;
    private final Live live;
    private final Duration kept;

    Quarantine(Database database, Vault vault, Live live, Duration kept) {
        this.database = database;
        this.vault = vault;
        this.live = live;
        this.kept = kept;
    }

    /** The sealed part. */
    record Sealed(String what, String sender, String control, String charset, String raw) {
        byte[] message() {
            return Base64.getDecoder().decode(raw);
        }

        @Override
        public String toString() {
            return "Sealed[]";
        }
    }

    /** Keeps a message in the given transaction. */
    void hold(
            Tx tx,
            String reason,
            String what,
            Optional<Header> header,
            String charset,
            byte[] message) {
        String id = UUID.randomUUID().toString();
        Sealed sealed =
                new Sealed(
                        what,
                        header.map(h -> h.application() + " / " + h.facility()).orElse(""),
                        header.map(Header::control).orElse(""),
                        charset,
                        Base64.getEncoder().encodeToString(message));
        byte[] plain = WireCodec.body(sealed).json().getBytes(StandardCharsets.UTF_8);
        store.put(
                tx.handle(),
                new HeldStore.Row(
                        id,
                        reason,
                        vault.hash("message", message),
                        header.map(MessageReader::event).orElse("?"),
                        1,
                        tx.now(),
                        tx.now(),
                        new Closed(vault.seal(place(id), plain))));
        tx.afterCommit(this::changed);
    }

    List<Held> all() {
        return database.read(handle -> store.all(handle, SHOWN)).stream()
                .map(
                        row -> {
                            Sealed sealed = opened(row);
                            return new Held(
                                    row.id(),
                                    row.reason(),
                                    row.event(),
                                    row.times(),
                                    row.first(),
                                    row.last(),
                                    sealed.what(),
                                    sealed.sender(),
                                    sealed.control());
                        })
                .toList();
    }

    int count() {
        return database.read(store::count);
    }

    Optional<Sealed> find(String id) {
        return database.read(handle -> store.find(handle, id)).map(this::opened);
    }

    void remove(Tx tx, String id) {
        if (store.remove(tx.handle(), id)) {
            tx.afterCommit(this::changed);
        }
    }

    void stillRefused(Tx tx, String id, String reason) {
        store.reason(tx.handle(), id, reason, tx.now());
        tx.afterCommit(this::changed);
    }

    void purge(Instant now) {
        database.change(
                tx -> {
                    store.purge(tx.handle(), now.minus(kept));
                    store.keepNewest(tx.handle(), MOST);
                });
    }

    private Sealed opened(HeldStore.Row row) {
        byte[] plain = vault.open(place(row.id()), row.sealed().bytes());
        return WireCodec.lenient(new Body(new String(plain, StandardCharsets.UTF_8)), Sealed.class);
    }

    private void changed() {
        live.changed("feed");
        live.changed("beds");
    }

    private static String place(String id) {
        return "hl7_held.body/" + id;
    }
}

package chevet.ward.audit;

import chevet.model.place.SiteId;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import chevet.ward.keys.SigningKey;
import chevet.ward.pki.SecretFile;
import chevet.ward.sync.AuditEntry;
import chevet.ward.sync.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Appends to the audit. Each entry is chained to the one before; a signed checkpoint closes each
 * minute in which there was one, and each {@value #ROWS} entries. The newest checkpoint also stands
 * in a file beside the key, apart from the data, so that a cut end is noticed. Safe for all
 * threads.
 */
public final class AuditChain implements AuditLog {
    /** What open pages are told of. */
    static final String TOPIC = "audit";

    /** A checkpoint comes after that many entries at the latest. */
    static final int ROWS = 1_000;

    private static final String HEAD = "head";

    private final Database database;
    private final SigningKey key;
    private final Path head;
    private final Live live;
    private final AuditStore store = new AuditStore();

    /**
     * @param directory of the key and of the head
     */
    public AuditChain(Database database, Path directory, Live live) {
        this.database = database;
        this.key = SigningKey.in(directory);
        this.head = directory.resolve(HEAD);
        this.live = live;
    }

    /** Goes on where the chain ends; notes it where that is not where it was signed last. */
    public void start() {
        Optional<Checkpoint> signed = signedHead();
        if (signed.isPresent() && !database.read(handle -> holds(handle, signed.get()))) {
            String lost = "entry/" + signed.get().link().number();
            note(AuditEntry.system(AuditEntry.Event.GAP, lost, ""));
        }
        tick();
    }

    @Override
    public void note(Tx tx, AuditEntry what) {
        Link before = store.last(tx.handle());
        Entry entry = new Entry(before.number() + 1, tx.now(), what);
        Link link = entry.link(before);
        store.append(tx.handle(), entry, link);
        long signed = store.lastCheckpoint(tx.handle()).map(c -> c.link().number()).orElse(0L);
        if (link.number() - signed >= ROWS) {
            store.put(tx.handle(), Checkpoint.sign(link, tx.now(), key));
        }
        tx.afterCommit(() -> live.changed(TOPIC));
    }

    @Override
    public void note(AuditEntry entry) {
        database.change(tx -> note(tx, entry));
    }

    /** Signs what is new; to be called each minute. Not on the writer's thread. */
    public void tick() {
        Optional<Checkpoint> newest =
                database.write(
                                tx -> {
                                    Link last = store.last(tx.handle());
                                    Optional<Checkpoint> signed = store.lastCheckpoint(tx.handle());
                                    long through = signed.map(c -> c.link().number()).orElse(0L);
                                    if (last.number() <= through) {
                                        return signed;
                                    }
                                    Checkpoint fresh = Checkpoint.sign(last, tx.now(), key);
                                    store.put(tx.handle(), fresh);
                                    return Optional.of(fresh);
                                })
                        .join();
        newest.ifPresent(
                checkpoint -> {
                    byte[] line = checkpoint.line().getBytes(StandardCharsets.US_ASCII);
                    if (!same(line)) {
                        SecretFile.write(head, line);
                    }
                });
    }

    /** Looks at every entry and every checkpoint. */
    public Soundness verify() {
        return database.read(handle -> new Verification(handle, store, key).run(signedHead()));
    }

    /** The newest entries first. */
    List<AuditStore.Row> newest(Question question, long before, int most) {
        return database.read(handle -> store.newest(handle, question, before, most));
    }

    /**
     * Hands over every entry since that instant in order, as AuditEvents of FHIR R4, one JSON each.
     *
     * @param site who was watched
     */
    public void export(Instant from, SiteId site, Consumer<String> taker) {
        FhirAudit fhir = new FhirAudit(site.value());
        long at = 0;
        while (true) {
            long after = at;
            List<AuditStore.Row> page =
                    database.read(handle -> store.after(handle, after, Verification.PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.stream()
                    .map(AuditStore.Row::entry)
                    .filter(entry -> !entry.at().isBefore(from))
                    .map(fhir::line)
                    .forEach(taker);
            at = page.getLast().entry().number();
        }
    }

    private boolean holds(Handle handle, Checkpoint signed) {
        return store.link(handle, signed.link().number())
                .filter(link -> link.same(signed.link()))
                .isPresent();
    }

    private Optional<Checkpoint> signedHead() {
        try {
            return Files.exists(head)
                    ? Checkpoint.read(Files.readString(head)).filter(c -> c.signedBy(key))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean same(byte[] line) {
        try {
            return Files.exists(head) && Arrays.equals(Files.readAllBytes(head), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package chevet.ward.audit;

import chevet.ward.audit.Soundness.Broken;
import chevet.ward.audit.Soundness.Fault;
import chevet.ward.keys.SigningKey;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One walk along the chain. */
final class Verification {
    /** Entries that are held in memory at a time. */
    static final int PAGE = 1_000;

    private final Handle handle;
    private final AuditStore store;
    private final SigningKey key;
    private Link last = Link.NONE;
    private long entries;
    private long checkpoints;
    private long signed;

    Verification(Handle handle, AuditStore store, SigningKey key) {
        this.handle = handle;
        this.store = store;
        this.key = key;
    }

    Soundness run(Optional<Checkpoint> head) {
        while (true) {
            List<AuditStore.Row> page = store.after(handle, last.number(), PAGE);
            if (page.isEmpty()) {
                return end(head);
            }
            List<Checkpoint> here =
                    store.checkpoints(handle, last.number(), page.getLast().link().number());
            int next = 0;
            for (AuditStore.Row row : page) {
                Optional<Broken> broken = look(row);
                if (broken.isPresent()) {
                    return broken.get();
                }
                if (next < here.size() && here.get(next).link().number() == last.number()) {
                    broken = look(here.get(next++));
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
            }
        }
    }

    private Optional<Broken> look(AuditStore.Row row) {
        Link expected = row.entry().link(last);
        if (row.entry().number() != last.number() + 1) {
            return Optional.of(new Broken(last.number() + 1, Fault.MISSING));
        }
        if (!expected.same(row.link())) {
            return Optional.of(new Broken(row.entry().number(), Fault.CHANGED));
        }
        last = expected;
        entries++;
        return Optional.empty();
    }

    private Optional<Broken> look(Checkpoint checkpoint) {
        if (!checkpoint.signedBy(key)) {
            return Optional.of(new Broken(last.number(), Fault.FORGED));
        }
        if (!checkpoint.link().same(last)) {
            return Optional.of(new Broken(signed + 1, Fault.REWRITTEN));
        }
        checkpoints++;
        signed = last.number();
        return Optional.empty();
    }

    private Soundness end(Optional<Checkpoint> head) {
        List<Checkpoint> beyond = store.checkpoints(handle, last.number(), Long.MAX_VALUE);
        long furthest =
                Math.max(
                        beyond.isEmpty() ? 0 : beyond.getLast().link().number(),
                        head.map(c -> c.link().number()).orElse(0L));
        if (furthest > last.number()) {
            return new Broken(last.number() + 1, Fault.CUT);
        }
        boolean other =
                head.isPresent()
                        && store.link(handle, head.get().link().number())
                                .filter(link -> link.same(head.get().link()))
                                .isEmpty();
        return other
                ? new Broken(signed + 1, Fault.REWRITTEN)
                : new Soundness.Sound(entries, checkpoints, signed);
    }
}

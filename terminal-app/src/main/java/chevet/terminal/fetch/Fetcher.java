package chevet.terminal.fetch;

import chevet.config.pack.Fault;
import chevet.config.pack.ObjectSource;
import chevet.config.pack.ObjectStore;
import chevet.config.pack.Pace;
import chevet.config.pack.StoreException;
import chevet.config.pack.Transfer;
import chevet.model.pack.ObjectRef;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is wanted, one object after the other on one thread of its own; what is wanted more
 * turns out what is wanted less, which goes on later where it was.
 */
public final class Fetcher implements Fetch {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);
    private static final long SMALL = 16L << 20;

    private final ObjectStore store;
    private final Transfer transfer;
    private final Loopback loopback;
    private final Wishes wishes;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<Consumer<ObjectRef>> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread worker;
    private @Nullable ObjectRef current;
    private final Runnable end;
    private boolean closed;

    /**
     * @param end called last when it is closed
     * @throws StoreException when no loopback address can be opened
     */
    public Fetcher(ObjectStore store, ObjectSource source, Runnable end) {
        this(store, source, Pace.USUAL, Patience.USUAL, end);
    }

    Fetcher(ObjectStore store, ObjectSource source, Pace pace, Patience patience, Runnable end) {
        this.end = end;
        this.store = store;
        this.transfer = new Transfer(store, source, pace);
        this.loopback = Loopback.open(store);
        this.wishes = new Wishes(patience);
        store.whenLost(sha256 -> Thread.startVirtualThread(() -> lost(sha256)));
        this.worker = Thread.ofPlatform().name("fetch").daemon().start(this::work);
    }

    @Override
    public void want(String owner, Wish wish, Collection<ObjectRef> objects) {
        lock.lock();
        try {
            wishes.want(owner, wish, objects);
            store.pin("fetch", wishes.staying());
            if (current != null && !first(current)) {
                transfer.cancel();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The disk has spoilt it; where it is still wanted it is brought once more. */
    private void lost(String sha256) {
        LOG.warn("fetch.spoilt object={}", sha256);
        lock.lock();
        try {
            if (current != null && !first(current)) {
                transfer.cancel();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<ObjectRef> missing() {
        return wishes.order().stream().filter(object -> !store.provable(object)).toList();
    }

    /** Whether this is what should be under way now; one that waits after a failure is not. */
    private boolean first(ObjectRef object) {
        lock.lock();
        try {
            long now = System.nanoTime();
            return !closed
                    && missing().stream()
                            .filter(each -> wishes.mayTry(each, now))
                            .findFirst()
                            .equals(Optional.of(object));
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (Optional<ObjectRef> next = next(); next.isPresent(); next = next()) {
                bring(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is to be brought next; empty when all is over. */
    private Optional<ObjectRef> next() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long now = System.nanoTime();
                List<ObjectRef> missing = missing();
                Optional<ObjectRef> next =
                        missing.stream().filter(object -> wishes.mayTry(object, now)).findFirst();
                if (next.isPresent()) {
                    current = next.get();
                    return next;
                }
                Optional<Long> wait = wishes.next(missing, now);
                if (wait.isPresent()) {
                    changed.awaitNanos(wait.get());
                } else {
                    changed.await();
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void bring(ObjectRef object) throws InterruptedException {
        long before = store.proven(object);
        Optional<Fault> fault;
        try {
            fault = transfer.attempt(object, () -> first(object));
        } catch (RuntimeException e) {
            LOG.error("fetch.broken object={}", object.sha256(), e);
            fault = Optional.of(Fault.DISK);
        }
        boolean progress = store.proven(object) > before;
        lock.lock();
        try {
            current = null;
            if (fault.equals(Optional.of(Fault.TURNED_OUT))) {
                return;
            }
            if (fault.isEmpty()) {
                wishes.arrived(object);
                faults.remove(object.sha256());
            } else {
                faults.put(object.sha256(), fault.get());
                wishes.failed(object, fault.get().passing(), progress, System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
        fault.ifPresent(
                what ->
                        LOG.info(
                                "fetch.failed object={} fault={} proven={}",
                                object.sha256(),
                                what,
                                store.proven(object)));
        watchers.forEach(watcher -> watcher.accept(object));
    }

    @Override
    public Coming coming(ObjectRef object) {
        long proven = store.proven(object);
        boolean here = store.length(object.sha256()).isPresent();
        Optional<Fault> fault =
                here ? Optional.empty() : Optional.ofNullable(faults.get(object.sha256()));
        // All its bytes may be proven a moment before it is an object.
        long bytes = here || object.bytes() == 0 ? proven : Math.min(proven, object.bytes() - 1);
        return new Coming(bytes, object.bytes(), fault);
    }

    @Override
    public Optional<byte[]> bytes(ObjectRef object) {
        if (object.bytes() > SMALL) {
            throw new IllegalArgumentException("object is longer than 16 MiB");
        }
        return store.bytes(object);
    }

    @Override
    public URI address(ObjectRef object) {
        return loopback.address(object);
    }

    @Override
    public AutoCloseable watch(Consumer<ObjectRef> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        transfer.cancel();
        transfer.close();
        loopback.close();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.run();
    }
}

package chevet.ward.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of works and the one connection that writes. What has queued up while a commit was on
 * its way to the disk becomes the next group, so that one commit serves up to {@link #MOST} works;
 * a savepoint each keeps a failing one from its neighbours. {@link #write} is for all threads, the
 * rest for one.
 */
final class Writer {
    static final int MOST = 1024;
    private static final Duration TELL_AGAIN = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Writer.class);

    private final Engine engine;
    private final InstantSource clock;
    private final LinkedBlockingQueue<Work<?>> queue = new LinkedBlockingQueue<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> committed = new ArrayList<>();
    private @Nullable Handle handle;
    private Instant toldFull = Instant.MIN;
    private volatile Optional<Instant> fullSince = Optional.empty();
    private volatile boolean closed;

    Writer(Engine engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    <T> CompletableFuture<T> write(Function<Tx, T> work) {
        Work<T> queued = new Work<>(work);
        queue.add(queued);
        if (closed) {
            refuseAll();
        }
        return queued.future;
    }

    void afterEachGroup(Runnable listener) {
        listeners.add(listener);
    }

    Optional<Instant> fullSince() {
        return fullSince;
    }

    /** Waits for works and commits them until {@link #wakeAndClose}. */
    void runUntilClosed() {
        List<Work<?>> group = new ArrayList<>(MOST);
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                closed = true;
            }
            queue.drainTo(group, MOST - group.size());
            group.removeIf(work -> work == WAKE);
            commit(group);
            group.clear();
            announce();
        }
        shut();
    }

    /** Commits one group of what waits; what follows a commit happens at {@link #announce}. */
    boolean commitWaiting() {
        List<Work<?>> group = new ArrayList<>();
        queue.drainTo(group, MOST);
        commit(group);
        return !group.isEmpty();
    }

    /** Runs what follows the commits so far. */
    void announce() {
        if (committed.isEmpty()) {
            return;
        }
        committed.forEach(Writer::guarded);
        committed.clear();
        listeners.forEach(Writer::guarded);
    }

    void wakeAndClose() {
        closed = true;
        queue.add(WAKE);
    }

    /** Forgets what waits and what was to follow, as a power cut does. */
    void crash() {
        closed = true;
        queue.clear();
        committed.clear();
        shut();
    }

    void shut() {
        refuseAll();
        Handle open = handle;
        handle = null;
        if (open != null) {
            try {
                open.getConnection().rollback();
            } catch (SQLException e) {
                log.debug("rollback at close", e);
            }
            open.close();
        }
    }

    private void refuseAll() {
        for (Work<?> left = queue.poll(); left != null; left = queue.poll()) {
            left.future.completeExceptionally(new DatabaseException("the database is closed"));
        }
    }

    private void commit(List<Work<?>> group) {
        if (group.isEmpty()) {
            return;
        }
        List<Runnable> after = new ArrayList<>();
        boolean spoiled = false;
        boolean wanting = false;
        try {
            Handle open = open();
            Connection connection = open.getConnection();
            engine.begin(open);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            for (Work<?> work : group) {
                GroupTx tx = new GroupTx(open, now, engine);
                Savepoint start = group.size() == 1 ? null : connection.setSavepoint();
                boolean done = work.run(tx);
                spoiled |= tx.spoiled;
                wanting |= tx.gone;
                if (done) {
                    if (start != null) {
                        connection.releaseSavepoint(start);
                    }
                    after.addAll(tx.after);
                } else if (start == null) {
                    connection.rollback();
                } else {
                    connection.rollback(start);
                    connection.releaseSavepoint(start);
                }
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            tell(group.size(), e, wanting);
            undo();
            DatabaseException failed = new DatabaseException("nothing was written", e);
            group.forEach(work -> work.future.completeExceptionally(failed));
            return;
        }
        if (spoiled) {
            drop();
        }
        if (wanting) {
            wanting();
        } else if (fullSince.isPresent() && engine.room()) {
            fullSince = Optional.empty();
        }
        committed.addAll(after);
        for (Work<?> work : group) {
            committed.add(work::complete);
        }
    }

    /** Says now and then that the disk is full: terminals come again and again until it is not. */
    private void tell(int works, Exception failure, boolean wanting) {
        // A full disk makes SQLite undo all by itself; what fails then is only what comes after.
        if (!wanting && !full(engine, failure)) {
            log.error("a group of {} writes failed: {}", works, failure.toString());
            return;
        }
        wanting();
        Instant now = clock.instant();
        if (toldFull.isBefore(now.minus(TELL_AGAIN))) {
            toldFull = now;
            log.error(
                    "the database's disk is full: nothing is accepted until there is space; free"
                            + " some, no restart is needed");
        }
    }

    private void wanting() {
        if (fullSince.isEmpty()) {
            fullSince = Optional.of(clock.instant());
        }
    }

    private static boolean full(Engine engine, Throwable failure) {
        return sql(failure).filter(engine::full).isPresent();
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private Handle open() throws SQLException {
        Handle open = handle;
        if (open == null) {
            Connection connection = engine.writer();
            Jdbi jdbi = Jdbi.create(() -> connection);
            jdbi.setStatementBuilderFactory(StatementCache::new);
            open = jdbi.open();
            handle = open;
        }
        return open;
    }

    /** Drops the connection too: after a failed group nobody knows what state it is in. */
    private void undo() {
        Handle open = handle;
        if (open != null) {
            try {
                open.getConnection().rollback();
            } catch (SQLException | RuntimeException e) {
                // SQLite has rolled back by itself, or the connection is gone.
                log.debug("rollback of a failed group: {}", e.toString());
            }
        }
        drop();
    }

    /**
     * The next group opens another connection. SQLite's driver closes a statement that failed and
     * does not say so: kept, it would fail for ever after.
     */
    private void drop() {
        try (Handle _ = handle) {
            handle = null;
        } catch (RuntimeException e) {
            log.debug("close of the writer's connection: {}", e.toString());
        }
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.error("an action after a commit failed", e);
        }
    }

    private static final Work<Boolean> WAKE = new Work<>(tx -> true);

    private static final class Work<T> {
        private final Function<Tx, T> work;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable Runnable ending;

        Work(Function<Tx, T> work) {
            this.work = work;
        }

        /** False when it threw, and is to be undone. */
        boolean run(GroupTx tx) {
            try {
                T result = work.apply(tx);
                ending = () -> future.complete(result);
                return true;
            } catch (RuntimeException | Error e) {
                tx.failed(e);
                ending = () -> future.completeExceptionally(e);
                return false;
            }
        }

        void complete() {
            if (ending != null) {
                ending.run();
            }
        }
    }

    private static final class GroupTx implements Tx {
        private final Handle handle;
        private final Instant now;
        private final Engine engine;
        private final List<Runnable> after = new ArrayList<>();
        private boolean gone;
        private boolean spoiled;

        GroupTx(Handle handle, Instant now, Engine engine) {
            this.handle = handle;
            this.now = now;
            this.engine = engine;
        }

        /** Whatever was wanted can be done once there is space: nothing is decided without. */
        void failed(Throwable failure) {
            spoiled |= sql(failure).isPresent();
            gone |= full(engine, failure);
        }

        @Override
        public Handle handle() {
            if (gone) {
                throw new DatabaseException("the transaction is gone");
            }
            return handle;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void afterCommit(Runnable action) {
            after.add(action);
        }

        @Override
        public <T> T part(Supplier<T> part) {
            Connection connection = handle().getConnection();
            int wanted = after.size();
            try {
                Savepoint start = connection.setSavepoint();
                try {
                    T result = part.get();
                    connection.releaseSavepoint(start);
                    return result;
                } catch (RuntimeException | Error e) {
                    failed(e);
                    connection.rollback(start);
                    connection.releaseSavepoint(start);
                    after.subList(wanted, after.size()).clear();
                    throw e;
                }
            } catch (SQLException e) {
                // A full disk makes SQLite undo the whole transaction by itself; whatever were
                // written now would stand outside any.
                gone = true;
                throw new DatabaseException("savepoint", e);
            }
        }
    }
}

package chevet.ward.db;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The database of a ward server: opened, migrated, with its writer and readers. Safe for all
 * threads; the methods for simulations belong to the simulation's thread.
 */
public final class JdbiDatabase implements Database {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Engine engine;
    private final Writer writer;
    private final @Nullable Thread thread;
    private final @Nullable LogKeeper keeper;
    private volatile String epoch;

    private JdbiDatabase(Engine engine, InstantSource clock, Threads threads) {
        this.engine = engine;
        migrate();
        this.writer = new Writer(engine, clock);
        this.epoch =
                engine.read(
                        handle ->
                                handle.createQuery("select value from meta where name = 'epoch'")
                                        .mapTo(String.class)
                                        .findOne()
                                        .orElse(""));
        this.thread =
                threads == Threads.OWN
                        ? Thread.ofPlatform().name("db-writer").start(writer::runUntilClosed)
                        : null;
        this.keeper = threads == Threads.OWN ? keeper() : null;
        if (epoch.isEmpty()) {
            CompletableFuture<String> first = newEpoch();
            drain();
            first.join();
        }
    }

    private LogKeeper keeper() {
        LogKeeper made = new LogKeeper(engine, LogKeeper.USUAL);
        writer.afterEachGroup(made::written);
        return made;
    }

    /**
     * Opens the file, makes it where there is none, and migrates it.
     *
     * @throws DatabaseException when it cannot be opened or migrated
     */
    public static JdbiDatabase sqlite(Path file, InstantSource clock, Threads threads) {
        return opened(new SqliteEngine(file), clock, threads);
    }

    /** Whether an SQLite file that nobody uses is a whole database: reads all of it. */
    public static boolean whole(Path file) {
        return SqliteEngine.whole(file);
    }

    /**
     * Opens and migrates a PostgreSQL.
     *
     * @param url {@code jdbc:postgresql://host/name?user=…&password=…}
     * @throws DatabaseException when it cannot be opened or migrated
     */
    public static JdbiDatabase postgres(String url, InstantSource clock, Threads threads) {
        return opened(new PostgresEngine(url), clock, threads);
    }

    private static JdbiDatabase opened(Engine engine, InstantSource clock, Threads threads) {
        try {
            return new JdbiDatabase(engine, clock, threads);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private void migrate() {
        try {
            engine.migrations(
                            Flyway.configure(JdbiDatabase.class.getClassLoader())
                                    .locations("classpath:db/migration")
                                    .placeholders(engine.words())
                                    .validateMigrationNaming(true)
                                    .cleanDisabled(true))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("the database cannot be brought up to date", e);
        }
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tx, T> work) {
        return writer.write(work);
    }

    @Override
    public <T> T read(Function<Handle, T> query) {
        return engine.read(query);
    }

    @Override
    public void afterEachGroup(Runnable listener) {
        writer.afterEachGroup(listener);
    }

    @Override
    public Optional<Instant> fullSince() {
        return writer.fullSince();
    }

    /**
     * Finds out whether there is space again where there was none, since nobody may come to write.
     * To be called now and then.
     */
    public void breathe() {
        if (writer.fullSince().isPresent()) {
            write(tx -> tx.handle().execute("update meta set value = value where name = 'epoch'"));
        }
    }

    @Override
    public String epoch() {
        return epoch;
    }

    /**
     * Begins a new life of the data, after a restore or a move: every terminal will load its
     * replica anew. Call it before anything is served.
     */
    public CompletableFuture<String> newEpoch() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        String next = HexFormat.of().formatHex(random);
        return write(
                tx -> {
                    tx.handle()
                            .createUpdate(
                                    """
                                    insert into meta (name, value) values ('epoch', :epoch)
                                    on conflict (name) do update set value = excluded.value
                                    """)
                            .bind("epoch", next)
                            .execute();
                    tx.afterCommit(() -> epoch = next);
                    return next;
                });
    }

    /**
     * Writes a whole, consistent copy to {@code target} while the server goes on.
     *
     * @throws DatabaseException when the target exists or cannot be written, or when this is a
     *     PostgreSQL, which has tools of its own
     */
    public void backup(Path target) {
        engine.backup(target);
    }

    @Override
    public CompletableFuture<Void> settle() {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        write(
                        tx -> {
                            tx.afterCommit(
                                    () -> {
                                        try {
                                            engine.settle(tx.handle().getConnection());
                                            settled.complete(null);
                                        } catch (SQLException e) {
                                            settled.completeExceptionally(
                                                    new DatabaseException("checkpoint", e));
                                        }
                                    });
                            return true;
                        })
                .whenComplete(
                        (_, failed) -> {
                            if (failed != null) {
                                settled.completeExceptionally(failed);
                            }
                        });
        return settled;
    }

    /**
     * For {@link Threads#BY_HAND}: commits all that waits and all that follows from it.
     *
     * @return whether there was anything
     */
    public boolean drain() {
        boolean any = false;
        while (thread == null && commitWaiting()) {
            announce();
            any = true;
        }
        return any;
    }

    /**
     * For {@link Threads#BY_HAND}: commits one group; a crash may follow before {@link #announce}.
     */
    public boolean commitWaiting() {
        return writer.commitWaiting();
    }

    /** For {@link Threads#BY_HAND}: runs what follows the commits so far. */
    public void announce() {
        writer.announce();
    }

    /**
     * For {@link Threads#BY_HAND}: the program dies here. What is committed stays, what waits and
     * what should have followed a commit is lost; open the same file again to go on.
     */
    public void crash() {
        writer.crash();
        engine.close();
    }

    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
        }
        if (thread == null) {
            drain();
            writer.shut();
        } else {
            writer.wakeAndClose();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        engine.close();
    }
}

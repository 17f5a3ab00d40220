package chevet.ward.db;

import chevet.ward.HandClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * One empty, migrated database for one test, on one of the two engines; {@link BothDatabases} hands
 * it in and closes it.
 */
public final class Databases implements AutoCloseable {
    /** Half past noon, Paris time, of the day of the mock-ups. */
    public final HandClock clock = new HandClock("2026-11-21T11:30:00Z");

    private final String name;
    private final Function<Threads, JdbiDatabase> opener;
    private final Runnable remover;
    private final Optional<Path> directory;
    private final List<Path> folders = new ArrayList<>();
    private @Nullable JdbiDatabase open;

    private Databases(
            String name,
            Function<HandClock, Function<Threads, JdbiDatabase>> opener,
            Runnable remover,
            Optional<Path> directory) {
        this.name = name;
        this.directory = directory;
        this.opener = opener.apply(clock);
        this.remover = remover;
    }

    /** The database, opened at the first call with threads of its own. */
    public JdbiDatabase database() {
        return database(Threads.OWN);
    }

    /** The database, opened at the first call. */
    public JdbiDatabase database(Threads threads) {
        JdbiDatabase known = open;
        if (known == null) {
            known = opener.apply(threads);
            open = known;
        }
        return known;
    }

    /** The program dies and starts again: what is committed is there. */
    public JdbiDatabase crashAndReopen() {
        if (open != null) {
            open.crash();
            open = null;
        }
        return database(Threads.BY_HAND);
    }

    /** Runs {@code work} in a transaction and waits for its commit. */
    public <T> T written(Function<Tx, T> work) {
        var future = database().write(work);
        database().drain();
        return future.join();
    }

    public <T> T read(Function<Handle, T> query) {
        return database().read(query);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
        remover.run();
        folders.forEach(Databases::delete);
    }

    /** An empty folder that goes when the database does. */
    public Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("chevet-" + name);
            folders.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where SQLite's files lie; empty for PostgreSQL. */
    public Optional<Path> directory() {
        return directory;
    }

    @Override
    public String toString() {
        return name;
    }

    /** A new SQLite file of its own, copied from a migrated one. */
    public static Databases sqlite() {
        try {
            Path directory = directoryInMemory();
            Path file = Files.write(directory.resolve("ward.db"), Sqlite.MIGRATED);
            return new Databases(
                    "SQLite",
                    clock -> threads -> JdbiDatabase.sqlite(file, clock, threads),
                    () -> delete(directory),
                    Optional.of(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In memory where there is such a disk: what a power cut leaves is tried elsewhere. */
    private static Path directoryInMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "chevet-db")
                : Files.createTempDirectory("chevet-db");
    }

    /** A new database in the one PostgreSQL of this JVM, copied from a migrated one. */
    public static Databases postgres() {
        String name = Postgres.copy();
        return new Databases(
                "PostgreSQL",
                clock -> threads -> JdbiDatabase.postgres(Postgres.url(name), clock, threads),
                () -> Postgres.run("drop database " + name + " with (force)"),
                Optional.empty());
    }

    /** The JDBC URL of a new, migrated database in the one PostgreSQL of this JVM. */
    public static String postgresUrl() {
        return Postgres.url(Postgres.copy());
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives both, one after the other; of the quick tests only SQLite. */
    public static final class Both implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Stream<Supplier<Databases>> engines =
                    "sqlite".equals(System.getProperty("chevet.stores"))
                            ? Stream.of(Databases::sqlite)
                            : Stream.of(Databases::sqlite, Databases::postgres);
            return engines.map(engine -> Arguments.of(engine.get()));
        }
    }

    /** Migrated once per JVM. */
    private static final class Sqlite {
        private static final byte[] MIGRATED = migrate();

        private static byte[] migrate() {
            try {
                Path directory = directoryInMemory();
                Path file = directory.resolve("ward.db");
                JdbiDatabase.sqlite(file, new HandClock("2026-11-21T11:30:00Z"), Threads.BY_HAND)
                        .close();
                byte[] migrated = Files.readAllBytes(file);
                delete(directory);
                return migrated;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Started once per JVM; stops with it. */
    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();
        private static int count;

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized String copy() {
            if (count == 0) {
                run("create database migrated");
                JdbiDatabase.postgres(
                                url("migrated"),
                                new HandClock("2026-11-21T11:30:00Z"),
                                Threads.BY_HAND)
                        .close();
            }
            count++;
            run("create database ward" + count + " template migrated");
            return "ward" + count;
        }

        static String url(String name) {
            return SERVER.getJdbcUrl("postgres", name);
        }

        static void run(String sql) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}

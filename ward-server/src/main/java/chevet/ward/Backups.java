package chevet.ward;

import chevet.config.WardConfig;
import chevet.ward.db.JdbiDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Copies of the database, and the way back. Keys are in neither: they stand apart. */
final class Backups {
    /** How every SQLite file begins (its file format, section 1.3). */
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Backups() {}

    /** Writes a whole copy while the server goes on. */
    static int backup(WardConfig config, Path to, boolean json) {
        if (config.database().isPresent()) {
            Speech.fault(Terms.say("backup.postgres"), json);
            return WardServer.FAILED;
        }
        if (!Files.exists(Layout.of(config).database())) {
            Speech.fault(
                    Terms.say("backup.nothing", Layout.of(config).database().toString()), json);
            return WardServer.FAILED;
        }
        if (Files.exists(to)) {
            Speech.fault(Terms.say("backup.exists", to.toString()), json);
            return WardServer.FAILED;
        }
        try (JdbiDatabase database = Wiring.database(config, Clock.systemUTC())) {
            database.backup(to.toAbsolutePath());
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (json) {
            Speech.json(
                    Map.of("copy", to.toAbsolutePath().toString(), "bytes", to.toFile().length()));
        } else {
            Speech.say(Terms.say("backup.done", to.toString()));
        }
        return WardServer.DONE;
    }

    /**
     * Puts the copy in the database's place and begins a new epoch, so that every terminal loads
     * its replica anew. The database that was there is kept beside it once, as {@code .old}.
     *
     * @param from empty for a PostgreSQL that its own tools have restored
     */
    static int restore(WardConfig config, Optional<Path> from, boolean json) {
        if (from.isPresent() == config.database().isPresent()) {
            Speech.fault(Terms.say(from.isPresent() ? "restore.postgres" : "restore.from"), json);
            return WardServer.WRONG;
        }
        if (from.isPresent() && !isDatabase(from.get())) {
            Speech.fault(Terms.say("restore.no-copy", from.get().toString()), json);
            return WardServer.FAILED;
        }
        return Commands.locked(
                config,
                json,
                mine -> {
                    if (from.isPresent() && !replace(Layout.of(mine).database(), from.get())) {
                        Speech.fault(Terms.say("restore.no-copy", from.get().toString()), json);
                        return WardServer.FAILED;
                    }
                    try (JdbiDatabase database = Wiring.database(mine, Clock.systemUTC())) {
                        database.newEpoch().join();
                        if (json) {
                            Speech.json(Map.of("epoch", database.epoch()));
                        } else {
                            Speech.say(Terms.say("restore.done"));
                        }
                    }
                    return WardServer.DONE;
                });
    }

    /**
     * Killed anywhere in between, the database's place holds the old one or the new one, whole; the
     * old one's log may then lie beside it already, as {@code ward.db.old-wal}.
     *
     * @return false where the copy is cut short or damaged; nothing was changed then
     */
    private static boolean replace(Path database, Path copy) {
        try {
            Path fresh = database.resolveSibling("ward.db.new");
            Files.copy(copy, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            if (!JdbiDatabase.whole(fresh)) {
                Files.delete(fresh);
                return false;
            }
            if (Files.exists(database)) {
                Files.copy(
                        database,
                        database.resolveSibling("ward.db.old"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            // After a crash the log holds what its own database has not, and nothing of the copy.
            Path log = database.resolveSibling("ward.db-wal");
            Path kept = database.resolveSibling("ward.db.old-wal");
            Files.deleteIfExists(kept);
            if (Files.exists(log)) {
                Files.move(log, kept);
            }
            Files.deleteIfExists(database.resolveSibling("ward.db-shm"));
            Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDatabase(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
        } catch (IOException e) {
            return false;
        }
    }
}

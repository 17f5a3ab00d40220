package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.ward.db.Threads;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ward server's file, which survives, and the program's lives, which do not. */
final class SimServer implements Network.Server {
    private static final int DIES_BETWEEN = 4;

    private final Path file;
    private final Path backup;
    private final VirtualTime time;
    private final Chance chance;
    private final Network network;
    private final StayKeys keys;
    private final List<TerminalId> terminals;
    private @Nullable Ward ward;
    private Optional<Instant> backedUp = Optional.empty();
    private Optional<Instant> restoredTo = Optional.empty();
    private int restarts;

    SimServer(
            Path directory,
            VirtualTime time,
            Chance chance,
            Network network,
            StayKeys keys,
            List<TerminalId> terminals) {
        this.file = directory.resolve("ward.db");
        this.backup = directory.resolve("backup.db");
        this.time = time;
        this.chance = chance;
        this.network = network;
        this.keys = keys;
        this.terminals = terminals;
        beat();
    }

    private void beat() {
        time.after(
                Duration.ofSeconds(1),
                () -> {
                    if (ward != null) {
                        ward.core().tick();
                        pump();
                    }
                    beat();
                });
    }

    void start() {
        start(false);
    }

    private void start(boolean restored) {
        if (ward == null) {
            Ward begun =
                    new Ward(
                            new Ward.Ports(
                                    file,
                                    restored,
                                    keys,
                                    time,
                                    Threads.BY_HAND,
                                    network,
                                    terminals));
            ward = begun;
            begun.core().start();
            network.server(this);
            pump();
        }
    }

    /** The power goes; it comes back by itself. */
    void die() {
        Ward dying = ward;
        if (dying != null) {
            restarts++;
            ward = null;
            network.server(null);
            dying.core().close();
            dying.database().crash();
            time.after(chance.upTo(Duration.ofSeconds(20)), this::start);
        }
    }

    int restarts() {
        return restarts;
    }

    void backUp() {
        if (ward != null) {
            delete(backup);
            ward.database().backup(backup);
            backedUp = Optional.of(time.instant());
        }
    }

    /** Somebody restores the backup; does nothing where there is none. */
    void restore() {
        if (ward != null && backedUp.isPresent()) {
            die();
            try {
                delete(file.resolveSibling("ward.db-wal"));
                delete(file.resolveSibling("ward.db-shm"));
                Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (restoredTo.isEmpty() || restoredTo.get().isAfter(backedUp.get())) {
                restoredTo = backedUp;
            }
            start(true);
        }
    }

    /** What was decided after that moment may have been undone by a restore; empty if none was. */
    Optional<Instant> restoredTo() {
        return restoredTo;
    }

    private static void delete(Path old) {
        try {
            Files.deleteIfExists(old);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean running() {
        return ward != null;
    }

    Ward ward() {
        return Objects.requireNonNull(ward);
    }

    /** Something that happens in the ward, in a transaction of its own. */
    void happens(Consumer<Tx> change) {
        if (ward != null) {
            ward.database()
                    .write(
                            tx -> {
                                change.accept(tx);
                                return true;
                            });
            pump();
        }
    }

    @Override
    public void received(String topic, byte[] payload) {
        if (ward != null) {
            ward.core().received(topic, payload, () -> {});
            pump();
        }
    }

    /** Does all that waits; the power may go between any two steps. */
    private void pump() {
        Ward here = ward;
        boolean more = here != null;
        while (more && here != null && ward == here) {
            more = false;
            if (here.database().commitWaiting()) {
                if (chance.bad(DIES_BETWEEN)) {
                    die();
                    return;
                }
                here.database().announce();
                more = true;
            }
            if (here.core().drain()) {
                more = true;
            }
            if (more && chance.bad(DIES_BETWEEN)) {
                die();
                return;
            }
        }
    }

    void close() {
        Ward here = ward;
        ward = null;
        if (here != null) {
            here.close();
        }
    }
}

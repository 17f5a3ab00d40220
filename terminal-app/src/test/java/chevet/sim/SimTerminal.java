package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Commands;
import chevet.terminal.link.LinkCore;
import chevet.terminal.link.LinkIdentity;
import chevet.terminal.link.Loop;
import chevet.terminal.link.MemoryKeys;
import chevet.terminal.link.MemoryStore;
import chevet.terminal.link.TerminalStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One terminal: its disk and keys, which survive, and the program's lives, which do not. */
final class SimTerminal {
    private static final int DIES_BEFORE = 20;
    private static final int DIES_AFTER = 20;
    private static final int DISK_FULL = 30;

    private final TerminalId id;
    private final VirtualTime time;
    private final Chance chance;
    private final Network.Wire wire;
    private final Map<String, Tap> taps;
    private final MemoryStore disk = new MemoryStore();
    private final MemoryKeys keys = new MemoryKeys();
    private @Nullable Life life;

    SimTerminal(
            TerminalId id,
            VirtualTime time,
            Chance chance,
            Network network,
            Map<String, Tap> taps) {
        this.id = id;
        this.time = time;
        this.chance = chance;
        this.wire = network.wire(id);
        this.taps = taps;
    }

    void start() {
        if (life == null) {
            Life begun = new Life();
            life = begun;
            begun.link.onOutcome(
                    (command, outcome) ->
                            Objects.requireNonNull(taps.get(command.id())).told.add(outcome));
            begun.link.start();
        }
    }

    /** The power goes. */
    void die() {
        if (life != null) {
            life = null;
            wire.cut();
        }
    }

    boolean running() {
        return life != null;
    }

    Optional<StayId> stay() {
        return life == null ? Optional.empty() : life.link.snapshot().stay();
    }

    Map<String, String> texts(StreamId.Kind kind) {
        return new TreeMap<>(link().all(kind, "", String.class));
    }

    MemoryKeys keys() {
        return keys;
    }

    TerminalId id() {
        return id;
    }

    /** What lies on the disk, as the next start would see it. */
    TerminalStore.Contents contents() {
        return disk.contents();
    }

    private LinkCore link() {
        return Objects.requireNonNull(life).link;
    }

    void tap(StayId stay, String word) {
        Commands.Sending sending = link().send(Optional.of(stay), "test.tap", word);
        Tap tap = new Tap(sending.id(), id, stay, word);
        taps.put(tap.id, tap);
        sending.kept().thenRun(() -> tap.kept = true);
        sending.kept().exceptionally(_ -> failed(tap));
        sending.outcome()
                .exceptionally(
                        _ -> {
                            tap.givenUp = !tap.failed;
                            return null;
                        });
    }

    private static @Nullable Void failed(Tap tap) {
        tap.failed = true;
        return null;
    }

    /** The program from a start to its end; what it had planned dies with it. */
    private final class Life implements Loop {
        private final LinkCore link =
                new LinkCore(
                        new LinkCore.Ports(
                                new LinkIdentity(Ward.SITE, Ward.WARD, id, "sim"),
                                time,
                                this,
                                wire,
                                new Disk(this),
                                keys,
                                new Random(chance.next()),
                                () -> {}));

        @Override
        public void execute(Runnable work) {
            time.execute(() -> living(work));
        }

        @Override
        public Timer after(Duration delay, Runnable work) {
            return time.after(delay, () -> living(work));
        }

        private void living(Runnable work) {
            if (life == this) {
                try {
                    work.run();
                } catch (Crash _) {
                    die();
                    time.after(chance.upTo(Duration.ofSeconds(30)), SimTerminal.this::start);
                }
            }
        }
    }

    /** The disk, at which the power may go or which may be full. */
    private final class Disk implements TerminalStore {
        private final Life owner;

        Disk(Life owner) {
            this.owner = owner;
        }

        @Override
        public Contents open(String freshSeries) {
            return disk.open(freshSeries);
        }

        @Override
        public void commit(List<Write> writes) {
            if (life != owner) {
                throw new IllegalStateException("a dead program writes");
            }
            if (chance.bad(DISK_FULL)) {
                throw new StoreException("the disk is full", null);
            }
            if (chance.bad(DIES_BEFORE)) {
                throw new Crash();
            }
            List<KeptCommand> gone =
                    disk.contents().outbox().stream()
                            .filter(c -> writes.contains(new Write.RemoveCommand(c.number())))
                            .toList();
            disk.commit(writes);
            boolean dies = chance.bad(DIES_AFTER);
            for (KeptCommand command : gone) {
                Tap tap = Objects.requireNonNull(taps.get(command.id()));
                tap.left++;
                tap.diedLeaving |= dies;
                tap.givenUp |= !command.stay().equals(link().snapshot().stay());
            }
            if (dies) {
                throw new Crash();
            }
        }

        @Override
        public void wipe() {
            disk.wipe();
        }

        @Override
        public void close() {
            disk.close();
        }
    }
}

package chevet.terminal.link;

import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Presence;
import chevet.model.wire.StreamId;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Says this terminal's presence with its cursors, at each connect, every 20 s and whenever
 * something is missing, and judges the answers. On the link's thread.
 */
final class CatchUp {
    static final Duration PERIOD = Duration.ofSeconds(20);

    /** So long an answer may take before the question is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Two keep-alives without a packet: the connection is dead, whatever TCP believes. */
    private static final int QUIET_PERIODS = 2;

    private static final long SHORTEST_MILLIS = 250;
    private static final int MOST_DOUBLINGS = 5;

    private final LinkIdentity identity;
    private final InstantSource clock;
    private final Loop loop;
    private final RandomGenerator random;
    private final ReplicaKeeper keeper;
    private final Line line;
    private long boot;
    private Map<StreamId, Cursor> asked = Map.of();
    private boolean awaiting;
    private boolean missing;
    private int mismatches;
    private int quiet;
    private Loop.@Nullable Timer period;
    private Loop.@Nullable Timer patience;
    private Loop.@Nullable Timer soon;

    CatchUp(LinkCore.Ports ports, ReplicaKeeper keeper, Line line) {
        this.identity = ports.identity();
        this.clock = ports.clock();
        this.loop = ports.loop();
        this.random = ports.random();
        this.keeper = keeper;
        this.line = line;
    }

    void boot(long count) {
        boot = count;
    }

    /** What the broker shall say when the connection breaks, or we when we leave. */
    Bytes goodbye(long connection) {
        return Bytes.of(WireCodec.bytes(presence(connection, false, Map.of())));
    }

    void up() {
        quiet = 0;
        mismatches = 0;
        ask();
        again();
    }

    void down() {
        period = cancelled(period);
        patience = cancelled(patience);
        soon = cancelled(soon);
        awaiting = false;
    }

    /** The cursors that the latest presence said. */
    Map<StreamId, Cursor> asked() {
        return asked;
    }

    void heard() {
        quiet = 0;
    }

    /** Asks at once. */
    void ask() {
        if (!line.up()) {
            return;
        }
        missing = false;
        asked = keeper.cursors();
        line.publish(
                Topics.presence(identity.ward(), identity.terminal()),
                WireCodec.bytes(presence(line.connection(), true, asked)),
                0);
        awaiting = true;
        cancelled(patience);
        patience = loop.after(PATIENCE, this::ask);
    }

    /** Something is missing: asks, once the answer to the question before is here. */
    void missing() {
        missing = true;
        if (!awaiting) {
            askSoon();
        }
    }

    /** True where this says that the replica is complete. */
    boolean complete(Down.Current current) {
        if (!current.answers().equals(boot + "/" + line.connection())) {
            return false;
        }
        awaiting = false;
        patience = cancelled(patience);
        if (missing || !keeper.reaches(current.heads())) {
            askSoon();
            return false;
        }
        mismatches = 0;
        return true;
    }

    private void askSoon() {
        if (soon == null && line.up()) {
            long most = SHORTEST_MILLIS << Math.min(mismatches, MOST_DOUBLINGS);
            mismatches++;
            // Jitter: what one terminal of a ward has lost, the others may have lost too.
            soon =
                    loop.after(
                            Duration.ofMillis(1 + random.nextLong(most)),
                            () -> {
                                soon = null;
                                ask();
                            });
        }
    }

    private void again() {
        cancelled(period);
        period =
                loop.after(
                        PERIOD,
                        () -> {
                            quiet++;
                            if (quiet > QUIET_PERIODS) {
                                line.drop();
                            } else {
                                ask();
                                again();
                            }
                        });
    }

    private Presence presence(long connection, boolean online, Map<StreamId, Cursor> cursors) {
        return new Presence(
                identity.terminal(),
                boot,
                connection,
                online,
                clock.instant(),
                identity.version(),
                cursors);
    }

    private static Loop.@Nullable Timer cancelled(Loop.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
        return null;
    }
}

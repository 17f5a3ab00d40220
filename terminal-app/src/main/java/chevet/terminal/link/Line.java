package chevet.terminal.link;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the broker, made again and again: each time a new one, after a back-off with
 * jitter, since a hospital's terminals come back together after a power cut. On the link's thread.
 */
final class Line {
    /** A connection that is not up by then is given up; a cold storm of TLS takes 17 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration SPREAD = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final TerminalWire wire;
    private final Loop loop;
    private final RandomGenerator random;
    private final Owner owner;
    private @Nullable Attempt attempt;
    private Loop.@Nullable Timer patience;
    private Loop.@Nullable Timer next;
    private long connections;
    private int failures;
    private boolean closed;

    /** Whose line it is. */
    interface Owner {
        TerminalWire.Offer offer(long connection);

        void up(int receiveMaximum);

        void received(String topic, byte[] payload);

        void down();
    }

    Line(TerminalWire wire, Loop loop, RandomGenerator random, Owner owner) {
        this.wire = wire;
        this.loop = loop;
        this.random = random;
        this.owner = owner;
    }

    void open() {
        next = null;
        if (closed) {
            return;
        }
        connections++;
        Attempt fresh = new Attempt();
        attempt = fresh;
        patience = loop.after(PATIENCE, () -> fresh.ended());
        fresh.connection = wire.open(owner.offer(connections), fresh);
    }

    boolean up() {
        return attempt != null && attempt.up;
    }

    /** Counts connections since the start. */
    long connection() {
        return connections;
    }

    boolean publish(String topic, byte[] payload, int qos) {
        return attempt != null
                && attempt.up
                && attempt.connection != null
                && attempt.connection.publish(topic, payload, qos);
    }

    /** The server has shown that it lives: the next back-off is short again. */
    void healthy() {
        failures = 0;
    }

    /** Gives the connection up and makes a new one. */
    void drop() {
        if (attempt != null) {
            attempt.ended();
        }
    }

    void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
        if (attempt != null) {
            attempt.ended();
        }
    }

    private void again() {
        if (closed) {
            return;
        }
        long most = Math.min(SPREAD.toMillis() << Math.min(failures, 3), LONGEST.toMillis());
        failures++;
        next = loop.after(Duration.ofMillis(50 + random.nextLong(most)), this::open);
    }

    private final class Attempt implements TerminalWire.Listener {
        private TerminalWire.@Nullable Connection connection;
        private boolean up;

        @Override
        public void connected(int receiveMaximum) {
            loop.execute(
                    () -> {
                        if (attempt == this && !up) {
                            up = true;
                            stopWaiting();
                            owner.up(receiveMaximum);
                        }
                    });
        }

        @Override
        public void received(String topic, byte[] payload) {
            loop.execute(
                    () -> {
                        if (attempt == this) {
                            owner.received(topic, payload);
                        }
                    });
        }

        @Override
        public void lost() {
            loop.execute(() -> ended());
        }

        private void ended() {
            if (attempt != this) {
                return;
            }
            attempt = null;
            stopWaiting();
            if (connection != null) {
                connection.close();
            }
            if (up) {
                owner.down();
            }
            again();
        }

        private void stopWaiting() {
            if (patience != null) {
                patience.cancel();
                patience = null;
            }
        }
    }
}

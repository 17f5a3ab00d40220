package chevet.e2e;

import chevet.terminal.link.TerminalWire;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A wire that delays, doubles and now and then swaps what goes either way, from a seed. Mostly it
 * keeps the order, as TCP does; the second of two doubles comes late, and so does what is swapped.
 */
final class RoughWire implements TerminalWire {
    private static final int PUSH_MILLIS = 20;
    private static final int MOST_PUSHES = 50;
    private static final double DOUBLED = 0.2;
    private static final double DELAYED = 0.3;
    private static final double SWAPPED = 0.01;
    private static final int LONGEST_MILLIS = 400;

    private final TerminalWire wire;
    private final Random chance;
    private final ScheduledExecutorService later;
    private volatile Runnable breaking = () -> {};

    RoughWire(TerminalWire wire, Random chance, ScheduledExecutorService later) {
        this.wire = wire;
        this.chance = chance;
        this.later = later;
    }

    @Override
    public Connection open(Offer offer, Listener listener) {
        Lane down = new Lane();
        Lane up = new Lane();
        Connection connection =
                wire.open(
                        offer,
                        new Listener() {
                            @Override
                            public void connected(int receiveMaximum) {
                                listener.connected(receiveMaximum);
                            }

                            @Override
                            public void received(String topic, byte[] payload) {
                                down.carry(() -> listener.received(topic, payload));
                            }

                            @Override
                            public void lost() {
                                listener.lost();
                            }
                        });
        breaking =
                () -> {
                    connection.close();
                    listener.lost();
                };
        return new Connection() {
            @Override
            public boolean publish(String topic, byte[] payload, int qos) {
                up.carry(() -> push(connection, topic, payload, qos, MOST_PUSHES));
                return true;
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }

    /** The connection is lost. */
    void drop() {
        breaking.run();
    }

    /**
     * Doubles fill the room that the server gives; what finds none tries again, as the link does.
     */
    private void push(Connection connection, String topic, byte[] payload, int qos, int pushes) {
        if (!connection.publish(topic, payload, qos) && pushes > 0) {
            later.schedule(
                    () -> push(connection, topic, payload, qos, pushes - 1),
                    PUSH_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** One direction of one connection. */
    private final class Lane {
        /** What falls due first takes the first of these: timers alone would swap neighbours. */
        private final Queue<Runnable> inOrder = new ConcurrentLinkedQueue<>();

        private long last;

        synchronized void carry(Runnable message) {
            synchronized (chance) {
                long now = System.nanoTime();
                if (chance.nextDouble() < DOUBLED) {
                    at(now + delay(), message);
                }
                if (chance.nextDouble() < SWAPPED) {
                    at(now + delay(), message);
                } else {
                    long own = chance.nextDouble() < DELAYED ? now + delay() : now;
                    last = Math.max(last + 1, own);
                    inOrder.add(message);
                    at(last, () -> inOrder.remove().run());
                }
            }
        }

        private long delay() {
            return TimeUnit.MILLISECONDS.toNanos(chance.nextInt(LONGEST_MILLIS));
        }

        private void at(long time, Runnable message) {
            later.schedule(message, time - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}

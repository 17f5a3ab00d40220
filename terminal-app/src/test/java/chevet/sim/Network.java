package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.terminal.link.TerminalWire;
import chevet.ward.sync.WardWire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The network and its broker: messages take their time and so overtake each other, some come twice,
 * some never, and a terminal can be cut off in one direction or both. It does worse than TCP does:
 * what holds here holds there.
 */
final class Network implements WardWire {
    private static final Duration SLOWEST = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofSeconds(8);
    private static final int LOST = 150;
    private static final int DOUBLED = 200;
    private static final int DELAYED = 200;
    private static final int RECEIVE_MAXIMUM = 10;

    private final VirtualTime time;
    private final Chance chance;
    private final Map<TerminalId, Wire> wires = new TreeMap<>();
    private @Nullable Server server;
    private long trace;

    /** The program at the broker's side. */
    interface Server {
        void received(String topic, byte[] payload);
    }

    Network(VirtualTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
    }

    /** A number that two runs share only when they went the same way. */
    long trace() {
        return trace;
    }

    Wire wire(TerminalId terminal) {
        return wires.computeIfAbsent(terminal, _ -> new Wire());
    }

    /** Null while it is down; all connections end when it goes. */
    void server(@Nullable Server now) {
        server = now;
        if (now == null) {
            wires.values().forEach(Wire::cut);
        }
    }

    @Override
    public void publish(String topic, byte[] payload, int qos) {
        for (Wire wire : wires.values()) {
            Line line = wire.line;
            if (line != null && line.up && line.offer.subscriptions().contains(topic)) {
                send(wire.deaf, () -> line.deliver(topic, payload));
            }
        }
    }

    private void send(boolean blocked, Runnable arrival) {
        boolean lost = chance.bad(LOST);
        if (blocked || lost) {
            return;
        }
        travel(arrival);
        if (chance.bad(DOUBLED)) {
            travel(arrival);
        }
    }

    private void travel(Runnable arrival) {
        Duration way = chance.upTo(chance.bad(DELAYED) ? LATE : SLOWEST);
        time.after(way, arrival);
    }

    private void note(String topic, byte[] payload) {
        trace = trace * 31 + time.instant().toEpochMilli();
        trace = trace * 31 + topic.hashCode();
        trace = trace * 31 + payload.length;
    }

    /** One terminal's way to the broker. */
    final class Wire implements TerminalWire {
        private @Nullable Line line;
        private boolean deaf;
        private boolean dumb;

        /**
         * @param deafNow nothing comes down any more
         * @param dumbNow nothing goes up any more
         */
        void part(boolean deafNow, boolean dumbNow) {
            deaf = deafNow;
            dumb = dumbNow;
        }

        /** The connection breaks, and both ends notice sooner or later. */
        void cut() {
            Line broken = line;
            if (broken != null) {
                broken.end();
                time.after(chance.upTo(Duration.ofSeconds(5)), broken.listener::lost);
            }
        }

        @Override
        public Connection open(Offer offer, Listener listener) {
            if (line != null) {
                // A client id has one connection: the broker ends the older one.
                line.end();
            }
            Line fresh = new Line(offer, listener);
            line = fresh;
            time.after(
                    chance.upTo(SLOWEST),
                    () -> {
                        if (server == null || deaf || dumb) {
                            listener.lost();
                        } else if (line == fresh && !fresh.ended) {
                            fresh.up = true;
                            listener.connected(RECEIVE_MAXIMUM);
                        }
                    });
            return new Connection() {
                @Override
                public boolean publish(String topic, byte[] payload, int qos) {
                    if (!fresh.up || chance.bad(50)) {
                        return false;
                    }
                    send(dumb, () -> toServer(topic, payload));
                    return true;
                }

                @Override
                public void close() {
                    fresh.end();
                }
            };
        }
    }

    private void toServer(String topic, byte[] payload) {
        Server here = server;
        if (here != null) {
            note(topic, payload);
            here.received(topic, payload);
        }
    }

    private final class Line {
        private final TerminalWire.Offer offer;
        private final TerminalWire.Listener listener;
        private boolean up;
        private boolean ended;

        Line(TerminalWire.Offer offer, TerminalWire.Listener listener) {
            this.offer = offer;
            this.listener = listener;
        }

        void deliver(String topic, byte[] payload) {
            if (up) {
                note(topic, payload);
                listener.received(topic, payload);
            }
        }

        /** The broker speaks the last will, late: it has to notice first. */
        void end() {
            boolean will = up;
            up = false;
            ended = true;
            if (will) {
                time.after(
                        chance.upTo(Duration.ofSeconds(30)),
                        () -> toServer(offer.willTopic(), offer.will().array()));
            }
        }
    }

    List<TerminalId> terminals() {
        return new ArrayList<>(wires.keySet());
    }
}

package chevet.terminal.link;

import chevet.model.wire.Command;
import chevet.model.wire.Down;
import chevet.model.wire.Presence;
import chevet.model.wire.WireCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A wire whose far end is the test: it sees what is published, and says what comes. */
final class HandWire implements TerminalWire {
    private final List<Presence> presences = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final List<chevet.model.wire.Ask> asks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private boolean refusing;

    private final class Line implements Connection {
        private final Offer offer;
        private final Listener listener;
        private boolean closed;

        Line(Offer offer, Listener listener) {
            this.offer = offer;
            this.listener = listener;
        }

        @Override
        public boolean publish(String topic, byte[] payload, int qos) {
            if (refusing) {
                return false;
            }
            if (topic.contains("/presence/")) {
                presences.add(WireCodec.presence(payload));
            } else if (topic.contains("/up/")) {
                commands.add(WireCodec.command(payload));
            } else {
                asks.add(WireCodec.ask(payload));
            }
            return true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public Connection open(Offer offer, Listener listener) {
        Line line = new Line(offer, listener);
        lines.add(line);
        return line;
    }

    private Line line() {
        return Objects.requireNonNull(lines.getLast());
    }

    int opened() {
        return lines.size();
    }

    boolean closed() {
        return line().closed;
    }

    Presence will() {
        return WireCodec.presence(line().offer.will().array());
    }

    void refuse(boolean now) {
        refusing = now;
    }

    void connect(int receiveMaximum) {
        line().listener.connected(receiveMaximum);
    }

    void lose() {
        line().listener.lost();
    }

    void say(Down message) {
        line().listener.received("down", WireCodec.bytes(message));
    }

    void say(String topic, byte[] payload) {
        line().listener.received(topic, payload);
    }

    /** All since the last time this was asked. */
    List<Command> commands() {
        List<Command> taken = List.copyOf(commands);
        commands.clear();
        return taken;
    }

    /** All since the last time this was asked. */
    List<Presence> presences() {
        List<Presence> taken = List.copyOf(presences);
        presences.clear();
        return taken;
    }

    int asks() {
        return asks.size();
    }

    chevet.model.wire.Ask lastAsk() {
        return asks.getLast();
    }
}

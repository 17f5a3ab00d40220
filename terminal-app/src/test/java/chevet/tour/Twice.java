package chevet.tour;

import chevet.terminal.link.TerminalWire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Has everything that a terminal says arrive twice, as a network may do it. */
final class Twice {
    private final List<String> doubled = new CopyOnWriteArrayList<>();

    /** How many messages that hold that word went out twice. */
    long doubled(String word) {
        return doubled.stream().filter(each -> each.contains(word)).count();
    }

    /** That wire, used twice. */
    TerminalWire over(TerminalWire wire) {
        return (offer, listener) -> connection(wire.open(offer, listener));
    }

    private TerminalWire.Connection connection(TerminalWire.Connection connection) {
        return new TerminalWire.Connection() {
            @Override
            public boolean publish(String topic, byte[] payload, int qos) {
                boolean sent = connection.publish(topic, payload, qos);
                if (sent && connection.publish(topic, payload, qos)) {
                    doubled.add(new String(payload, StandardCharsets.UTF_8));
                }
                return sent;
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }
}

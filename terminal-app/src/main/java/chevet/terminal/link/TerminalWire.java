package chevet.terminal.link;

import java.util.List;

/** The broker as a terminal's link sees it. */
public interface TerminalWire {
    /**
     * Begins a new connection: connects with a clean start, subscribes to all, then says {@link
     * Listener#connected}. Never blocks. What the listener is told comes on any thread, in order.
     */
    Connection open(Offer offer, Listener listener);

    /**
     * @param subscriptions topics, QoS 1
     * @param willTopic where the broker says that this terminal is gone, QoS 1, not retained
     */
    record Offer(List<String> subscriptions, String willTopic, Bytes will) {}

    /** One connection, from its beginning to its end; it is never opened again. */
    interface Connection {
        /**
         * Never blocks and never throws.
         *
         * @return false when it was not sent and will not be
         */
        boolean publish(String topic, byte[] payload, int qos);

        /** Ends it; nothing more is told of it. What was published just now may still go out. */
        void close();
    }

    /** Who is told what becomes of a connection. */
    interface Listener {
        /**
         * @param receiveMaximum how many QoS 1 messages the server takes unacknowledged
         */
        void connected(int receiveMaximum);

        void received(String topic, byte[] payload);

        /** It could not be made, or it broke; told once. */
        void lost();
    }
}

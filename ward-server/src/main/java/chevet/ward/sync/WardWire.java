package chevet.ward.sync;

/**
 * The broker as the sync core sees it: the embedded one in process, a client of an external one, or
 * a simulation's. Publishing is QoS 1 for {@code down} and shared topics and QoS 0 for answers;
 * nothing is retained.
 */
public interface WardWire {
    /** Never blocks; what cannot be delivered now is lost, and found by catch-up. */
    void publish(String topic, byte[] payload, int qos);

    /** Who receives what terminals publish; called on the broker's threads. */
    interface Receiver {
        /**
         * @param done runs when the message is dealt with: for a command, after its commit, or when
         *     it could not be kept (it has no outcome then, and the terminal sends it again); the
         *     broker then acknowledges
         */
        void received(String topic, byte[] payload, Runnable done);
    }
}

package chevet.ward.db;

/** Who lets the queues run. */
public enum Threads {
    /** Threads of their own: a server. */
    OWN,
    /**
     * Whoever calls {@code drain()}: a simulation, in which one thread does everything in order.
     */
    BY_HAND
}

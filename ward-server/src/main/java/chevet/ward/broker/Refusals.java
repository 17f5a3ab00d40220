package chevet.ward.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the broker refused, as {@code chevet.broker.refused} with the tag {@code what}; logs
 * ids, never contents. Safe for all threads.
 */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Why something was refused. */
    enum What {
        /** No certificate, one of an unknown authority, or no TLS at all. */
        TLS,
        /** Not MQTT 5. */
        VERSION,
        /** An id that cannot stand in a topic. */
        CLIENT_ID,
        /** The client's id is not its certificate's common name. */
        OTHERS_NAME,
        /** No terminal of this server. */
        UNKNOWN_TERMINAL,
        /** Not a clean start, or a session that would outlive its connection. */
        SESSION,
        /** A last will that is not the terminal's own presence. */
        WILL,
        /** A topic that is not the terminal's own to publish on. */
        PUBLISH,
        /** A topic that is not the terminal's to subscribe to, or a shared subscription. */
        SUBSCRIBE,
        /** Retained messages are not kept. */
        RETAIN,
        /** More messages than a terminal ever needs. */
        FLOOD,
        /** A packet over 1 MiB. */
        TOO_LARGE,
        /** Not MQTT as the standard has it. */
        MALFORMED
    }

    private final Map<What, Counter> counters = new EnumMap<>(What.class);

    Refusals(MeterRegistry meters) {
        for (What what : What.values()) {
            counters.put(
                    what,
                    Counter.builder("chevet.broker.refused")
                            .description("What the broker refused")
                            .tag("what", what.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(meters));
        }
    }

    /**
     * @param client an id of ours; what a stranger sent must not reach the log
     */
    void count(What what, String client) {
        count(what);
        LOG.info("refused {} of {}", what, client);
    }

    void count(What what) {
        Counter counter = counters.get(what);
        if (counter != null) {
            counter.increment();
        }
    }
}

package chevet.ward;

import chevet.ward.hl7.FeedMeter;
import chevet.ward.sync.SyncMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What is counted, for {@code /metrics}; no label holds an id or a name. */
final class Meters {
    private Meters() {}

    static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return registry;
    }

    static SyncMeter sync(MeterRegistry registry) {
        Map<SyncMeter.What, Counter> counters = new EnumMap<>(SyncMeter.What.class);
        for (SyncMeter.What what : SyncMeter.What.values()) {
            counters.put(
                    what,
                    Counter.builder("chevet.sync")
                            .description("What happened on the roads")
                            .tag("what", what.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
        return (what, times) -> {
            Counter counter = counters.get(what);
            if (counter != null) {
                counter.increment((double) times);
            }
        };
    }

    /** What the hospital's feed did. */
    static FeedMeter feed(MeterRegistry registry) {
        Map<FeedMeter.What, Counter> counters = new EnumMap<>(FeedMeter.What.class);
        for (FeedMeter.What what : FeedMeter.What.values()) {
            counters.put(
                    what,
                    Counter.builder("chevet.hl7")
                            .description("What became of HL7 messages")
                            .tag("what", what.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
        return what -> {
            Counter counter = counters.get(what);
            if (counter != null) {
                counter.increment();
            }
        };
    }
}

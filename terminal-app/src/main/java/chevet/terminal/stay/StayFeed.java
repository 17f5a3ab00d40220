package chevet.terminal.stay;

import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Watch;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings facts from the link to the interactor. It is told of changes on the link's thread, reads
 * on a worker, and hands over on the JavaFX thread; several changes while a reading waits become
 * one.
 */
final class StayFeed implements AutoCloseable {
    private static final List<Kind> KINDS = List.of(Kind.TERMINAL, Kind.STAY, Kind.WARD);

    private final StayPorts ports;
    private final FactsReader reader;
    private final StayInteractor interactor;
    private final Work work;
    private final AtomicLong stays = new AtomicLong();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final List<Watch> watches = new ArrayList<>();

    StayFeed(StayPorts ports, StayInteractor interactor, Work work) {
        this.ports = ports;
        this.reader = new FactsReader(ports.replica(), ports.outbox());
        this.interactor = interactor;
        this.work = work;
    }

    /** Begins to listen; the first facts follow at once. */
    void start() {
        work.apart()
                .execute(
                        () -> {
                            for (Kind kind : KINDS) {
                                watches.add(ports.replica().watch(kind, _ -> changed()));
                            }
                            watches.add(ports.outbox().watch(this::changed));
                        });
    }

    /** What was read before is worth nothing any more. On the JavaFX thread. */
    void forget() {
        stays.incrementAndGet();
        changed();
    }

    private void changed() {
        if (!reading.getAndSet(true)) {
            work.apart().execute(this::read);
        }
    }

    private void read() {
        long stay = stays.get();
        // What changes from here on is read again.
        reading.set(false);
        StayFacts facts = reader.read();
        work.screen()
                .execute(
                        () -> {
                            if (stays.get() == stay) {
                                interactor.facts(facts);
                            }
                        });
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}

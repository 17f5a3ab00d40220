package chevet.terminal.tv;

import chevet.model.tv.Favourites;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings facts and outcomes to the interactor. It is told of changes on others' threads, reads on a
 * worker, and hands over on the JavaFX thread; several changes while a reading waits become one.
 */
final class TvFeed implements AutoCloseable {
    private static final List<StreamId.Kind> KINDS =
            List.of(
                    StreamId.Kind.TERMINAL,
                    StreamId.Kind.STAY,
                    StreamId.Kind.WARD,
                    StreamId.Kind.HOUSE);

    private final Replica replica;
    private final Outbox outbox;
    private final Guides guides;
    private final FactsReader reader;
    private final TvInteractor interactor;
    private final WardTime time;
    private final Work work;
    private final AtomicLong stays = new AtomicLong();
    private final Set<StreamId.Kind> changed = EnumSet.noneOf(StreamId.Kind.class);
    private boolean reading;
    private final List<Watch> watches = new ArrayList<>();

    TvFeed(TvPorts ports, TvInteractor interactor, WardTime time, Work work) {
        this.replica = ports.replica();
        this.outbox = ports.outbox();
        this.guides = ports.guides();
        this.reader = new FactsReader(replica, outbox, guides);
        this.interactor = interactor;
        this.time = time;
        this.work = work;
    }

    /** Begins to listen; the first facts follow at once. */
    void start() {
        time.minuteProperty()
                .addListener(
                        (_, before, now) -> {
                            if (!before.toLocalDate().equals(now.toLocalDate())) {
                                changed(Set.of());
                            }
                        });
        work.apart()
                .execute(
                        () -> {
                            watches.add(
                                    outbox.onOutcome(
                                            (command, outcome) -> {
                                                if (command.type().equals(Favourites.TYPE)) {
                                                    outcome(
                                                            command.id(),
                                                            outcome.status()
                                                                    == chevet.model.wire.Outcome
                                                                            .Status.ACCEPTED);
                                                }
                                            }));
                            for (StreamId.Kind kind : KINDS) {
                                watches.add(replica.watch(kind, _ -> changed(Set.of(kind))));
                            }
                            watches.add(outbox.watch(() -> changed(Set.of())));
                            watches.add(guides.watch(() -> changed(Set.of())));
                        });
    }

    /** What was read before is worth nothing any more. On the JavaFX thread. */
    void forget() {
        stays.incrementAndGet();
        work.apart().execute(reader::forget);
        changed(KINDS);
    }

    private void changed(Collection<StreamId.Kind> kinds) {
        synchronized (changed) {
            changed.addAll(kinds);
            if (reading) {
                return;
            }
            reading = true;
        }
        work.apart().execute(this::read);
    }

    private void read() {
        long stay = stays.get();
        Set<StreamId.Kind> kinds = EnumSet.noneOf(StreamId.Kind.class);
        synchronized (changed) {
            kinds.addAll(changed);
            changed.clear();
            reading = false;
        }
        TvFacts facts = reader.read(kinds, time.at(time.now()).toLocalDate());
        hand(stay, () -> interactor.facts(facts));
    }

    private void outcome(String command, boolean accepted) {
        hand(stays.get(), () -> interactor.outcome(command, accepted));
    }

    private void hand(long stay, Runnable what) {
        work.screen()
                .execute(
                        () -> {
                            if (stays.get() == stay) {
                                what.run();
                            }
                        });
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}

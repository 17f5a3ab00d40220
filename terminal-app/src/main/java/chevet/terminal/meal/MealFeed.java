package chevet.terminal.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings facts and outcomes from the link to the interactor. It is told of changes on the link's
 * thread, reads on a worker, and hands over on the JavaFX thread; several changes while a reading
 * waits become one.
 */
final class MealFeed implements AutoCloseable {
    private static final List<StreamId.Kind> KINDS =
            List.of(
                    StreamId.Kind.TERMINAL,
                    StreamId.Kind.STAY,
                    StreamId.Kind.WARD,
                    StreamId.Kind.HOUSE);

    private final Replica replica;
    private final Outbox outbox;
    private final FactsReader reader;
    private final MealInteractor interactor;
    private final Work work;
    private final AtomicLong stays = new AtomicLong();
    private final Set<StreamId.Kind> changed = EnumSet.noneOf(StreamId.Kind.class);
    private boolean reading;
    private final List<Watch> watches = new ArrayList<>();

    MealFeed(Replica replica, Outbox outbox, MealInteractor interactor, Work work) {
        this.replica = replica;
        this.outbox = outbox;
        this.reader = new FactsReader(replica, outbox);
        this.interactor = interactor;
        this.work = work;
    }

    /** Begins to listen; the first facts follow at once. */
    void start() {
        work.apart()
                .execute(
                        () -> {
                            watches.add(outbox.onOutcome(this::outcome));
                            for (StreamId.Kind kind : KINDS) {
                                watches.add(replica.watch(kind, _ -> changed(Set.of(kind))));
                            }
                            watches.add(outbox.watch(() -> changed(Set.of())));
                        });
    }

    /**
     * What was read before is worth nothing any more: all of it is read anew, over what was. On the
     * JavaFX thread.
     */
    void forget() {
        stays.incrementAndGet();
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
        MealFacts facts = reader.read(kinds);
        work.screen()
                .execute(
                        () -> {
                            if (stays.get() == stay) {
                                interactor.facts(facts);
                            }
                        });
    }

    private void outcome(Command command, Outcome outcome) {
        Optional<ChooseTray> choice =
                command.type().equals(ChooseTray.TYPE)
                        ? FactsReader.choice(command)
                        : Optional.empty();
        long stay = stays.get();
        choice.ifPresent(
                tray ->
                        work.screen()
                                .execute(
                                        () -> {
                                            if (stays.get() == stay) {
                                                interactor.outcome(
                                                        command.id(),
                                                        command.stay(),
                                                        tray,
                                                        outcome);
                                            }
                                        }));
    }

    @Override
    public void close() {
        for (Watch watch : watches) {
            watch.close();
        }
    }
}

package chevet.terminal.tv;

import chevet.model.tv.Favourites;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.StreamFeed;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Set;

/** Brings facts and outcomes to the interactor, as {@link StreamFeed} does. */
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
    private final StreamFeed<TvFacts> feed;

    TvFeed(TvPorts ports, TvInteractor interactor, WardTime time, Work work) {
        this.replica = ports.replica();
        this.outbox = ports.outbox();
        this.guides = ports.guides();
        this.reader = new FactsReader(replica, outbox, guides);
        this.interactor = interactor;
        this.time = time;
        this.work = work;
        this.feed = new StreamFeed<>(work, KINDS, this::read, interactor::facts);
    }

    private TvFacts read(Set<StreamId.Kind> changed) {
        return reader.read(changed, time.at(time.now()).toLocalDate());
    }

    /** Begins to listen; the first facts follow at once. */
    void start() {
        time.minuteProperty()
                .addListener(
                        (_, before, now) -> {
                            if (!before.toLocalDate().equals(now.toLocalDate())) {
                                feed.changed();
                            }
                        });
        feed.start(
                replica,
                outbox,
                () -> List.of(outbox.onOutcome(this::outcome), guides.watch(feed::changed)));
    }

    /** What was read before is worth nothing any more. On the JavaFX thread. */
    void forget() {
        work.apart().execute(reader::forget);
        feed.forget();
    }

    private void outcome(Command command, Outcome outcome) {
        if (command.type().equals(Favourites.TYPE)) {
            boolean accepted = outcome.status() == Outcome.Status.ACCEPTED;
            feed.hand(() -> interactor.outcome(command.id(), accepted));
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}

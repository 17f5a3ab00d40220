package chevet.terminal.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.wire.Command;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.StreamFeed;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Optional;

/** Brings facts and outcomes from the link to the interactor, as {@link StreamFeed} does. */
final class MealFeed implements AutoCloseable {
    private static final List<StreamId.Kind> KINDS =
            List.of(
                    StreamId.Kind.TERMINAL,
                    StreamId.Kind.STAY,
                    StreamId.Kind.WARD,
                    StreamId.Kind.HOUSE);

    private final Replica replica;
    private final Outbox outbox;
    private final MealInteractor interactor;
    private final StreamFeed<MealFacts> feed;

    MealFeed(Replica replica, Outbox outbox, MealInteractor interactor, Work work) {
        this.replica = replica;
        this.outbox = outbox;
        this.interactor = interactor;
        FactsReader reader = new FactsReader(replica, outbox);
        this.feed = new StreamFeed<>(work, KINDS, reader::read, interactor::facts);
    }

    /** Begins to listen; the first facts follow at once. */
    void start() {
        feed.start(replica, outbox, () -> List.of(outbox.onOutcome(this::outcome)));
    }

    /** All is read anew, over what was. On the JavaFX thread. */
    void forget() {
        feed.forget();
    }

    private void outcome(Command command, Outcome outcome) {
        Optional<ChooseTray> choice =
                command.type().equals(ChooseTray.TYPE)
                        ? FactsReader.choice(command)
                        : Optional.empty();
        choice.ifPresent(
                tray ->
                        feed.hand(
                                () ->
                                        interactor.outcome(
                                                command.id(), command.stay(), tray, outcome)));
    }

    @Override
    public void close() {
        feed.close();
    }
}

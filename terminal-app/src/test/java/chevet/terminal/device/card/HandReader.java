package chevet.terminal.device.card;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A reader into which a test puts cards. */
public final class HandReader implements CardReader {
    private final List<Consumer<Event>> watchers = new CopyOnWriteArrayList<>();

    public void insert(Card card) {
        watchers.forEach(watcher -> watcher.accept(new Event.Inserted(card)));
    }

    public void remove(Card card) {
        watchers.forEach(watcher -> watcher.accept(new Event.Removed(card)));
    }

    @Override
    public void watch(Consumer<Event> told) {
        watchers.add(told);
    }

    @Override
    public void close() {
        watchers.clear();
    }
}

package chevet.terminal.shell;

import chevet.model.wire.StreamId;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings what the link knows to a screen. It is told of changes on others' threads, reads on a
 * worker, and hands over on the JavaFX thread; several changes while a reading waits become one,
 * and what was read of a stay that has gone reaches nobody.
 *
 * @param <F> what is read
 */
public final class StreamFeed<F> implements AutoCloseable {
    private final Work work;
    private final Set<StreamId.Kind> kinds;
    private final Function<Set<StreamId.Kind>, F> reader;
    private final Consumer<F> taker;
    private final AtomicLong stays = new AtomicLong();
    private final Set<StreamId.Kind> changed = EnumSet.noneOf(StreamId.Kind.class);
    private final List<Watch> watches = new ArrayList<>();
    private boolean reading;

    /**
     * @param kinds of streams that it reads
     * @param reader reads after those kinds have changed; on the worker, one reading at a time
     * @param taker gets it on the JavaFX thread
     */
    public StreamFeed(
            Work work,
            Collection<StreamId.Kind> kinds,
            Function<Set<StreamId.Kind>, F> reader,
            Consumer<F> taker) {
        this.work = work;
        this.kinds = EnumSet.copyOf(kinds);
        this.reader = reader;
        this.taker = taker;
    }

    /**
     * Begins to listen; the first reading follows at once.
     *
     * @param more what else is listened to, begun on the worker
     */
    public void start(Replica replica, Outbox outbox, Supplier<List<Watch>> more) {
        work.apart()
                .execute(
                        () -> {
                            watches.addAll(more.get());
                            for (StreamId.Kind kind : kinds) {
                                watches.add(replica.watch(kind, _ -> changed(Set.of(kind))));
                            }
                            watches.add(outbox.watch(this::changed));
                        });
    }

    /** Something else than a stream has changed. For all threads. */
    public void changed() {
        changed(Set.of());
    }

    private void changed(Collection<StreamId.Kind> which) {
        synchronized (changed) {
            changed.addAll(which);
            if (reading) {
                return;
            }
            reading = true;
        }
        work.apart().execute(this::read);
    }

    private void read() {
        long stay = stays.get();
        Set<StreamId.Kind> which = EnumSet.noneOf(StreamId.Kind.class);
        synchronized (changed) {
            which.addAll(changed);
            changed.clear();
            reading = false;
        }
        F read = reader.apply(which);
        hand(stay, () -> taker.accept(read));
    }

    /** Does it on the JavaFX thread, unless the stay has gone by then. For all threads. */
    public void hand(Runnable what) {
        hand(stays.get(), what);
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

    /**
     * What was read before is worth nothing any more: all of it is read anew, over what was. On the
     * JavaFX thread.
     */
    public void forget() {
        stays.incrementAndGet();
        changed(kinds);
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}

package chevet.terminal.device.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readers that pcscd knows. One thread waits for what happens in them, another speaks with the
 * cards, each in contexts of its own.
 */
public final class PcscReader implements CardReader {
    private static final Logger LOG = LoggerFactory.getLogger(PcscReader.class);

    /** SCARD_STATE_PRESENT: there is a card. */
    private static final long PRESENT = 0x20;

    /** SCARD_STATE_CHANGED: news, and no state. */
    private static final long CHANGED = 0x02;

    /** After which the list of readers is read again, should its news have been lost. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** Between two tries to reach a pcscd that does not run. */
    private static final Duration RETRY = Duration.ofMillis(500);

    /** A reader as it was last seen, and the card in it. */
    private record Seen(long state, Optional<PivCard> card) {}

    private final PcscLibrary library;
    private final List<Consumer<Event>> watchers = new CopyOnWriteArrayList<>();
    private final Map<String, Seen> readers = new TreeMap<>();
    private final ExecutorService cards =
            Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().name("card").daemon().unstarted(task));
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<PcscContext> waiting = Optional.empty();
    private boolean told;

    private PcscReader(PcscLibrary library) {
        this.library = library;
    }

    /** {@link CardReader#NONE} where PC/SC is not installed. Not for the JavaFX thread. */
    public static CardReader find() {
        return PcscLibrary.load().<CardReader>map(PcscReader::started).orElse(CardReader.NONE);
    }

    private static PcscReader started(PcscLibrary library) {
        PcscReader reader = new PcscReader(library);
        Thread.ofPlatform().name("card-reader").daemon().start(reader::run);
        return reader;
    }

    @Override
    public void watch(Consumer<Event> watcher) {
        // Under the lock no card can come between what lies there and what comes next.
        synchronized (readers) {
            watchers.add(watcher);
            readers.values()
                    .forEach(
                            seen ->
                                    seen.card()
                                            .ifPresent(
                                                    card ->
                                                            watcher.accept(
                                                                    new Event.Inserted(card))));
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void run() {
        while (open()) {
            try (PcscContext context = PcscContext.establish(library)) {
                waiting = Optional.of(context);
                if (told) {
                    LOG.info("card.service-back");
                    told = false;
                }
                while (open()) {
                    look(context);
                }
            } catch (PcscException e) {
                lost(e);
            } finally {
                waiting = Optional.empty();
            }
        }
        everythingOut();
        cards.shutdown();
    }

    private void lost(PcscException e) {
        everythingOut();
        if (open() && !told) {
            LOG.warn("card.service-gone fault={}", e.getMessage());
            told = true;
        }
        try {
            if (closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("card.closed");
            }
        } catch (InterruptedException _) {
            close();
        }
    }

    private void look(PcscContext context) {
        List<String> names = context.readers();
        List<Long> known = new ArrayList<>();
        synchronized (readers) {
            List.copyOf(readers.keySet()).stream()
                    .filter(name -> !names.contains(name))
                    .forEach(this::unplugged);
            for (String name : names) {
                known.add(readers.computeIfAbsent(name, PcscReader::plugged).state());
            }
        }
        List<Long> now;
        try {
            now = context.await(names, known, LOOK_AGAIN);
        } catch (PcscException e) {
            if (e.code() == PcscException.UNKNOWN_READER || e.code() == PcscException.CANCELLED) {
                // A reader went while it was asked about: the list says which.
                return;
            }
            throw e;
        }
        synchronized (readers) {
            for (int i = 0; i < now.size(); i++) {
                seen(names.get(i), known.get(i), now.get(i) & ~CHANGED);
            }
        }
    }

    private static Seen plugged(String name) {
        LOG.info("card.reader name={}", name);
        return new Seen(0, Optional.empty());
    }

    private void unplugged(String name) {
        LOG.info("card.reader-gone name={}", name);
        out(name, 0);
        readers.remove(name);
    }

    /**
     * The upper half of a state counts cards that came and went: one that was swapped for another
     * between two looks is out, and the other in.
     */
    private void seen(String name, long before, long now) {
        boolean was = card(name).isPresent();
        boolean is = (now & PRESENT) != 0;
        boolean swapped = was && is && before >> 16 != now >> 16;
        if (was && (!is || swapped)) {
            out(name, now);
        }
        if (is && (!was || swapped)) {
            PivCard card = new PivCard(library, name, cards);
            readers.put(name, new Seen(now, Optional.of(card)));
            tell(new Event.Inserted(card));
        } else {
            readers.put(name, new Seen(now, card(name)));
        }
    }

    private Optional<PivCard> card(String name) {
        return Optional.ofNullable(readers.get(name)).flatMap(Seen::card);
    }

    private void out(String name, long state) {
        Optional<PivCard> card = card(name);
        readers.put(name, new Seen(state, Optional.empty()));
        card.ifPresent(
                gone -> {
                    gone.removed();
                    tell(new Event.Removed(gone));
                });
    }

    private void everythingOut() {
        synchronized (readers) {
            List.copyOf(readers.keySet()).forEach(this::unplugged);
        }
    }

    private void tell(Event event) {
        watchers.forEach(watcher -> watcher.accept(event));
    }

    @Override
    public void close() {
        closed.countDown();
        waiting.ifPresent(PcscContext::cancel);
    }
}

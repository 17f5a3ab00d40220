package chevet.ward.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The open pages. A change is told a moment later, together with those that came meanwhile; nothing
 * queues up for a reader who is slow, and one who takes nothing for {@link #PATIENCE} is dropped.
 * Telling a change never blocks. Safe for all threads.
 */
public final class LiveHub implements Live, AutoCloseable {
    /** Changes of this long are told as one. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_READERS = 500;

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("live-pages").daemon().factory());

    public LiveHub() {
        teller.scheduleWithFixedDelay(
                this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void changed(String topic) {
        if (changed.add(topic)) {
            try {
                teller.schedule(() -> tell(topic), GATHER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // Closed: no page is open any more.
                changed.clear();
            }
        }
    }

    /** How many pages are open. */
    public int readers() {
        return readers.size();
    }

    /**
     * Keeps the response open as a stream; false where there are too many already.
     *
     * @param ended completes the request when the stream ends
     */
    boolean open(Reply.Open wish, Response response, Callback ended) {
        if (readers.size() >= MOST_READERS || teller.isShutdown()) {
            return false;
        }
        Reader reader = new Reader(wish, response, ended);
        readers.add(reader);
        reader.say("retry: 2000\n\n");
        return true;
    }

    @Override
    public void close() {
        teller.shutdownNow();
        readers.forEach(Reader::end);
    }

    private void tell(String topic) {
        changed.remove(topic);
        for (Reader reader : readers) {
            if (reader.wish.topics().contains(topic) && reader.mayStay()) {
                reader.say("event: " + topic + "\ndata: changed\n\n");
            }
        }
    }

    private void beat() {
        for (Reader reader : readers) {
            if (reader.tooSlow()) {
                reader.drop();
            } else if (reader.mayStay()) {
                reader.say(": here\n\n");
            }
        }
    }

    /** One open page. */
    private final class Reader implements Callback {
        private final Reply.Open wish;
        private final Response response;
        private final Callback ended;
        private final Set<String> waiting = new LinkedHashSet<>();
        private boolean writing;
        private boolean over;
        private long writingSince;

        Reader(Reply.Open wish, Response response, Callback ended) {
            this.wish = wish;
            this.response = response;
            this.ended = ended;
        }

        /** Says it now, or once when what is under way is written. */
        void say(String text) {
            synchronized (this) {
                if (over || !(waiting.add(text) && !writing)) {
                    return;
                }
                writing = true;
            }
            write();
        }

        private void write() {
            ByteBuffer next;
            synchronized (this) {
                next = ByteBuffer.wrap(String.join("", waiting).getBytes(StandardCharsets.UTF_8));
                waiting.clear();
                writingSince = System.nanoTime();
            }
            response.write(false, next, this);
        }

        @Override
        public void succeeded() {
            synchronized (this) {
                if (waiting.isEmpty() || over) {
                    writing = false;
                    return;
                }
            }
            write();
        }

        @Override
        public void failed(Throwable failure) {
            if (finish()) {
                ended.failed(failure);
            }
        }

        boolean mayStay() {
            if (wish.allowed().getAsBoolean()) {
                return true;
            }
            end();
            return false;
        }

        synchronized boolean tooSlow() {
            return writing && System.nanoTime() - writingSince > PATIENCE.toNanos();
        }

        void end() {
            if (finish()) {
                ended.succeeded();
            }
        }

        void drop() {
            if (finish()) {
                ended.failed(new TimeoutException("the page takes nothing"));
            }
        }

        private boolean finish() {
            readers.remove(this);
            synchronized (this) {
                boolean first = !over;
                over = true;
                return first;
            }
        }
    }
}

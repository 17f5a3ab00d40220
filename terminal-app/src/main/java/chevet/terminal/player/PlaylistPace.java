package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Who reads which live playlist, and when each may have it again. A reader begins anew with each
 * opening, so that nobody waits for the first answer. Safe for several threads.
 */
final class PlaylistPace {
    /** A player reads one for each of its streams. */
    private static final int MOST = 64;

    /** After an answer that was none. */
    private static final Duration USUAL = Duration.ofSeconds(1);

    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private long begun;

    /** One player's way to one playlist. */
    static final class Reader {
        private final URI playlist;
        private final Reading reading;
        private final UnaryOperator<PlaylistText> given;
        private Optional<CompletableFuture<Optional<PlaylistText>>> first;
        private Optional<PlaylistText> newest = Optional.empty();
        private long next = System.nanoTime();

        private Reader(
                URI playlist,
                CompletableFuture<Optional<PlaylistText>> first,
                UnaryOperator<PlaylistText> given,
                Reading reading) {
            this.playlist = playlist;
            this.given = given;
            this.reading = reading;
            this.first = Optional.of(first);
        }

        URI playlist() {
            return playlist;
        }

        /** What of it the player is given. */
        PlaylistText given(PlaylistText whole) {
            return given.apply(whole);
        }

        /** What was asked for when it began; empty from the second time on. */
        synchronized Optional<CompletableFuture<Optional<PlaylistText>>> first() {
            Optional<CompletableFuture<Optional<PlaylistText>>> once = first;
            first = Optional.empty();
            return once;
        }

        /** What is there to be told: this answer, or the one before where the server gives none. */
        synchronized Optional<PlaylistText> newest(Optional<PlaylistText> answered) {
            newest = answered.or(() -> newest);
            return newest;
        }

        /**
         * Waits until it may be had again; from then on the usual pause is kept.
         *
         * @return false when its player is left
         */
        boolean await() throws InterruptedException {
            if (begun()) {
                reading.awaitWanted();
            }
            return !reading.leftWithin(turn());
        }

        private synchronized boolean begun() {
            return first.isEmpty();
        }

        private synchronized long turn() {
            long now = System.nanoTime();
            long wait = Math.max(0, next - now);
            next = now + wait + USUAL.toNanos();
            return wait;
        }

        /** The pause after this answer. */
        synchronized void pause(Duration pause) {
            next = System.nanoTime() + pause.toNanos();
        }
    }

    /**
     * @param first is on its way already
     * @param given what of it is handed on
     * @param reading of its player
     * @return its name
     */
    synchronized String begin(
            URI playlist,
            CompletableFuture<Optional<PlaylistText>> first,
            UnaryOperator<PlaylistText> given,
            Reading reading) {
        readers.values().removeIf(each -> each.reading.left());
        String name = Long.toString(++begun);
        readers.put(name, new Reader(playlist, first, given, reading));
        if (readers.size() > MOST) {
            readers.remove(readers.keySet().iterator().next());
        }
        return name;
    }

    synchronized Optional<Reader> reader(String name) {
        return Optional.ofNullable(readers.get(name));
    }
}

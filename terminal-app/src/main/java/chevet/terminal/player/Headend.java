package chevet.terminal.player;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks the servers of HLS for playlists and segments. For any thread. */
final class Headend implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ENOUGH = 256 << 10;
    private static final String START = "#EXTM3U";

    /** What an address turned out to be. */
    sealed interface Found {
        /**
         * @param lasting it is answered at that very address, not where that leads on to for now
         */
        record Hls(Master master, boolean lasting) implements Found {}

        record Stream() implements Found {}

        /**
         * @param what for the log
         */
        record Nothing(Trouble why, String what) implements Found {}
    }

    /** Reads an answer. */
    @FunctionalInterface
    private interface Reading<T> {
        Optional<T> read(URI from, InputStream body) throws IOException;
    }

    private final ExecutorService answers;
    private final Duration patience;
    private final Executor late;
    private final HttpClient http;

    /**
     * @param answers what waits for servers runs there
     */
    Headend(ExecutorService answers) {
        this(answers, PATIENCE);
    }

    /**
     * @param patience with an answer's beginning, and once more with the rest of it
     */
    Headend(ExecutorService answers, Duration patience) {
        this.answers = answers;
        this.patience = patience;
        this.late =
                CompletableFuture.delayedExecutor(
                        patience.toMillis(), TimeUnit.MILLISECONDS, answers);
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .executor(answers)
                        .build();
    }

    /** Never with a fault. */
    CompletableFuture<Found> look(URI address) {
        return http.sendAsync(request(address), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> found(address, response), answers)
                .exceptionally(
                        fault -> new Found.Nothing(Trouble.NO_SIGNAL, String.valueOf(fault)));
    }

    private HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).timeout(patience).GET().build();
    }

    /** The request's own patience ends where the body begins, and a body may never go on. */
    private InputStream body(HttpResponse<InputStream> response) {
        InputStream body = response.body();
        late.execute(
                () -> {
                    try {
                        body.close();
                    } catch (IOException _) {
                        // Whoever reads it is told the same.
                    }
                });
        return body;
    }

    private Found found(URI asked, HttpResponse<InputStream> response) {
        try (InputStream body = body(response)) {
            if (response.statusCode() != 200) {
                Trouble why = response.statusCode() < 500 ? Trouble.NOT_FOUND : Trouble.NO_SIGNAL;
                return new Found.Nothing(why, "HTTP " + response.statusCode());
            }
            boolean lasting = response.uri().equals(asked);
            return text(response.uri(), body)
                    .<Found>map(text -> new Found.Hls(master(text), lasting))
                    .orElseGet(Found.Stream::new);
        } catch (IOException e) {
            return new Found.Nothing(Trouble.NO_SIGNAL, e.toString());
        }
    }

    private static Master master(PlaylistText text) {
        Master named = Master.of(text);
        return named.variants().isEmpty() ? Master.bare(text.base()) : named;
    }

    /** Empty for what is no playlist, of which only the beginning is read. */
    private static Optional<PlaylistText> text(URI from, InputStream body) throws IOException {
        String start = new String(body.readNBytes(START.length()), StandardCharsets.US_ASCII);
        if (!start.equals(START)) {
            return Optional.empty();
        }
        String rest = new String(body.readNBytes(ENOUGH), StandardCharsets.UTF_8);
        return Optional.of(PlaylistText.of(from, start + rest));
    }

    /** Empty where the server gives none. */
    Optional<PlaylistText> list(URI playlist) {
        return get(playlist, Headend::text);
    }

    /** The beginning of a segment; empty where the server gives none. */
    Optional<byte[]> segment(URI segment) {
        return get(segment, (_, body) -> Optional.of(body.readNBytes(ENOUGH)));
    }

    private <T> Optional<T> get(URI address, Reading<T> reading) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request(address), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = body(response)) {
                return response.statusCode() == 200
                        ? reading.read(response.uri(), body)
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

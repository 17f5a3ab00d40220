package chevet.terminal.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Looks at what a live address answers, and gives a bare live playlist a master: JavaFX Media takes
 * one without for a film that ends with its window. The masters are served on loopback.
 */
final class Playlists implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ENOUGH = 64 << 10;

    /** What an address turned out to be. */
    sealed interface Found {
        /**
         * @param address what JavaFX Media plays as live: of a master playlist
         */
        record Hls(URI address) implements Found {}

        record Stream() implements Found {}

        /**
         * @param what for the log
         */
        record Nothing(Trouble why, String what) implements Found {}
    }

    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .executor(answers)
                    .build();
    private final Map<String, URI> masters = new ConcurrentHashMap<>();
    private final Map<URI, Found.Hls> known = new ConcurrentHashMap<>();
    private final HttpServer server;

    Playlists() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::master);
        server.setExecutor(answers);
        server.start();
    }

    /** Completes at once for a playlist that is known, and never with a fault. */
    CompletableFuture<Found> look(URI address) {
        Found.Hls before = known.get(address);
        return before == null ? ask(address) : CompletableFuture.completedFuture(before);
    }

    /** Looks at what may be asked for next. */
    void prepare(URI address) {
        look(address);
    }

    /** It plays no more: the next look asks again. */
    void forget(URI address) {
        known.remove(address);
    }

    private CompletableFuture<Found> ask(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> remembered(address, response), answers)
                .exceptionally(
                        fault -> new Found.Nothing(Trouble.NO_SIGNAL, String.valueOf(fault)));
    }

    /** An address that leads on may lead elsewhere the next time. */
    private Found remembered(URI address, HttpResponse<InputStream> response) {
        Found found = found(response);
        if (found instanceof Found.Hls hls && response.uri().equals(address)) {
            known.put(address, hls);
        }
        return found;
    }

    private Found found(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                Trouble why = response.statusCode() < 500 ? Trouble.NOT_FOUND : Trouble.NO_SIGNAL;
                return new Found.Nothing(why, "HTTP " + response.statusCode());
            }
            byte[] start = body.readNBytes(7);
            if (!new String(start, StandardCharsets.US_ASCII).equals("#EXTM3U")) {
                return new Found.Stream();
            }
            String rest = new String(body.readNBytes(ENOUGH), StandardCharsets.UTF_8);
            boolean master = rest.contains("#EXT-X-STREAM-INF");
            return new Found.Hls(master ? response.uri() : mastered(response.uri()));
        } catch (IOException e) {
            return new Found.Nothing(Trouble.NO_SIGNAL, e.toString());
        }
    }

    private URI mastered(URI bare) {
        String path = "/" + Integer.toHexString(bare.hashCode()) + ".m3u8";
        masters.put(path, bare);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void master(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI bare = masters.get(exchange.getRequestURI().getPath());
            if (bare == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body =
                    ("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + bare + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.apple.mpegurl");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
        answers.shutdownNow();
    }
}

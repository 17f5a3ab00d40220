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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Looks at what a live address answers, and stands between JavaFX Media and the playlists of HLS,
 * on loopback. It gives a bare live playlist a master, since JavaFX takes one without for a film
 * that ends with its window. And it answers a live playlist no more often than its target duration
 * asks for: JavaFX 26 takes seconds for milliseconds and would ask for it some hundred times a
 * second (openjdk/jfx, pull request 2227).
 */
final class Playlists implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ENOUGH = 256 << 10;
    private static final String START = "#EXTM3U";
    private static final String OPEN = "/open/";
    private static final String LIVE = "/live/";

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

    /**
     * What is opened.
     *
     * @param master it is one already
     */
    private record Opened(URI address, boolean master) {}

    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .executor(answers)
                    .build();
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();
    private final Map<URI, Found.Hls> known = new ConcurrentHashMap<>();
    private final PlaylistPace pace = new PlaylistPace();
    private final HttpServer server;

    Playlists() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(OPEN, this::open);
        server.createContext(LIVE, this::live);
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
        return http.sendAsync(request(address), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> remembered(address, response), answers)
                .exceptionally(
                        fault -> new Found.Nothing(Trouble.NO_SIGNAL, String.valueOf(fault)));
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
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
            return text(response.uri(), body)
                    .<Found>map(text -> new Found.Hls(opened(text)))
                    .orElseGet(Found.Stream::new);
        } catch (IOException e) {
            return new Found.Nothing(Trouble.NO_SIGNAL, e.toString());
        }
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

    private URI opened(PlaylistText text) {
        String path = OPEN + Integer.toHexString(text.base().hashCode()) + ".m3u8";
        opened.put(path, new Opened(text.base(), text.master()));
        return here(path);
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private URI paced(URI playlist) {
        return here(LIVE + pace.begin(playlist) + ".m3u8");
    }

    private void open(HttpExchange exchange) throws IOException {
        try (exchange) {
            Opened asked = opened.get(exchange.getRequestURI().getPath());
            if (asked == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                head(exchange);
            } else if (asked.master) {
                fetch(asked.address, exchange);
            } else {
                URI only = paced(asked.address);
                answer(exchange, START + "\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + only + "\n");
            }
        }
    }

    private void live(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(LIVE.length());
            Optional<PlaylistPace.Reader> reader = pace.reader(name.replace(".m3u8", ""));
            if (reader.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                head(exchange);
            } else {
                reader.get().await();
                fetch(reader.get().playlist(), exchange)
                        .ifPresent(text -> reader.get().pause(text.pause()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands on what the server has now; what it refuses is refused. */
    private Optional<PlaylistText> fetch(URI playlist, HttpExchange exchange) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    http.send(request(playlist), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                Optional<PlaylistText> text =
                        response.statusCode() == 200
                                ? text(response.uri(), body)
                                : Optional.empty();
                if (text.isPresent()) {
                    answer(exchange, text.get().whole(this::paced));
                } else {
                    exchange.sendResponseHeaders(502, -1);
                }
                return text;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void head(HttpExchange exchange) throws IOException {
        type(exchange);
        exchange.sendResponseHeaders(200, -1);
    }

    private static void answer(HttpExchange exchange, String playlist) throws IOException {
        byte[] body = playlist.getBytes(StandardCharsets.UTF_8);
        type(exchange);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void type(HttpExchange exchange) {
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.apple.mpegurl");
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
        answers.shutdownNow();
    }
}

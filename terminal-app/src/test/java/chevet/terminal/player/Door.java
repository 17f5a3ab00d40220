package chevet.terminal.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** The headend of a live HLS channel that never comes further: it counts, and it can die. */
final class Door implements AutoCloseable {
    private static final String PLAYLIST =
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:10
            #EXT-X-MEDIA-SEQUENCE:7
            #EXTINF:10,
            7.ts
            #EXTINF:10,
            8.ts
            """;

    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer http;
    private final byte[] segment;
    private volatile Predicate<String> refused = _ -> false;

    /**
     * @param ts ten seconds, what each segment holds
     */
    Door(Path ts) {
        try {
            segment = Files.readAllBytes(ts);
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::answer);
        http.setExecutor(answers);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            asked.add(name);
            byte[] body =
                    name.endsWith(".ts") ? segment : PLAYLIST.getBytes(StandardCharsets.UTF_8);
            if (refused.test(name)) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/live.m3u8");
    }

    /** From now on it refuses those. */
    void refuse(Predicate<String> names) {
        refused = names;
    }

    /** The names that were asked for, the first first. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        http.stop(0);
        answers.close();
    }
}

package chevet.ward.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Live channels over HTTP on loopback (HLS, RFC 8216): a master playlist, a media playlist of the
 * last segments, and the segments, each cut from its loop when it is asked for. Nothing is written
 * and nothing runs while nobody watches.
 */
final class HlsDoor implements AutoCloseable {
    private static final Pattern ADDRESS =
            Pattern.compile("/tv/([a-z0-9-]+)/(master\\.m3u8|live\\.m3u8|([0-9]{1,18})\\.ts)");
    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final String SEGMENT = "video/mp2t";

    private final HttpServer http;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Segments> channels = new ConcurrentHashMap<>();

    /**
     * @param port of loopback; 0: any that is free
     * @throws IOException where the port is taken
     */
    HlsDoor(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.createContext("/", this::answer);
        http.setExecutor(answers);
        http.start();
    }

    /**
     * Sends this one too from now on.
     *
     * @param name stands in its address
     */
    void add(String name, TsLoop loop) {
        channels.put(name, new Segments(loop));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            Matcher wanted = ADDRESS.matcher(exchange.getRequestURI().getPath());
            Optional<Segments> channel =
                    wanted.matches()
                            ? Optional.ofNullable(channels.get(wanted.group(1)))
                            : Optional.empty();
            Optional<byte[]> body = channel.flatMap(segments -> body(segments, wanted));
            if (body.isEmpty()) {
                // A station that is not there yet will be: whoever asks comes again.
                exchange.sendResponseHeaders(channel.isEmpty() ? 503 : 404, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", wanted.group(3) == null ? PLAYLIST : SEGMENT);
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(200, head ? -1 : body.get().length);
            if (!head) {
                exchange.getResponseBody().write(body.get());
            }
        }
    }

    private static Optional<byte[]> body(Segments segments, Matcher wanted) {
        Instant now = Instant.now();
        return switch (wanted.group(2)) {
            case "master.m3u8" -> Optional.of(ascii(segments.master()));
            case "live.m3u8" -> Optional.of(ascii(segments.live(now)));
            default -> segments.segment(Long.parseLong(wanted.group(3)), now);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        http.stop(0);
        answers.close();
    }
}

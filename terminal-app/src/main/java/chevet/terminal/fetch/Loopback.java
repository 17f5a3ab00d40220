package chevet.terminal.fetch;

import chevet.config.pack.ObjectStore;
import chevet.config.pack.Reading;
import chevet.config.pack.StoreException;
import chevet.model.pack.ObjectRef;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands objects to the player on this machine while they come: HTTP on the loopback address, with
 * ranges; a read beyond what is proven waits for it. Its addresses hold a secret of this run, so
 * that no page and no other user of the machine finds them.
 */
final class Loopback implements AutoCloseable {
    /** So long a player waits for bytes; then its connection ends, and it says so in its way. */
    static final Duration WAIT = Duration.ofSeconds(30);

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");
    private static final int BUFFER = 1 << 16;

    private final ObjectStore store;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String secret;
    private final Map<String, ObjectRef> given = new ConcurrentHashMap<>();

    private Loopback(ObjectStore store, HttpServer server) {
        this.store = store;
        this.server = server;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
    }

    static Loopback open(ObjectStore store) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            Loopback loopback = new Loopback(store, HttpServer.create(any, 0));
            loopback.server.createContext("/", loopback::answer);
            loopback.server.setExecutor(loopback.threads);
            loopback.server.start();
            return loopback;
        } catch (IOException e) {
            throw new StoreException("no loopback address for the player", e);
        }
    }

    URI address(ObjectRef object) {
        String path = "/" + secret + "/" + object.sha256() + end(object);
        given.put(path, object);
        InetSocketAddress at = server.getAddress();
        return URI.create("http://127.0.0.1:" + at.getPort() + path);
    }

    /** Players look at the name's end. */
    private static String end(ObjectRef object) {
        return switch (object.mediaType()) {
            case "video/mp4" -> ".mp4";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "text/vtt" -> ".vtt";
            case "application/x-subrip" -> ".srt";
            default -> "";
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            ObjectRef object = given.get(exchange.getRequestURI().getPath());
            boolean head = method.equals("HEAD");
            if (object == null || !(head || method.equals("GET"))) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", object.mediaType());
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            Optional<Part> part = part(exchange, object);
            if (part.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + object.bytes());
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            send(exchange, object, part.get(), head);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From the first byte to before the last. */
    private record Part(long from, long to, boolean ranged) {}

    private static Optional<Part> part(HttpExchange exchange, ObjectRef object) {
        String asked = exchange.getRequestHeaders().getFirst("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        if (!range.matches()) {
            return Optional.of(new Part(0, object.bytes(), false));
        }
        long from = Long.parseLong(range.group(1));
        long to =
                range.group(2).isEmpty()
                        ? object.bytes()
                        : Math.min(Long.parseLong(range.group(2)) + 1, object.bytes());
        return from < to ? Optional.of(new Part(from, to, true)) : Optional.empty();
    }

    private void send(HttpExchange exchange, ObjectRef object, Part part, boolean head)
            throws IOException, InterruptedException {
        long length = part.to() - part.from();
        int status = part.ranged() ? 206 : 200;
        if (part.ranged()) {
            exchange.getResponseHeaders()
                    .set(
                            "Content-Range",
                            "bytes " + part.from() + "-" + (part.to() - 1) + "/" + object.bytes());
        }
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        boolean was = store.length(object.sha256()).isPresent();
        Optional<Reading> first = open(object);
        // A file that somebody took away is missed by who opens it, and comes once more.
        Optional<Reading> reading = first.isEmpty() && was ? open(object) : first;
        if (reading.isEmpty()) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        try (Reading bytes = reading.get()) {
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            pour(bytes, exchange.getResponseBody(), part);
        }
    }

    private Optional<Reading> open(ObjectRef object) throws InterruptedException {
        // Nothing of it may be here yet: the file begins with its first bytes.
        store.await(object, 0, WAIT);
        return store.read(object);
    }

    private static void pour(Reading bytes, OutputStream out, Part part)
            throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = part.from();
        while (at < part.to()) {
            buffer.clear().limit((int) Math.min(BUFFER, part.to() - at));
            int read = bytes.read(buffer, at, WAIT);
            if (read <= 0) {
                throw new IOException("no more bytes have come");
            }
            out.write(buffer.array(), 0, read);
            at += read;
        }
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package chevet.ward.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What goes back to the browser. The door itself adds the security headers, and {@code no-store}
 * where the reply says nothing of caching.
 */
public sealed interface Reply {
    /** A whole reply; immutable but for its bytes, which nobody changes once it is given out. */
    final class Whole implements Reply {
        private final int status;
        private final Map<String, String> headers;
        private final List<Cookie> cookies;
        private final byte[] body;

        private Whole(int status, Map<String, String> headers, List<Cookie> cookies, byte[] body) {
            this.status = status;
            this.headers = Map.copyOf(headers);
            this.cookies = List.copyOf(cookies);
            this.body = body;
        }

        public int status() {
            return status;
        }

        public Map<String, String> headers() {
            return headers;
        }

        public List<Cookie> cookies() {
            return cookies;
        }

        /** Not a copy. */
        public byte[] body() {
            return body;
        }

        /** The same with that header, which replaces one of the same name. */
        public Whole with(String header, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(header, value);
            return new Whole(status, all, cookies, body);
        }

        public Whole with(Cookie cookie) {
            List<Cookie> all = new ArrayList<>(cookies);
            all.add(cookie);
            return new Whole(status, headers, all, body);
        }

        @Override
        public String toString() {
            return "Reply[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * An open stream of server-sent events: an event named after the topic, with data {@code
     * changed}, each time one of these topics changes; a comment every 15 s otherwise.
     *
     * @param topics as told to {@link Live#changed}
     * @param allowed asked before each event and each comment; false ends the stream (the session
     *     is over)
     */
    record Open(Set<String> topics, BooleanSupplier allowed) implements Reply {
        public Open {
            topics = Set.copyOf(topics);
        }
    }

    /**
     * A cookie; always {@code Secure; HttpOnly; SameSite=Strict; Path=/}.
     *
     * @param maxAgeSeconds 0 deletes it, -1 keeps it until the browser closes
     */
    record Cookie(String name, String value, int maxAgeSeconds) {
        @Override
        public String toString() {
            return "Cookie[" + name + "]";
        }
    }

    static Whole html(String page) {
        return html(200, page);
    }

    static Whole html(int status, String page) {
        return bytes(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Whole text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Whole bytes(int status, String contentType, byte[] body) {
        return new Whole(status, Map.of("Content-Type", contentType), List.of(), body);
    }

    /** A document to save under that name. */
    static Whole file(String name, String contentType, byte[] body) {
        return bytes(200, contentType, body)
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }

    /** See other (303): the browser gets that page. Only paths of this server. */
    static Whole seeOther(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a path of this server");
        }
        return new Whole(303, Map.of("Location", path), List.of(), new byte[0]);
    }

    /** Done, and nothing to show (204). */
    static Whole nothing() {
        return new Whole(204, Map.of(), List.of(), new byte[0]);
    }

    static Whole notFound() {
        return text(404, "404");
    }

    static Open open(Set<String> topics, BooleanSupplier allowed) {
        return new Open(topics, allowed);
    }
}

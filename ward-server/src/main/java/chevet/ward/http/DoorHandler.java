package chevet.ward.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From Jetty's words to ours and back; the one place where an action's exception ends. */
final class DoorHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(DoorHandler.class);

    /** Nothing inline, nothing from elsewhere, in no one's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> SECURITY =
            Map.of(
                    "Content-Security-Policy", POLICY,
                    "Strict-Transport-Security", "max-age=31536000",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    private final Routes routes;
    private final LiveHub live;
    private final PrometheusMeterRegistry meters;
    private final BooleanSupplier healthy;
    private final Optional<ObjectDoor> objects;

    DoorHandler(
            Routes routes, LiveHub live, PrometheusMeterRegistry meters, BooleanSupplier healthy) {
        super(InvocationType.BLOCKING);
        this.routes = routes;
        this.live = live;
        this.meters = meters;
        this.healthy = healthy;
        Counter sent =
                Counter.builder("chevet.http.object.bytes")
                        .description("Bytes of objects that terminals and browsers have taken")
                        .register(meters);
        this.objects = routes.objects().map(store -> new ObjectDoor(store, sent));
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        SECURITY.forEach(headers::put);
        Reply reply;
        try {
            if (object(request, response, callback)) {
                return true;
            }
            reply = reply(request);
        } catch (BadRequest e) {
            // The rest of a body that was too long is not read: the connection ends with it.
            headers.put(HttpHeader.CONNECTION, "close");
            reply = Reply.text(e.status(), String.valueOf(e.status()));
        } catch (RuntimeException e) {
            String number = Integer.toHexString(ThreadLocalRandom.current().nextInt());
            LOG.error("request failed, number {}: {}", number, SafeTrace.of(e));
            reply = Reply.text(500, "500 · " + number);
        }
        switch (reply) {
            case Reply.Whole whole -> write(request, response, whole, callback);
            case Reply.Open open -> open(response, open, callback);
        }
        return true;
    }

    private boolean object(
            org.eclipse.jetty.server.Request request, Response response, Callback callback)
            throws BadRequest {
        String path = path(request);
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && path.startsWith(ObjectDoor.ROOT)
                && objects.map(door -> door.answer(path, request, response, callback))
                        .orElse(false);
    }

    private Reply reply(org.eclipse.jetty.server.Request request) throws BadRequest {
        String method = request.getMethod();
        String path = path(request);
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (!reads && !method.equals("POST")) {
            throw new BadRequest(405);
        }
        if (reads && path.equals("/healthz")) {
            return health();
        }
        if (reads && path.equals("/metrics")) {
            return metrics(request);
        }
        Optional<Asset> asset = reads ? routes.asset(path) : Optional.empty();
        if (asset.isPresent()) {
            return file(request, asset.get());
        }
        Optional<Routes.Match> match = routes.find(reads ? "GET" : method, path);
        if (match.isEmpty()) {
            return routes.knows(path) ? Reply.text(405, "405") : Reply.notFound();
        }
        return match.get().action().answer(RequestReader.read(request, path, match.get()));
    }

    private Reply health() {
        if (!healthy.getAsBoolean()) {
            return Reply.text(503, "starting\n");
        }
        return routes.trouble()
                .map(what -> Reply.text(503, what + "\n"))
                .orElseGet(() -> Reply.text(200, "ok\n"));
    }

    private static String path(org.eclipse.jetty.server.Request request) throws BadRequest {
        try {
            String path = request.getHttpURI().getCanonicalPath();
            return path == null ? "/" : URIUtil.decodePath(path);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(400);
        }
    }

    private Reply metrics(org.eclipse.jetty.server.Request request) {
        InetAddress remote =
                request.getConnectionMetaData().getRemoteSocketAddress()
                                instanceof InetSocketAddress address
                        ? address.getAddress()
                        : null;
        if (remote == null || !remote.isLoopbackAddress()) {
            return Reply.notFound();
        }
        return Reply.bytes(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                meters.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private static Reply file(org.eclipse.jetty.server.Request request, Asset asset) {
        String tag = "\"" + asset.hash() + "\"";
        boolean named = ("v=" + asset.hash()).equals(request.getHttpURI().getQuery());
        String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
        Reply.Whole reply =
                known != null && known.contains(tag)
                        ? Reply.bytes(304, asset.contentType(), new byte[0])
                        : Reply.bytes(200, asset.contentType(), asset.bytes());
        return reply.with("ETag", tag)
                .with("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static void write(
            org.eclipse.jetty.server.Request request,
            Response response,
            Reply.Whole reply,
            Callback callback) {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        reply.headers().forEach(headers::put);
        for (Reply.Cookie cookie : reply.cookies()) {
            headers.add(HttpHeader.SET_COOKIE, written(cookie));
        }
        boolean bodiless = reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        response.write(
                true,
                bodiless || request.getMethod().equals("HEAD")
                        ? ByteBuffer.allocate(0)
                        : ByteBuffer.wrap(reply.body()),
                callback);
    }

    private static String written(Reply.Cookie cookie) {
        return cookie.name()
                + "="
                + cookie.value()
                + "; Path=/; Secure; HttpOnly; SameSite=Strict"
                + (cookie.maxAgeSeconds() >= 0 ? "; Max-Age=" + cookie.maxAgeSeconds() : "");
    }

    private void open(Response response, Reply.Open open, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        response.setStatus(200);
        if (!live.open(open, response, callback)) {
            response.setStatus(503);
            Content.Sink.write(response, true, "503", callback);
        }
    }
}

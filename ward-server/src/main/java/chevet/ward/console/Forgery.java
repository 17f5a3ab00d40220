package chevet.ward.console;

import chevet.ward.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Whether a POST may come from another site's page (OWASP, Cross-Site Request Forgery Prevention):
 * its origin, where the browser says it, and the session's own token must both be right.
 */
final class Forgery {
    private Forgery() {}

    /** True where the request carries the session's token and comes from our own pages. */
    static boolean excluded(Request request, Session session) {
        String sent = request.header("x-csrf").or(() -> request.form("csrf")).orElse("");
        return MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8),
                        session.csrf().getBytes(StandardCharsets.UTF_8))
                && sameOrigin(request);
    }

    /** True where the browser names no origin, or this server's. */
    static boolean sameOrigin(Request request) {
        String origin = request.header("origin").orElse("");
        if (origin.isEmpty()) {
            return true;
        }
        try {
            return request.header("host")
                    .map(host -> host.equalsIgnoreCase(URI.create(origin).getAuthority()))
                    .orElse(false);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

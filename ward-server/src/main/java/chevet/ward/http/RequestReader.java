package chevet.ward.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.UrlEncoded;

/** Reads a request whole, within its limits, strictly. */
final class RequestReader {
    /** For a route that says no other. */
    static final int BODY_LIMIT = 256 * 1024;

    static final int FIELD_LIMIT = 1000;
    private static final String FORM = "application/x-www-form-urlencoded";

    private RequestReader() {}

    static Request read(org.eclipse.jetty.server.Request from, String path, Routes.Match match)
            throws BadRequest {
        Map<String, String> cookies = new HashMap<>();
        for (HttpCookie cookie : org.eclipse.jetty.server.Request.getCookies(from)) {
            cookies.putIfAbsent(cookie.getName(), cookie.getValue());
        }
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : from.getHeaders()) {
            headers.putIfAbsent(
                    field.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(field.getValue()).orElse(""));
        }
        String query = from.getHttpURI().getQuery();
        return new Request(
                from.getMethod().equals("HEAD") ? "GET" : from.getMethod(),
                path,
                match.parts(),
                query == null ? Map.of() : fields(query),
                from.getMethod().equals("POST") ? form(from, match.bodyLimit()) : Map.of(),
                cookies,
                headers,
                org.eclipse.jetty.server.Request.getRemoteAddr(from));
    }

    private static Map<String, List<String>> form(org.eclipse.jetty.server.Request from, int limit)
            throws BadRequest {
        String type = from.getHeaders().get(HttpHeader.CONTENT_TYPE);
        long length = from.getLength();
        if (length > limit) {
            throw new BadRequest(413);
        }
        byte[] body = body(from, limit);
        if (body.length == 0) {
            return Map.of();
        }
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw new BadRequest(415);
        }
        return fields(new String(body, StandardCharsets.ISO_8859_1));
    }

    private static byte[] body(org.eclipse.jetty.server.Request from, int limit) throws BadRequest {
        try (InputStream in = org.eclipse.jetty.server.Request.asInputStream(from)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new BadRequest(413);
            }
            return bytes;
        } catch (IOException e) {
            // Too slow, or gone.
            throw new BadRequest(408);
        }
    }

    private static Map<String, List<String>> fields(String encoded) throws BadRequest {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int[] count = {0};
        try {
            UrlEncoded.decodeUtf8To(
                    encoded,
                    0,
                    encoded.length(),
                    (name, value) -> {
                        if (++count[0] <= FIELD_LIMIT) {
                            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
                        }
                    });
        } catch (IllegalArgumentException e) {
            throw new BadRequest(400);
        }
        if (count[0] > FIELD_LIMIT) {
            throw new BadRequest(413);
        }
        return fields;
    }
}

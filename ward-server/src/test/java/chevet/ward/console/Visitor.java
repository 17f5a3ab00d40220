package chevet.ward.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, forms, and nothing that follows redirects by itself. */
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final ConsoleHouse house;
    private final HttpClient client;

    Visitor(ConsoleHouse house) {
        this.house = house;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(house.tls)
                        .cookieHandler(new CookieManager())
                        .build();
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** A document. */
    HttpResponse<byte[]> document(String path) {
        return send(to(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String body =
                fields.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> login(String login, String password) {
        return post("/login", Map.of("login", login, "password", password));
    }

    /** The token that forms of this session carry. */
    String token() {
        Matcher matcher = TOKEN.matcher(get("/me").body());
        return matcher.find() ? matcher.group(1) : "";
    }

    static Optional<String> location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(house.url() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}

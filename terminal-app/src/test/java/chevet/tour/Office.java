package chevet.tour;

import chevet.ward.pki.KeyStores;
import chevet.ward.pki.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Somebody at the console of a running demo, without a browser. */
final class Office implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final HttpClient client;
    private final String token;

    /**
     * Logs in.
     *
     * @param ca the certificate that the terminals trust, PEM
     */
    Office(WardProcess ward, Path ca) throws IOException {
        this(ward, ca, "informatique");
    }

    /** The same as that account of the demo. */
    Office(WardProcess ward, Path ca, String login) throws IOException {
        url = ward.url();
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(
                    null,
                    KeyStores.trustManagers(Pem.certificate(Files.readString(ca)))
                            .getTrustManagers(),
                    null);
            client =
                    HttpClient.newBuilder()
                            .sslContext(tls)
                            .cookieHandler(new CookieManager())
                            .build();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        post("/login", "login=" + login + "&password=" + ward.password());
        Matcher csrf = TOKEN.matcher(send(to("/me").GET()));
        if (!csrf.find()) {
            throw new AssertionError(login + " is not logged in");
        }
        token = csrf.group(1);
    }

    /** Presses the button of that form. */
    void press(String path) throws IOException {
        post(path, "csrf=" + token);
    }

    /** Sends a file as if it had been chosen on that page. */
    void file(String path, String content) throws IOException {
        post(path, "csrf=" + token + "&text=" + URLEncoder.encode(content, StandardCharsets.UTF_8));
    }

    /** What stands on that page. */
    String page(String path) {
        try {
            return send(to(path).GET());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void post(String path, String form) throws IOException {
        send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> reply =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() >= 400) {
                throw new AssertionError("status " + reply.statusCode());
            }
            return reply.body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

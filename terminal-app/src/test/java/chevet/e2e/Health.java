package chevet.e2e;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a server answers who asks how it is, as a hospital's monitoring does. */
final class Health implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HttpClient http;
    private final HttpRequest question;

    /**
     * @param ca the server's authority, PEM
     */
    Health(Path ca, int port) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        try (InputStream pem = Files.newInputStream(ca)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        http = HttpClient.newBuilder().sslContext(tls).build();
        question =
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/healthz"))
                        .timeout(Duration.ofSeconds(20))
                        .build();
    }

    /** Waits for an answer, its status before its words: {@code 200 ok}. */
    void await(Predicate<String> wanted, Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        String last = "";
        while (!wanted.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("/healthz says " + last);
            }
            HttpResponse<String> reply = http.send(question, HttpResponse.BodyHandlers.ofString());
            last = reply.statusCode() + " " + reply.body();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

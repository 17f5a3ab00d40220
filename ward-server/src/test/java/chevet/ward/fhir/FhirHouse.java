package chevet.ward.fhir;

import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.Pem;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A FHIR server and an authorization server behind one HTTPS port of loopback that wants a
 * certificate of its own authority. They answer what they were told to.
 */
final class FhirHouse implements AutoCloseable {
    /** What is answered to a path. */
    record Said(int status, String body, Map<String, String> headers) {}

    /** What was asked: path with query, the Authorization header, the body. */
    record Asked(String path, String authorization, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final PublicKey jwtKey;
    private final Path folder;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Said> answers = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean late;

    FhirHouse(Path folder) throws IOException, GeneralSecurityException {
        this.folder = folder;
        CertificateAuthority ca = CertificateAuthority.in(folder.resolve("ca"), Clock.systemUTC());
        Files.writeString(folder.resolve("ca.pem"), Pem.of(ca.certificate()));
        Identity ward = ca.holder("ward");
        Files.writeString(folder.resolve("ward.pem"), ward.certificatePem());
        Files.writeString(folder.resolve("ward-key.pem"), ward.keyPem());
        Files.writeString(folder.resolve("secret"), "s3cret & more\n");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair pair = generator.generateKeyPair();
        jwtKey = pair.getPublic();
        Files.writeString(
                folder.resolve("jwt-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        SSLContext tls = KeyStores.context(ca.server(List.of()), ca.certificate());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters wanted = tls.getDefaultSSLParameters();
                        wanted.setNeedClientAuth(true);
                        parameters.setSSLParameters(wanted);
                    }
                });
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** From now on this path, without its query, is answered so. */
    void answer(String path, int status, String body) {
        answers.put(path, new Said(status, body, Map.of()));
    }

    void answer(String path, Said said) {
        answers.put(path, said);
    }

    /** A search's answer with these resources. */
    void bundle(String type, String... resources) {
        String entries =
                String.join(
                        ",",
                        List.of(resources).stream().map(r -> "{\"resource\":" + r + "}").toList());
        answer(
                "/fhir/" + type,
                200,
                "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}");
    }

    /** From now on nobody is answered before the end. */
    void late() {
        late = true;
    }

    /** Forgets what was told and asked. */
    void anew() {
        answers.clear();
        asked.clear();
        late = false;
    }

    URI url(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A door that shows its certificate. */
    FhirDoor door(Duration patience, Optional<FhirSettings.Tokens> tokens) {
        return door(
                patience,
                tokens,
                Optional.of(new FhirSettings.Certificate(file("ward.pem"), file("ward-key.pem"))));
    }

    FhirDoor door(
            Duration patience,
            Optional<FhirSettings.Tokens> tokens,
            Optional<FhirSettings.Certificate> certificate) {
        FhirSettings.Server where =
                new FhirSettings.Server(
                        url("/fhir"), Optional.of(file("ca.pem")), certificate, tokens);
        return FhirDoor.open(
                new FhirSettings("Dossier", where, "", patience, ZoneId.of("Europe/Paris")),
                Clock.systemUTC());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
                new Asked(
                        exchange.getRequestURI().toString(),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                                .orElse(""),
                        body));
        try {
            if (late) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Said said =
                answers.getOrDefault(
                        exchange.getRequestURI().getPath(), new Said(404, "", Map.of()));
        said.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

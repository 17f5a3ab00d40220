package chevet.ward.http;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class HttpDoorTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    @TempDir static Path directory;
    private final LiveHub live = new LiveHub();
    private final AtomicReference<@Nullable Request> seen = new AtomicReference<>();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final AtomicBoolean healthy = new AtomicBoolean(true);
    private HttpDoor door;
    private SSLContext tls;
    private HttpClient client;

    @BeforeAll
    void start() {
        CertificateAuthority ca =
                CertificateAuthority.in(directory.resolve("ca"), InstantSource.system());
        tls = KeyStores.context(ca.server(List.of()), ca.certificate());
        Routes routes =
                new Routes()
                        .get("/", _ -> Reply.html("<p>é</p>"))
                        .get("/beds/{bed}", r -> keep(r, Reply.text(200, r.part("bed"))))
                        .get("/beds/new", _ -> Reply.text(200, "the new bed"))
                        .post("/form", r -> keep(r, Reply.seeOther("/")))
                        .post("/live/post", _ -> Reply.nothing())
                        .get("/cookie", _ -> Reply.nothing().with(new Reply.Cookie("s", "1", 60)))
                        .get("/pdf", _ -> Reply.file("a b.pdf", "application/pdf", new byte[3]))
                        .get("/live", _ -> Reply.open(Set.of("beds", "meals"), allowed::get))
                        .get(
                                "/broken",
                                _ -> {
                                    throw new IllegalStateException("Mme Martin");
                                })
                        .assets("/assets/", "chevet/ward/http/assets/");
        door =
                new HttpDoor(
                        new WardConfig.Listener("127.0.0.1", 0),
                        tls,
                        routes,
                        live,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        healthy::get);
        door.start();
        client = HttpClient.newBuilder().sslContext(tls).build();
        assertThat(routes.assetPath("/assets/a.css")).startsWith("/assets/a.css?v=");
    }

    @AfterAll
    void stop() {
        door.close();
        client.close();
    }

    private Reply keep(Request request, Reply reply) {
        seen.set(request);
        return reply;
    }

    private Request kept() {
        return Objects.requireNonNull(seen.get());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + door.port() + path))
                .timeout(LIMIT);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return client.send(
                to(path).header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aPageComesWithItsSecurityHeadersAndIsNotStored() throws Exception {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("<p>é</p>");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "*");
    }

    @ParameterizedTest
    @CsvSource({
        "/beds/214-F, 200, 214-F",
        "/beds/new, 200, the new bed",
        "/beds/21%204, 200, 21 4",
        "/beds, 404, 404",
        "/beds/1/2, 404, 404",
        "/form, 405, 405",
        "/assets/none.css, 404, 404",
        "/assets/../Routes.class, 404, 404",
    })
    void aPathFindsItsAction(String path, int status, String body) throws Exception {
        HttpResponse<String> reply = get(path);
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(body);
    }

    @Test
    void aPathThatCanBeReadInTwoWaysIsRefused() throws Exception {
        assertThat(get("/assets/%2e%2e/x.css").statusCode()).isEqualTo(400);
    }

    @Test
    void fieldsAreReadAsTheyWereTyped() throws Exception {
        HttpResponse<String> reply =
                post(
                        "/form?q=a%26b",
                        "application/x-www-form-urlencoded",
                        "name=Zo%C3%A9+M.&tick=1&tick=2&empty=");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).hasValue("/");
        Request request = kept();
        assertThat(request.form("name")).hasValue("Zoé M.");
        assertThat(request.formAll("tick")).containsExactly("1", "2");
        assertThat(request.form("empty")).hasValue("");
        assertThat(request.form("none")).isEmpty();
        assertThat(request.query("q")).hasValue("a&b");
        assertThat(request).hasToString("POST /form");
    }

    @Test
    void cookiesAndHeadersAreRead() throws Exception {
        client.send(
                to("/beds/1").header("Cookie", "a=1; b=2").header("HX-Request", "true").build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(kept().cookie("b")).hasValue("2");
        assertThat(kept().header("hx-request")).hasValue("true");
        assertThat(kept().remote()).isEqualTo("127.0.0.1");
    }

    @Test
    void cookiesAreForThisSiteAndForHttpsOnly() throws Exception {
        assertThat(get("/cookie").headers().firstValue("Set-Cookie"))
                .hasValue("s=1; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=60");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, 10, 415",
        "multipart/form-data; 10, 10, 415",
    })
    void bodiesThatAreNotWantedAreRefused(String type, int length, int status) throws Exception {
        seen.set(null);
        assertThat(post("/form", type, "x".repeat(length)).statusCode()).isEqualTo(status);
        assertThat(seen.get()).isNull();
    }

    @Test
    void tooManyFieldsAreRefused() throws Exception {
        assertThat(
                        post("/form", "application/x-www-form-urlencoded", "a=1&".repeat(1001))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void fieldsThatAreNoTextAreRefused() throws Exception {
        assertThat(post("/form", "application/x-www-form-urlencoded", "a=%zz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anEndlessBodyIsCut() throws Exception {
        HttpRequest endless =
                to("/form")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[4_000_000])))
                        .build();
        int status;
        try {
            status = client.send(endless, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            status = 413;
        }
        assertThat(status).isEqualTo(413);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE"})
    void otherMethodsAreRefused(String method) throws Exception {
        HttpRequest request = to("/").method(method, HttpRequest.BodyPublishers.noBody()).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void anExceptionEndsHereAndTellsNothing() throws Exception {
        HttpResponse<String> reply = get("/broken");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).startsWith("500 · ").doesNotContain("Martin");
        assertThat(SafeTrace.of(new IllegalStateException("Mme Martin", new IOException("Zoé"))))
                .contains("IllegalStateException", "IOException", "HttpDoorTest")
                .doesNotContain("Martin", "Zoé");
    }

    @Test
    void assetsMayBeKeptForEverUnderTheirHash() throws Exception {
        HttpResponse<String> asset = get("/assets/a.css");
        assertThat(asset.body()).contains("color");
        assertThat(asset.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String tag = asset.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> named = get("/assets/a.css?v=" + tag.replace("\"", ""));
        assertThat(named.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        HttpResponse<String> again =
                client.send(
                        to("/assets/a.css").header("If-None-Match", tag).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void aFileToSaveHasAHarmlessName() throws Exception {
        assertThat(get("/pdf").headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"a_b.pdf\"");
    }

    @Test
    void healthAndMetricsAreTold() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        healthy.set(false);
        assertThat(get("/healthz").statusCode()).isEqualTo(503);
        healthy.set(true);
        assertThat(get("/metrics").body()).contains("chevet_http_open_pages");
    }

    @Test
    void anOpenPageIsToldOfItsTopicsOnly() throws Exception {
        allowed.set(true);
        HttpResponse<InputStream> stream =
                client.send(to("/live").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("retry: 2000");
            lines.readLine();
            live.changed("accounts");
            live.changed("beds");
            assertThat(lines.readLine()).isEqualTo("event: beds");
            assertThat(lines.readLine()).isEqualTo("data: changed");
            lines.readLine();
            allowed.set(false);
            live.changed("meals");
            assertThat(lines.readLine()).as("the session is over").isNull();
        }
    }

    @Test
    void aReaderThatTakesNothingHoldsNobodyUp() throws Exception {
        allowed.set(true);
        SSLSocket slow =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), door.port());
        slow.getOutputStream()
                .write("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        slow.getOutputStream().flush();
        assertThat(slow.getInputStream().read()).isEqualTo('H');
        HttpResponse<InputStream> stream =
                client.send(to("/live").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (slow;
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 20; i++) {
                live.changed("beds");
                String line = lines.readLine();
                while (!"event: beds".equals(line)) {
                    assertThat(line).isNotNull();
                    line = lines.readLine();
                }
            }
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
    }
}

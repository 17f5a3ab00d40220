package chevet.ward.http;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLContext;
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
class ObjectDoorTest {
    private static final byte[] FILM = new byte[3_000_003];
    @TempDir static Path directory;
    private final LiveHub live = new LiveHub();
    private HttpDoor door;
    private HttpClient client;
    private ObjectRef film;

    @BeforeAll
    void start() {
        new Random(1).nextBytes(FILM);
        CertificateAuthority ca =
                CertificateAuthority.in(directory.resolve("ca"), InstantSource.system());
        SSLContext tls = KeyStores.context(ca.server(List.of()), ca.certificate());
        ObjectStore store =
                ObjectStore.open(directory.resolve("store"), Long.MAX_VALUE, Clock.systemUTC());
        film = store.keep(FILM, "video/mp4");
        door =
                new HttpDoor(
                        new WardConfig.Listener("127.0.0.1", 0),
                        tls,
                        new Routes().objects(store),
                        live,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> true);
        door.start();
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    @AfterAll
    void stop() {
        door.close();
        client.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + door.port() + path))
                .timeout(Duration.ofSeconds(15));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void anObjectIsGivenWholeAndMayBeKeptForEver() throws Exception {
        HttpResponse<byte[]> response = get(film.path());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(FILM);
        assertThat(header(response, "ETag")).isEqualTo("\"" + film.sha256() + "\"");
        assertThat(header(response, "Cache-Control")).contains("immutable").contains("public");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(response, "Set-Cookie")).isEmpty();
        assertThat(get(film.path(), "If-None-Match", header(response, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bytes=0-0             | 0       | 1
                    bytes=1048576-        | 1048576 | 3000003
                    bytes=-10             | 2999993 | 3000003
                    bytes=2999999-9999999 | 2999999 | 3000003
                    """)
    void aRangeIsGivenAsAsked(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> response = get(film.path(), "Range", range);
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(FILM, from, to));
        assertThat(header(response, "Content-Range"))
                .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + FILM.length);
    }

    @Test
    void severalRangesComeInOneAnswer() throws Exception {
        HttpResponse<byte[]> response = get(film.path(), "Range", "bytes=0-3,100-199");
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(header(response, "Content-Type")).startsWith("multipart/byteranges; boundary=");
        assertThat(header(response, "Content-Length"))
                .isEqualTo(String.valueOf(response.body().length));
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        assertThat(body)
                .contains("Content-Range: bytes 0-3/3000003")
                .contains("Content-Range: bytes 100-199/3000003")
                .contains(new String(FILM, 100, 100, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatDoesNotExistOfItIsSaidToBeSo() throws Exception {
        HttpResponse<byte[]> response = get(film.path(), "Range", "bytes=3000003-");
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes */3000003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seconds=1-2",
                "bytes=0-1,2-3,4-5,6-7,8-9,10-11,12-13,14-15,16-17",
            })
    void aRangeThatWeDoNotServeGivesTheWhole(String range) throws Exception {
        HttpResponse<byte[]> response = get(film.path(), "Range", range);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(FILM.length);
    }

    @Test
    void aRangeOfAnotherStateGivesTheWhole() throws Exception {
        assertThat(get(film.path(), "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(
                        get(
                                        film.path(),
                                        "Range",
                                        "bytes=0-9",
                                        "If-Range",
                                        "\"" + film.sha256() + "\"")
                                .statusCode())
                .isEqualTo(206);
    }

    @Test
    void headSaysHowLongItIs() throws Exception {
        HttpResponse<byte[]> response =
                client.send(
                        to(film.path()).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Length")).isEqualTo("3000003");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/objects",
                "/objects/",
                "/objects/ab/",
                "/objects/../staging/x",
                "/objects/%2e%2e/staging/x",
                "/objects/ab/abababababababababababababababababababababababababababababababab",
            })
    void thereIsNoListAndNothingBesideObjects(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void nothingCanBeWrittenThere() throws Exception {
        assertThat(
                        client.send(
                                        to(film.path())
                                                .POST(HttpRequest.BodyPublishers.ofString("x"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                .isIn(404, 405);
    }
}

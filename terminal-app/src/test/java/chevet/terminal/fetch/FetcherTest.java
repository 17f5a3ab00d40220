package chevet.terminal.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.config.pack.Fault;
import chevet.config.pack.ObjectSource;
import chevet.config.pack.ObjectStore;
import chevet.config.pack.Pace;
import chevet.model.pack.ObjectRef;
import chevet.ward.http.HttpDoor;
import chevet.ward.http.LiveHub;
import chevet.ward.http.Reply;
import chevet.ward.http.Routes;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real server's door, real TLS, real files. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class FetcherTest {
    private static final int CHUNK = ObjectRef.CHUNK;
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(200));

    private static void nothing() {}

    @TempDir private static Path house;
    private final LiveHub live = new LiveHub();
    private CertificateAuthority ca;
    private ObjectStore wards;
    private HttpDoor door;
    private HttpObjects http;
    private final HttpClient player = HttpClient.newHttpClient();
    private int run;
    private ObjectStore store;

    @BeforeAll
    void start() {
        ca = CertificateAuthority.in(house.resolve("ca"), InstantSource.system());
        SSLContext tls = KeyStores.context(ca.server(List.of()), ca.certificate());
        wards = ObjectStore.open(house.resolve("ward"), Long.MAX_VALUE, Clock.systemUTC());
        door =
                new HttpDoor(
                        new WardConfig.Listener("127.0.0.1", 0),
                        tls,
                        new Routes().objects(wards),
                        live,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> true);
        door.start();
        http = new HttpObjects(URI.create("https://localhost:" + door.port() + "/"), tls);
    }

    @AfterAll
    void stop() {
        http.close();
        door.close();
        player.close();
    }

    @BeforeEach
    void opens() {
        store = open();
    }

    private ObjectStore open() {
        return ObjectStore.open(house.resolve("t" + run++), 50L * CHUNK, Clock.systemUTC());
    }

    private static byte[] film(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void arrives(Fetch fetch, ObjectRef object) throws Exception {
        LinkedBlockingQueue<ObjectRef> told = new LinkedBlockingQueue<>();
        try (AutoCloseable _ = fetch.watch(told::add)) {
            while (!fetch.coming(object).here()) {
                // Told, or had come before we watched.
                if (told.poll(20, TimeUnit.SECONDS) == null) {
                    assertThat(fetch.coming(object)).satisfies(c -> assertThat(c.here()).isTrue());
                }
            }
        }
    }

    private HttpResponse<byte[]> play(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return player.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aFilmComesOverTlsAndIsGivenToThePlayer() throws Exception {
        byte[] bytes = film(1, 3 * CHUNK + 5);
        ObjectRef film = wards.keep(bytes, "video/mp4");
        try (Fetcher fetch = new Fetcher(store, http, FetcherTest::nothing)) {
            assertThat(fetch.coming(film)).isEqualTo(new Coming(0, film.bytes(), Optional.empty()));
            fetch.want("library", Wish.PRESCRIBED, List.of(film));
            arrives(fetch, film);
            assertThat(play(fetch.address(film)).body()).isEqualTo(bytes);
            HttpResponse<byte[]> part =
                    play(fetch.address(film), "Range", "bytes=" + CHUNK + "-" + (CHUNK + 9));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, CHUNK, CHUNK + 10));
            assertThat(play(fetch.address(film), "Range", "bytes=99999999-").statusCode())
                    .isEqualTo(416);
            assertThat(fetch.address(film).getPath()).endsWith(".mp4");
            assertThat(play(fetch.address(film).resolve("/x/y.mp4")).statusCode()).isEqualTo(404);
        }
    }

    private Path file(String sha256) {
        return house.resolve("t" + (run - 1) + "/objects/" + sha256.substring(0, 2) + "/" + sha256);
    }

    /** A player that reads it just then gets the right bytes, and waits for them at most. */
    @Test
    void whatTheDiskSpoilsComesOnceMoreWhileItPlays() throws Exception {
        byte[] bytes = film(7, 4 * CHUNK + 5);
        ObjectRef film = wards.keep(bytes, "video/mp4");
        Slow slow = new Slow();
        slow.allowed.release(1_000_000);
        try (Fetcher fetch = new Fetcher(store, slow, FetcherTest::nothing)) {
            fetch.want("library", Wish.NOW, List.of(film));
            arrives(fetch, film);
            byte[] spoilt = bytes.clone();
            Arrays.fill(spoilt, 2 * CHUNK + 7, 3 * CHUNK, (byte) 0);
            Files.write(file(film.sha256()), spoilt);
            assertThat(play(fetch.address(film)).body()).isEqualTo(bytes);
            assertThat(slow.asked).last().isEqualTo("video/mp4@2");
            arrives(fetch, film);
            Files.delete(file(film.sha256()));
            assertThat(play(fetch.address(film)).body()).as("its file gone").isEqualTo(bytes);
            arrives(fetch, film);
            Files.write(file(film.chunks().orElseThrow()), new byte[] {1});
            assertThat(play(fetch.address(film)).body()).isEqualTo(bytes);
        }
        assertThat(store.provable(film)).as("its proof came once more").isTrue();
    }

    @Test
    void subtitlesAreReadWhenTheyAreHere() throws Exception {
        ObjectRef text = wards.keep(new byte[] {1, 2}, "text/vtt");
        try (Fetcher fetch = new Fetcher(store, http, FetcherTest::nothing)) {
            assertThat(fetch.bytes(text)).isEmpty();
            fetch.want("library", Wish.NOW, List.of(text));
            arrives(fetch, text);
            assertThat(fetch.bytes(text)).contains(new byte[] {1, 2});
        }
    }

    /** Gives what it is allowed to; says in which order it was asked. */
    private final class Slow implements ObjectSource {
        final Semaphore allowed = new Semaphore(0);
        final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Answer from(ObjectRef object, long offset) throws InterruptedException {
            asked.add(object.mediaType() + "@" + offset / CHUNK);
            Answer answer = http.from(object, offset);
            return answer instanceof Answer.Bytes bytes && object.bytes() > CHUNK
                    ? new Answer.Bytes(
                            new Held(bytes.bytes()), bytes.offset(), bytes.total(), bytes.tag())
                    : answer;
        }

        /** One permit lets 64 KiB through. */
        private final class Held extends FilterInputStream {
            private volatile boolean closed;

            Held(InputStream in) {
                super(in);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                allowed.acquireUninterruptibly();
                if (closed) {
                    throw new IOException("closed");
                }
                return in.readNBytes(into, from, length);
            }

            @Override
            public void close() throws IOException {
                closed = true;
                allowed.release(100_000);
                super.close();
            }
        }
    }

    @Test
    void aFilmIsPlayedFromTheStartOfItsDownload() throws Exception {
        byte[] bytes = film(2, 3 * CHUNK);
        ObjectRef film = wards.keep(bytes, "video/mp4");
        Slow slow = new Slow();
        try (Fetcher fetch = new Fetcher(store, slow, FetcherTest::nothing)) {
            fetch.want("player", Wish.NOW, List.of(film));
            slow.allowed.release(16);
            InputStream body =
                    player.send(
                                    HttpRequest.newBuilder(fetch.address(film)).build(),
                                    HttpResponse.BodyHandlers.ofInputStream())
                            .body();
            assertThat(body.readNBytes(CHUNK)).isEqualTo(Arrays.copyOf(bytes, CHUNK));
            assertThat(fetch.coming(film).bytes()).isEqualTo(CHUNK);
            slow.allowed.release(1000);
            assertThat(body.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, CHUNK, 3 * CHUNK));
        }
    }

    @Test
    void whatIsLookedAtTurnsOutWhatIsBroughtForLaterAndThatGoesOnWhereItWas() throws Exception {
        ObjectRef later = wards.keep(film(3, 4 * CHUNK), "video/mp4");
        ObjectRef now = wards.keep(film(4, CHUNK / 2), "image/png");
        Slow slow = new Slow();
        try (Fetcher fetch = new Fetcher(store, slow, FetcherTest::nothing)) {
            fetch.want("shelf", Wish.LATER, List.of(later));
            slow.allowed.release(33);
            while (store.await(later, 2L * CHUNK - 1, Duration.ofSeconds(20)) < 2L * CHUNK) {
                assertThat(fetch.coming(later).fault()).isEmpty();
            }
            fetch.want("player", Wish.NOW, List.of(now));
            arrives(fetch, now);
            arrives(fetch, later);
        }
        assertThat(slow.asked.stream().filter(asked -> !asked.startsWith("application")))
                .containsExactly("video/mp4@0", "image/png@0", "video/mp4@2");
    }

    @Test
    void aServerThatIsAwayIsAskedAgainAndTheStateSaysSo() throws Exception {
        ObjectRef film = wards.keep(film(5, CHUNK), "video/mp4");
        Semaphore down = new Semaphore(3);
        ObjectSource flaky =
                (object, offset) ->
                        down.tryAcquire()
                                ? new ObjectSource.Answer.Failed(Fault.UNREACHABLE)
                                : http.from(object, offset);
        LinkedBlockingQueue<Coming> seen = new LinkedBlockingQueue<>();
        try (Fetcher fetch = new Fetcher(store, flaky, Pace.USUAL, SHORT, FetcherTest::nothing)) {
            fetch.watch(object -> seen.add(fetch.coming(object)));
            fetch.want("library", Wish.PRESCRIBED, List.of(film));
            for (int failure = 0; failure < 3; failure++) {
                assertThat(seen.poll(20, TimeUnit.SECONDS))
                        .satisfies(c -> assertThat(c.fault()).contains(Fault.UNREACHABLE));
            }
            assertThat(seen.poll(20, TimeUnit.SECONDS))
                    .satisfies(c -> assertThat(c.here()).isTrue());
        }
    }

    @Test
    void aTransferGoesOnAfterARestartOfTheTerminal() throws Exception {
        ObjectRef film = wards.keep(film(6, 4 * CHUNK), "video/mp4");
        Path folder = house.resolve("restarted");
        Slow slow = new Slow();
        ObjectStore before = ObjectStore.open(folder, 50L * CHUNK, Clock.systemUTC());
        try (Fetcher fetch = new Fetcher(before, slow, FetcherTest::nothing)) {
            fetch.want("library", Wish.PRESCRIBED, List.of(film));
            slow.allowed.release(40);
            assertThat(before.await(film, 2L * CHUNK - 1, Duration.ofSeconds(20)))
                    .isEqualTo(2L * CHUNK);
        }
        Slow again = new Slow();
        again.allowed.release(1000);
        ObjectStore after = ObjectStore.open(folder, 50L * CHUNK, Clock.systemUTC());
        try (Fetcher fetch = new Fetcher(after, again, FetcherTest::nothing)) {
            fetch.want("library", Wish.PRESCRIBED, List.of(film));
            arrives(fetch, film);
        }
        assertThat(again.asked).containsExactly("video/mp4@2");
    }

    /** HP-40, and a server that is not of this house. */
    @Test
    void nobodyIsFollowedAndNobodyElseIsTrusted() throws Exception {
        ObjectRef film = new ObjectRef("ab".repeat(32), 5, "video/mp4");
        SSLContext tls = KeyStores.context(ca.server(List.of()), ca.certificate());
        Routes elsewhere =
                new Routes()
                        .get(
                                "/objects/{two}/{hash}",
                                _ ->
                                        Reply.text(302, "")
                                                .with("Location", "http://localhost:1/film"));
        LiveHub pages = new LiveHub();
        try (HttpDoor other =
                new HttpDoor(
                        new WardConfig.Listener("127.0.0.1", 0),
                        tls,
                        elsewhere,
                        pages,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> true)) {
            other.start();
            URI root = URI.create("https://localhost:" + other.port() + "/");
            try (HttpObjects trusting = new HttpObjects(root, tls)) {
                assertThat(trusting.from(film, 0))
                        .isEqualTo(new ObjectSource.Answer.Failed(Fault.REDIRECTED));
            }
            CertificateAuthority stranger =
                    CertificateAuthority.in(house.resolve("stranger"), InstantSource.system());
            SSLContext wrong =
                    KeyStores.context(stranger.server(List.of()), stranger.certificate());
            try (HttpObjects distrusting = new HttpObjects(root, wrong)) {
                assertThat(distrusting.from(film, 0))
                        .isEqualTo(new ObjectSource.Answer.Failed(Fault.UNREACHABLE));
            }
        }
    }

    @Test
    void bytesThatAreNoObjectNeverReachThePlayer() throws Exception {
        byte[] bytes = film(8, 2 * CHUNK);
        ObjectRef film = wards.keep(bytes, "video/mp4");
        ObjectSource forger =
                (object, offset) -> {
                    ObjectSource.Answer answer = http.from(object, offset);
                    return object.bytes() > CHUNK
                                    && answer instanceof ObjectSource.Answer.Bytes honest
                            ? new ObjectSource.Answer.Bytes(
                                    new ByteArrayInputStream(film(9, 2 * CHUNK)),
                                    offset,
                                    honest.total(),
                                    honest.tag())
                            : answer;
                };
        LinkedBlockingQueue<Coming> seen = new LinkedBlockingQueue<>();
        try (Fetcher fetch = new Fetcher(store, forger, Pace.USUAL, SHORT, FetcherTest::nothing)) {
            fetch.watch(object -> seen.add(fetch.coming(object)));
            fetch.want("library", Wish.NOW, List.of(film));
            assertThat(seen.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new Coming(0, film.bytes(), Optional.of(Fault.WRONG_CHUNK)));
        }
    }
}

package chevet.terminal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId;
import chevet.sim.Ward;
import chevet.ward.broker.HiveMqWire;
import chevet.ward.broker.Terminals;
import chevet.ward.db.Threads;
import chevet.ward.keys.FileStayKeys;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.Pem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A terminal's link through Paho and mutual TLS, against the real broker and the real roads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@Tag("slow")
class PahoWireTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final StayId STAY = new StayId("st-1");
    private static final TerminalId FIRST = new TerminalId("t-1");
    private static final TerminalId SECOND = new TerminalId("t-2");
    @TempDir static Path directory;
    private CertificateAuthority ca;
    private int port;
    private HiveMqWire wire;
    private Ward ward;

    @BeforeAll
    void start() throws IOException {
        ca = CertificateAuthority.in(directory.resolve("ca"), CLOCK);
        // A fixed port: a broker that comes back comes back where it was.
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        open();
        ward.database().write(tx -> admitted(tx)).join();
    }

    private boolean admitted(chevet.ward.db.Tx tx) {
        ward.admit(tx, STAY, FIRST);
        ward.say(tx, Ward.WARD_STREAM, "menu", "soup");
        return true;
    }

    private void open() {
        wire =
                new HiveMqWire(
                        new WardConfig.Listener("0.0.0.0", port),
                        directory.resolve("broker"),
                        _ -> Optional.of(new Terminals.Place(Ward.SITE, Ward.WARD)),
                        new SimpleMeterRegistry());
        ward =
                new Ward(
                        new Ward.Ports(
                                directory.resolve("ward.db"),
                                false,
                                new FileStayKeys(directory.resolve("ward-keys")),
                                CLOCK,
                                Threads.OWN,
                                wire,
                                List.of(FIRST, SECOND)));
        wire.start(ca.server(List.of()), ca.certificate(), ward.core());
        ward.core().start();
    }

    @AfterAll
    void stop() {
        shut();
    }

    private void shut() {
        wire.close();
        ward.close();
    }

    private TerminalConfig config(TerminalId terminal, String host) throws IOException {
        return config(terminal, host, ca.terminal(terminal));
    }

    private TerminalConfig config(TerminalId terminal, String host, Identity identity)
            throws IOException {
        Path here = Files.createDirectories(directory.resolve(terminal.value() + "-" + host));
        Path trusted = Files.writeString(here.resolve("ca.pem"), Pem.of(ca.certificate()));
        Path certificate = Files.writeString(here.resolve("cert.pem"), identity.certificatePem());
        Path key = Files.writeString(here.resolve("key.pem"), identity.keyPem());
        return new TerminalConfig(
                terminal,
                Ward.SITE,
                Ward.WARD,
                new BedId("214-F"),
                ZoneId.of("Europe/Paris"),
                new TerminalConfig.Server(host, port, 1),
                new TerminalConfig.Tls(trusted, certificate, key),
                here.resolve("data"),
                here.resolve("keys"),
                Language.FR,
                Duration.ofMinutes(2),
                Optional.empty(),
                TerminalConfig.Tv.USUAL,
                TerminalConfig.CONTENT_GIB);
    }

    private static void await(Link link, java.util.function.Predicate<Replica.LinkState> state)
            throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AutoCloseable _ =
                link.watchLink(
                        now -> {
                            if (state.test(now)) {
                                reached.countDown();
                            }
                        })) {
            assertThat(reached.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(Link link, String text) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AutoCloseable _ =
                link.watch(
                        StreamId.Kind.WARD,
                        _ -> {
                            if (link.one(StreamId.Kind.WARD, "menu", String.class)
                                    .equals(Optional.of(text))) {
                                reached.countDown();
                            }
                        })) {
            assertThat(reached.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aLinkCatchesUpTapsAndComesBackWithTheServer() throws Exception {
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        try (Link link = Links.start(config(FIRST, "localhost"), "1.0")) {
            link.onOutcome((_, outcome) -> outcomes.add(outcome));
            await(link, Replica.LinkState::connected);
            assertThat(link.snapshot().stay()).contains(STAY);
            assertThat(link.one(StreamId.Kind.WARD, "menu", String.class)).contains("soup");

            Commands.Sending tap = link.send(Optional.of(STAY), "test.tap", "fish");
            assertThat(tap.outcome().get(20, TimeUnit.SECONDS).status())
                    .isEqualTo(Outcome.Status.ACCEPTED);
            Commands.Sending bad = link.send(Optional.of(STAY), "test.tap", Ward.REFUSE);
            assertThat(bad.outcome().get(20, TimeUnit.SECONDS).reason().orElseThrow().code())
                    .isEqualTo("test.refused");

            ward.database()
                    .write(
                            tx -> {
                                ward.say(tx, Ward.WARD_STREAM, "menu", "stew");
                                return true;
                            })
                    .join();
            await(link, "stew");

            shut();
            await(link, state -> !state.connected());
            Commands.Sending offline = link.send(Optional.of(STAY), "test.tap", "cheese");
            offline.kept().get(5, TimeUnit.SECONDS);
            await(link, state -> state.waiting() == 1);
            open();
            assertThat(offline.outcome().get(60, TimeUnit.SECONDS).status())
                    .isEqualTo(Outcome.Status.ACCEPTED);
            await(link, Replica.LinkState::connected);
            assertThat(ward.taps())
                    .containsEntry(tap.id(), 1)
                    .containsEntry(offline.id(), 1)
                    .doesNotContainKey(bad.id());
            // Many at once: more than the server takes unacknowledged.
            for (int i = 0; i < 200; i++) {
                link.send(Optional.of(STAY), "test.tap", "many " + i);
            }
            for (int i = 0; i < 203; i++) {
                assertThat(outcomes.poll(30, TimeUnit.SECONDS)).isNotNull();
            }
            assertThat(ward.core().presences().seen(FIRST).online()).isTrue();
        }
        // It said goodbye, or the broker did for it.
        CountDownLatch gone = new CountDownLatch(1);
        ward.core().presences().onChange(_ -> gone.countDown());
        if (ward.core().presences().seen(FIRST).online()) {
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ward.core().presences().seen(FIRST).online()).isFalse();
    }

    @Test
    void aServerOfAnotherNameIsNotBelieved() throws Exception {
        // Its certificate is for localhost and 127.0.0.1; this address reaches it and is neither.
        new Socket("127.0.0.2", port).close();
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        PahoWire stranger =
                new PahoWire(
                        "127.0.0.2",
                        port,
                        SECOND,
                        TlsIdentity.context(config(SECOND, "127.0.0.2").tls()));
        tell(stranger, told);
        assertThat(told.poll(40, TimeUnit.SECONDS)).isEqualTo("lost");
    }

    @Test
    void aStrangersCertificateIsRefused() throws Exception {
        Identity other =
                CertificateAuthority.in(directory.resolve("stranger"), CLOCK).terminal(SECOND);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        PahoWire stranger =
                new PahoWire(
                        "127.0.0.1",
                        port,
                        SECOND,
                        TlsIdentity.context(config(SECOND, "127.0.0.1", other).tls()));
        tell(stranger, told);
        assertThat(told.poll(40, TimeUnit.SECONDS)).isEqualTo("lost");
    }

    private static void tell(PahoWire wire, BlockingQueue<String> told) {
        wire.open(
                new TerminalWire.Offer(
                        List.of("chevet/1/w1/down/t-2"),
                        "chevet/1/w1/presence/t-2",
                        Bytes.of("{}")),
                new TerminalWire.Listener() {
                    @Override
                    public void connected(int receiveMaximum) {
                        told.add("connected");
                    }

                    @Override
                    public void received(String topic, byte[] payload) {
                        told.add("received");
                    }

                    @Override
                    public void lost() {
                        told.add("lost");
                    }
                });
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        TerminalConfig config = config(SECOND, "missing");
        Files.writeString(config.tls().key(), "nothing");
        assertThatThrownBy(() -> Links.start(config, "1.0"))
                .hasMessageContaining("no PKCS #8 key in");
    }
}

package chevet.ward.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.config.WardConfig;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.Topics;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.sync.WardWire;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.OpenSsl;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
@Tag("slow")
class HiveMqWireTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final SiteId SITE = new SiteId("hs");
    private static final WardId WARD = new WardId("w2");
    private static final TerminalId OWN = new TerminalId("t-1");
    private static final TerminalId OTHER = new TerminalId("t-2");

    record Message(String topic, String payload, Runnable done) {}

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    private volatile boolean hold;
    private final WardWire.Receiver receiver =
            (topic, payload, done) -> {
                received.add(new Message(topic, new String(payload, UTF_8), done));
                if (!hold) {
                    done.run();
                }
            };
    private final List<Mqtt5BlockingClient> open = new ArrayList<>();
    private CertificateAuthority ca;
    private CertificateAuthority stranger;
    private HiveMqWire wire;
    @TempDir static Path directory;

    @BeforeAll
    void start() {
        InstantSource clock = InstantSource.system();
        ca = CertificateAuthority.in(directory.resolve("ca"), clock);
        stranger = CertificateAuthority.in(directory.resolve("stranger"), clock);
        Set<TerminalId> known = Set.of(OWN, OTHER);
        wire =
                new HiveMqWire(
                        new WardConfig.Listener("127.0.0.1", 0),
                        directory.resolve("broker"),
                        terminal ->
                                known.contains(terminal)
                                        ? Optional.of(new Terminals.Place(SITE, WARD))
                                        : Optional.empty(),
                        meters);
        wire.start(ca.server(List.of()), ca.certificate(), receiver);
    }

    @AfterAll
    void stop() {
        wire.close();
        assertThat(directory.resolve("broker")).as("nothing of the broker's rests").doesNotExist();
    }

    @BeforeEach
    void fresh() {
        received.clear();
        hold = false;
    }

    @AfterEach
    void leave() {
        open.forEach(
                client -> {
                    if (client.getState().isConnected()) {
                        client.disconnect();
                    }
                });
        open.clear();
    }

    private static MqttClientSslConfig tls(
            Identity identity, X509Certificate issuer, X509Certificate trusts) {
        return MqttClientSslConfig.builder()
                .keyManagerFactory(KeyStores.keyManagers(identity, issuer))
                .trustManagerFactory(KeyStores.trustManagers(trusts))
                .protocols(List.of("TLSv1.3"))
                .handshakeTimeout(20, TimeUnit.SECONDS)
                .build();
    }

    private Mqtt5BlockingClient client(String id, Identity identity) {
        return client(id, tls(identity, ca.certificate(), ca.certificate()));
    }

    private Mqtt5BlockingClient client(String id, MqttClientSslConfig tls) {
        Mqtt5BlockingClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(id)
                        .serverHost("127.0.0.1")
                        .serverPort(wire.port())
                        .sslConfig(tls)
                        .buildBlocking();
        open.add(client);
        return client;
    }

    private Mqtt5BlockingClient connected(TerminalId terminal) {
        Mqtt5BlockingClient client = client(terminal.value(), ca.terminal(terminal));
        client.connect();
        return client;
    }

    private Message next() throws InterruptedException {
        Message message = received.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).as("a message in time").isNotNull();
        return message;
    }

    private double refused(String what) {
        Counter counter = meters.find("chevet.broker.refused").tag("what", what).counter();
        return Objects.requireNonNull(counter, what).count();
    }

    private void awaitRefused(String what, double more) {
        await(() -> refused(what) >= more, what + " counted");
    }

    private static void await(java.util.function.BooleanSupplier condition, String what) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void aTerminalsOwnTopicsWorkBothWays() throws Exception {
        Mqtt5BlockingClient terminal = connected(OWN);
        try (Mqtt5BlockingClient.Mqtt5Publishes publishes =
                terminal.publishes(MqttGlobalPublishFilter.ALL)) {
            for (String topic : Topics.subscribedBy(SITE, WARD, OWN)) {
                terminal.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
            }
            for (String topic : Topics.publishedBy(WARD, OWN)) {
                terminal.publishWith()
                        .topic(topic)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload("x".getBytes(UTF_8))
                        .send();
                assertThat(next().topic()).isEqualTo(topic);
            }
            for (String topic : Topics.subscribedBy(SITE, WARD, OWN)) {
                wire.publish(topic, topic.getBytes(UTF_8), topic.contains("answer") ? 0 : 1);
                Mqtt5Publish came =
                        publishes.receive(LIMIT.toSeconds(), TimeUnit.SECONDS).orElseThrow();
                assertThat(came.getTopic()).hasToString(topic);
                assertThat(came.getPayloadAsBytes()).isEqualTo(topic.getBytes(UTF_8));
            }
        }
    }

    @Test
    void aCommandIsAcknowledgedOnlyWhenItIsDealtWith() throws Exception {
        hold = true;
        Mqtt5BlockingClient terminal = connected(OWN);
        var acknowledged =
                terminal.toAsync()
                        .publishWith()
                        .topic(Topics.up(WARD, OWN))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload("tap".getBytes(UTF_8))
                        .send();
        Message command = next();
        // A whole round trip of another: an acknowledgement under way would have come before.
        Mqtt5BlockingClient other = connected(OTHER);
        other.subscribeWith().topicFilter(Topics.down(WARD, OTHER)).send();
        assertThat(acknowledged).isNotDone();
        command.done().run();
        command.done().run();
        assertThat(acknowledged.get(LIMIT.toSeconds(), TimeUnit.SECONDS).getError()).isEmpty();
    }

    @Test
    void whatATerminalSaysReachesNoOtherTerminal() throws Exception {
        Mqtt5BlockingClient other = connected(OTHER);
        Mqtt5BlockingClient terminal = connected(OWN);
        try (Mqtt5BlockingClient.Mqtt5Publishes publishes =
                other.publishes(MqttGlobalPublishFilter.ALL)) {
            other.subscribeWith().topicFilter(Topics.ward(WARD)).send();
            terminal.publishWith().topic(Topics.up(WARD, OWN)).qos(MqttQos.AT_LEAST_ONCE).send();
            wire.publish(Topics.ward(WARD), "for all".getBytes(UTF_8), 1);
            assertThat(
                            publishes
                                    .receive(LIMIT.toSeconds(), TimeUnit.SECONDS)
                                    .orElseThrow()
                                    .getPayloadAsBytes())
                    .asString(UTF_8)
                    .isEqualTo("for all");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chevet/1/w2/up/t-2",
                "chevet/1/w2/down/t-1",
                "chevet/1/w2/presence/t-2",
                "chevet/1/w3/up/t-1",
                "chevet/1/house",
                "chevet/1/w2/ward",
                "else"
            })
    void othersTopicsCannotBePublishedOn(String topic) {
        double before = refused("publish");
        Mqtt5BlockingClient terminal = connected(OWN);
        assertThatThrownBy(
                        () -> terminal.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).send())
                .isInstanceOf(Mqtt5PubAckException.class);
        assertThat(refused("publish")).isEqualTo(before + 1);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chevet/1/w2/down/t-2",
                "chevet/1/w2/answer/+",
                "chevet/1/w2/up/t-1",
                "chevet/1/w3/ward",
                "chevet/1/site/other",
                "#",
                "$SYS/#"
            })
    void othersTopicsCannotBeSubscribedTo(String filter) {
        double before = refused("subscribe");
        Mqtt5BlockingClient terminal = connected(OWN);
        assertThatThrownBy(
                        () ->
                                terminal.subscribeWith()
                                        .topicFilter(filter)
                                        .qos(MqttQos.AT_LEAST_ONCE)
                                        .send())
                .isInstanceOf(Mqtt5SubAckException.class);
        assertThat(refused("subscribe")).isEqualTo(before + 1);
    }

    @Test
    void aSharedSubscriptionIsRefused() {
        double before = refused("subscribe");
        Mqtt5BlockingClient terminal = connected(OWN);
        // The client itself refuses what the server said it has not; so the packet is made by hand.
        assertThatThrownBy(
                        () ->
                                terminal.subscribeWith()
                                        .topicFilter("$share/g/" + Topics.down(WARD, OWN))
                                        .send())
                .isInstanceOf(RuntimeException.class);
        terminal.disconnect();
        try (RawClient raw = raw(OWN)) {
            raw.connect(OWN.value());
            raw.subscribe("$share/g/" + Topics.down(WARD, OWN));
            awaitRefused("subscribe", before + 1);
        }
    }

    @Test
    void aRetainedMessageIsRefused() {
        double before = refused("retain");
        try (RawClient raw = raw(OWN)) {
            raw.connect(OWN.value());
            raw.publishRetained(Topics.presence(WARD, OWN));
            raw.readToEnd();
        }
        awaitRefused("retain", before + 1);
        assertThat(received).isEmpty();
    }

    @Test
    void anothersNameIsRefused() {
        double before = refused("others-name");
        assertThatThrownBy(() -> client(OTHER.value(), ca.terminal(OWN)).connect())
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(refused("others-name")).isEqualTo(before + 1);
    }

    @Test
    void aTerminalThatIsNotOfThisServerIsRefused() {
        double before = refused("unknown-terminal");
        TerminalId unknown = new TerminalId("t-99");
        assertThatThrownBy(() -> connected(unknown)).isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(refused("unknown-terminal")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t/1", "+", "#", "t 1", "chevet/1/house"})
    void anIdThatCannotStandInATopicIsRefused(String id) {
        double before = refused("client-id");
        assertThatThrownBy(() -> client(id, ca.terminal(OWN)).connect())
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(refused("client-id")).isEqualTo(before + 1);
    }

    @Test
    void aSessionThatOutlivesItsConnectionIsRefused() {
        double before = refused("session");
        Mqtt5BlockingClient lasting = client(OWN.value(), ca.terminal(OWN));
        assertThatThrownBy(
                        () ->
                                lasting.connect(
                                        Mqtt5Connect.builder().sessionExpiryInterval(60).build()))
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThatThrownBy(() -> lasting.connect(Mqtt5Connect.builder().cleanStart(false).build()))
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(refused("session")).isEqualTo(before + 2);
    }

    @Test
    void anOlderMqttIsRefused() {
        double before = refused("version");
        var old =
                MqttClient.builder()
                        .useMqttVersion3()
                        .identifier(OWN.value())
                        .serverHost("127.0.0.1")
                        .serverPort(wire.port())
                        .sslConfig(tls(ca.terminal(OWN), ca.certificate(), ca.certificate()))
                        .buildBlocking();
        assertThatThrownBy(old::connect).isInstanceOf(Mqtt3ConnAckException.class);
        assertThat(refused("version")).isEqualTo(before + 1);
    }

    @Test
    void anUnknownAuthoritysCertificateIsRefused() {
        double before = refused("tls");
        Mqtt5BlockingClient client =
                client(
                        OWN.value(),
                        tls(stranger.terminal(OWN), stranger.certificate(), ca.certificate()));
        assertThatThrownBy(client::connect).isInstanceOf(RuntimeException.class);
        awaitRefused("tls", before + 1);
    }

    @Test
    void noCertificateIsRefused() {
        double before = refused("tls");
        Mqtt5BlockingClient client =
                client(
                        OWN.value(),
                        MqttClientSslConfig.builder()
                                .trustManagerFactory(KeyStores.trustManagers(ca.certificate()))
                                .build());
        assertThatThrownBy(client::connect).isInstanceOf(RuntimeException.class);
        awaitRefused("tls", before + 1);
    }

    @Test
    void plainTextIsRefused() throws IOException {
        double before = refused("tls");
        try (java.net.Socket plain = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            OutputStream out = plain.getOutputStream();
            out.write(RawClient.connectPacket(OWN.value()));
            out.flush();
            awaitRefused("tls", before + 1);
        }
    }

    @Test
    void theWillOfALostTerminalArrives() throws Exception {
        Mqtt5BlockingClient terminal = client(OWN.value(), ca.terminal(OWN));
        RawClient raw = raw(OWN);
        raw.connect(OWN.value(), Topics.presence(WARD, OWN), "gone");
        raw.close();
        Message will = next();
        assertThat(will.topic()).isEqualTo(Topics.presence(WARD, OWN));
        assertThat(will.payload()).isEqualTo("gone");
        assertThat(terminal.getState().isConnected()).isFalse();
    }

    @Test
    void aGoodbyeLeavesNoWill() throws Exception {
        Mqtt5BlockingClient terminal = client(OWN.value(), ca.terminal(OWN));
        terminal.connectWith()
                .willPublish()
                .topic(Topics.presence(WARD, OWN))
                .payload("gone".getBytes(UTF_8))
                .applyWillPublish()
                .send();
        terminal.disconnect();
        Mqtt5BlockingClient again = connected(OWN);
        again.publishWith()
                .topic(Topics.presence(WARD, OWN))
                .payload("here".getBytes(UTF_8))
                .send();
        assertThat(next().payload()).isEqualTo("here");
    }

    @Test
    void aWillOnAnothersTopicIsRefused() {
        double before = refused("will");
        Mqtt5BlockingClient terminal = client(OWN.value(), ca.terminal(OWN));
        assertThatThrownBy(
                        () ->
                                terminal.connectWith()
                                        .willPublish()
                                        .topic(Topics.presence(WARD, OTHER))
                                        .applyWillPublish()
                                        .send())
                .isInstanceOf(Mqtt5ConnAckException.class);
        assertThat(refused("will")).isEqualTo(before + 1);
    }

    @Test
    void aPacketOverTheLimitEndsItsOwnConnectionOnly() throws Exception {
        double before = refused("too-large");
        Mqtt5BlockingClient other = connected(OTHER);
        try (RawClient raw = raw(OWN)) {
            raw.connect(OWN.value());
            // Only the head of a 200 MB packet: the broker must not wait for the rest.
            raw.send(new byte[] {0x32, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x60, 0, 1, 'x'});
            raw.readToEnd();
        }
        awaitRefused("too-large", before + 1);
        other.publishWith().topic(Topics.presence(WARD, OTHER)).send();
        assertThat(next().topic()).isEqualTo(Topics.presence(WARD, OTHER));
    }

    @Test
    void aMalformedPacketEndsItsOwnConnectionOnly() throws Exception {
        double before = refused("malformed");
        Mqtt5BlockingClient other = connected(OTHER);
        try (RawClient raw = raw(OWN)) {
            raw.connect(OWN.value());
            raw.send(new byte[] {(byte) 0x82, 3, 0, 1, 2});
            raw.readToEnd();
        }
        awaitRefused("malformed", before + 1);
        other.publishWith().topic(Topics.presence(WARD, OTHER)).send();
        assertThat(next().topic()).isEqualTo(Topics.presence(WARD, OTHER));
    }

    @Test
    void aFloodIsCutAndTheOthersAreServed() throws Exception {
        double before = refused("flood");
        Mqtt5BlockingClient flooder = connected(OWN);
        Mqtt5BlockingClient other = connected(OTHER);
        CountDownLatch sent = new CountDownLatch(3 * Pace.BURST);
        for (int i = 0; i < 3 * Pace.BURST; i++) {
            flooder.toAsync()
                    .publishWith()
                    .topic(Topics.ask(WARD, OWN))
                    .qos(MqttQos.AT_MOST_ONCE)
                    .send()
                    .whenComplete((_, _) -> sent.countDown());
        }
        other.publishWith().topic(Topics.up(WARD, OTHER)).qos(MqttQos.AT_LEAST_ONCE).send();
        assertThat(sent.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitRefused("flood", before + 100);
        await(
                () -> received.stream().anyMatch(m -> m.topic().equals(Topics.up(WARD, OTHER))),
                "the other's command");
    }

    @Test
    void nothingOfTheBrokersIsReadableForOthers() throws IOException {
        Path conf = directory.resolve("broker/conf/config.xml");
        assertThat(Files.getPosixFilePermissions(conf)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(directory.resolve("broker"))).hasSize(3);
    }

    @Test
    void whoComesBackResumesItsSessionAndIsStillKnownByItsCertificate() {
        SSLContext kept = KeyStores.context(ca.terminal(OWN), ca.certificate());
        SSLSocket first = socket(kept);
        try (RawClient raw = new RawClient(first)) {
            raw.connect(OWN.value());
        }
        SSLSocket again = socket(kept);
        try (RawClient raw = new RawClient(again)) {
            raw.connect(OWN.value());
        }
        assertThat(again.getSession().getCreationTime())
                .as("the same session")
                .isEqualTo(first.getSession().getCreationTime());
        double before = refused("others-name");
        try (RawClient raw = new RawClient(socket(kept))) {
            raw.send(RawClient.connectPacket(OTHER.value()));
            raw.readToEnd();
        }
        awaitRefused("others-name", before + 1);
    }

    @Test
    void tlsIsBoringSslsWhereThereIsOne() {
        // Or every figure in docs/performance.md is another one, and nobody would notice.
        assertThat(OpenSsl.unavailabilityCause()).isNull();
        assertThat(OpenSsl.versionString()).contains("BoringSSL");
    }

    private RawClient raw(TerminalId terminal) {
        return new RawClient(socket(KeyStores.context(ca.terminal(terminal), ca.certificate())));
    }

    private SSLSocket socket(SSLContext context) {
        try {
            SSLSocket socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(InetAddress.getLoopbackAddress(), wire.port());
            socket.setSoTimeout((int) LIMIT.toMillis());
            return socket;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

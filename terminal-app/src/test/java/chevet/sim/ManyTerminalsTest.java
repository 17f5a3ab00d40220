package chevet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Outcome;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Link;
import chevet.terminal.link.LinkIdentity;
import chevet.terminal.link.Replica;
import chevet.ward.broker.HiveMqWire;
import chevet.ward.broker.Terminals;
import chevet.ward.db.Threads;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forty links at once through the real broker, mutual TLS on. */
@Timeout(120)
@Tag("slow")
class ManyTerminalsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    @TempDir Path directory;

    @Test
    void allTapsOfAllTerminalsAreDoneOnce() throws Exception {
        List<TerminalId> ids =
                IntStream.rangeClosed(1, 40)
                        .mapToObj("t-%02d"::formatted)
                        .map(TerminalId::new)
                        .toList();
        CertificateAuthority ca = CertificateAuthority.in(directory.resolve("ca"), CLOCK);
        try (HiveMqWire wire =
                        new HiveMqWire(
                                new WardConfig.Listener("127.0.0.1", 0),
                                directory.resolve("broker"),
                                _ -> Optional.of(new Terminals.Place(Ward.SITE, Ward.WARD)),
                                new SimpleMeterRegistry());
                Ward ward =
                        new Ward(
                                new Ward.Ports(
                                        directory.resolve("ward.db"),
                                        false,
                                        new SimKeys(),
                                        CLOCK,
                                        Threads.OWN,
                                        wire,
                                        ids))) {
            wire.start(ca.server(List.of()), ca.certificate(), ward.core());
            ward.core().start();
            for (TerminalId id : ids) {
                ward.database().write(tx -> admitted(ward, tx, id)).join();
            }
            try (ManyTerminals many =
                    new ManyTerminals(
                            ids.stream()
                                    .map(id -> new LinkIdentity(Ward.SITE, Ward.WARD, id, "1.0"))
                                    .toList(),
                            id -> new HiveMqClientWire("127.0.0.1", wire.port(), id, tls(ca, id)),
                            2)) {
                List<CountDownLatch> current = new ArrayList<>();
                for (Link link : many.links().values()) {
                    CountDownLatch its = new CountDownLatch(1);
                    current.add(its);
                    link.watchLink(state -> count(state, its));
                }
                many.start();
                for (CountDownLatch its : current) {
                    assertThat(its.await(60, TimeUnit.SECONDS)).isTrue();
                }
                List<Commands.Sending> taps = new ArrayList<>();
                for (Link link : many.links().values()) {
                    for (int i = 0; i < 25; i++) {
                        taps.add(link.send(link.snapshot().stay(), "test.tap", "tap " + i));
                    }
                }
                for (Commands.Sending tap : taps) {
                    assertThat(tap.outcome().get(30, TimeUnit.SECONDS).status())
                            .isEqualTo(Outcome.Status.ACCEPTED);
                }
                assertThat(ward.taps()).hasSize(1000).containsValue(1).doesNotContainValue(2);
            }
        }
    }

    /** Only a link that is current knows who lies there; a tap for nobody would be refused. */
    private static void count(Replica.LinkState state, CountDownLatch current) {
        if (state.current().isPresent()) {
            current.countDown();
        }
    }

    private static boolean admitted(Ward ward, chevet.ward.db.Tx tx, TerminalId id) {
        ward.admit(tx, new StayId("st-" + id), id);
        return true;
    }

    private static MqttClientSslConfig tls(CertificateAuthority ca, TerminalId id) {
        return MqttClientSslConfig.builder()
                .keyManagerFactory(KeyStores.keyManagers(ca.terminal(id), ca.certificate()))
                .trustManagerFactory(KeyStores.trustManagers(ca.certificate()))
                .handshakeTimeout(60, TimeUnit.SECONDS)
                .build();
    }
}

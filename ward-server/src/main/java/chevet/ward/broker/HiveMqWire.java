package chevet.ward.broker;

import chevet.config.WardConfig;
import chevet.model.place.TerminalId;
import chevet.ward.pki.Identity;
import chevet.ward.sync.WardWire;
import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.ssl.OpenSsl;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded broker: HiveMQ CE in this process, mutual TLS 1.3, nothing on disk. What terminals
 * publish is handed to the receiver in process and goes to nobody else. One at a time in a JVM: the
 * broker's services are static. Safe for all threads once started.
 */
public final class HiveMqWire implements WardWire, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HiveMqWire.class);
    private static final int GRACE_MILLIS = 100;

    private final WardConfig.Listener listener;
    private final BrokerFiles files;
    private final Terminals terminals;
    private final MeterRegistry meters;
    private final Refusals refusals;
    private @Nullable EmbeddedHiveMQ broker;
    private @Nullable TlsRefusals tlsRefusals;
    private volatile @Nullable PublishService publisher;
    private int port;

    /**
     * @param listener where terminals connect
     * @param directory for the broker's own files; emptied at each start
     * @param terminals who may connect
     * @param meters where refusals and connections are counted
     */
    public HiveMqWire(
            WardConfig.Listener listener,
            Path directory,
            Terminals terminals,
            MeterRegistry meters) {
        this.listener = listener;
        this.files = new BrokerFiles(directory);
        this.terminals = terminals;
        this.meters = meters;
        this.refusals = new Refusals(meters);
    }

    /**
     * Opens the port; returns when terminals can connect.
     *
     * @param server the server's identity
     * @param ca whose certificates terminals must have
     * @throws BrokerException when it cannot start: the port is taken
     */
    public void start(Identity server, X509Certificate ca, Receiver receiver) {
        files.wipe();
        files.write(listener, server, ca);
        keepPoolsSmall();
        EmbeddedHiveMQ started =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(files.settings())
                        .withDataFolder(files.data())
                        .withExtensionsFolder(files.extensions())
                        .withEmbeddedExtension(extension(receiver))
                        .withoutLoggingBootstrap()
                        .build();
        // Embedded, the broker lets everyone in where no authenticator stands in the way: never.
        InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(true);
        // It would wait two seconds at its end for more to write down, and it writes nothing.
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(GRACE_MILLIS);
        tlsRefusals = TlsRefusals.listen(refusals);
        broker = started;
        try {
            started.start().join();
        } catch (CompletionException e) {
            close();
            throw new BrokerException("the MQTT broker did not start", e);
        }
        port =
                Services.adminService().getServerInformation().getListener().stream()
                        .mapToInt(com.hivemq.extension.sdk.api.client.parameter.Listener::getPort)
                        .findFirst()
                        .orElse(listener.port());
        LOG.info(
                "broker.started port={} tls={}",
                port,
                OpenSsl.isAvailable() ? OpenSsl.versionString() : "JDK");
        Gauge.builder(
                        "chevet.broker.connections",
                        () ->
                                started.getMetricRegistry()
                                                        .gauge(
                                                                "com.hivemq.networking.connections.current")
                                                        .getValue()
                                                instanceof Number number
                                        ? number
                                        : 0)
                .description("Terminals connected now")
                .register(meters);
    }

    /**
     * Netty keeps a chunk of 4 MiB for each of its threads, on the heap and beside it: too much for
     * messages of some hundred bytes. 1 MiB is the longest packet.
     */
    private static void keepPoolsSmall() {
        if (System.getProperty("io.netty.allocator.maxOrder") == null) {
            System.setProperty("io.netty.allocator.maxOrder", "7");
        }
    }

    /** Where terminals connect, once started. */
    public int port() {
        return port;
    }

    @Override
    public void publish(String topic, byte[] payload, int qos) {
        PublishService to = publisher;
        if (to == null) {
            return;
        }
        to.publish(
                        Builders.publish()
                                .topic(topic)
                                .qos(qos == 0 ? Qos.AT_MOST_ONCE : Qos.AT_LEAST_ONCE)
                                .payload(ByteBuffer.wrap(payload))
                                .build())
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                // Lost here, found by catch-up.
                                LOG.warn(
                                        "a message was not published: {}",
                                        failure.getClass().getSimpleName());
                            }
                        });
    }

    @Override
    public void close() {
        publisher = null;
        EmbeddedHiveMQ running = broker;
        broker = null;
        try {
            if (running != null) {
                running.close();
            }
        } catch (ExecutionException e) {
            LOG.warn(
                    "the broker did not stop cleanly: {}",
                    e.getCause() == null ? e : e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (tlsRefusals != null) {
                tlsRefusals.close();
                tlsRefusals = null;
            }
            files.wipe();
        }
    }

    private EmbeddedExtension extension(Receiver receiver) {
        return EmbeddedExtension.builder()
                .withId("chevet")
                .withName("Chevet")
                .withVersion("1")
                .withAuthor("Chevet")
                .withPriority(0)
                .withStartPriority(1000)
                .withExtensionMain(new Doors(receiver))
                .build();
    }

    /** Sets the gate, the doors and the watch before the port opens. */
    private final class Doors implements ExtensionMain {
        private final Receiver receiver;

        Doors(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            TerminalGate gate = new TerminalGate(terminals, refusals);
            ConnectionWatch watch = new ConnectionWatch(terminals, receiver, refusals);
            Services.securityRegistry().setAuthenticatorProvider(_ -> gate);
            Services.eventRegistry().setClientLifecycleEventListener(_ -> watch);
            Services.initializerRegistry()
                    .setClientInitializer(
                            (client, context) -> {
                                TerminalId terminal =
                                        new TerminalId(client.getClientInformation().getClientId());
                                terminals
                                        .find(terminal)
                                        .ifPresent(
                                                place -> {
                                                    InboundDoor door =
                                                            new InboundDoor(
                                                                    terminal, place, receiver,
                                                                    refusals);
                                                    context.addPublishInboundInterceptor(door);
                                                    context.addSubscribeInboundInterceptor(door);
                                                });
                            });
            publisher = Services.publishService();
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            publisher = null;
        }
    }
}

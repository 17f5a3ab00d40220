package chevet.terminal.link;

import chevet.model.place.TerminalId;
import chevet.model.wire.WireCodec;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MQTT 5 through Eclipse Paho, the only class that touches it. A client object lives for one
 * connection; Paho's own reconnect, persistence and per-topic listeners are not used, and nothing
 * blocks or subscribes on Paho's threads.
 */
public final class PahoWire implements TerminalWire {
    private static final Logger LOG = LoggerFactory.getLogger(PahoWire.class);
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int CONNECT_SECONDS = 30;

    /** What a broker means that names no Receive Maximum (MQTT 5, 3.2.2.3.3). */
    private static final int RECEIVE_MAXIMUM = 65_535;

    private final String uri;
    private final TerminalId terminal;
    private final SSLContext tls;
    private final Apart apart;

    /**
     * @param tls one for the terminal's life
     */
    public PahoWire(String host, int port, TerminalId terminal, SSLContext tls) {
        this(host, port, terminal, tls, Apart.ANYWHERE);
    }

    /**
     * As above.
     *
     * @param apart asked at each touch of the network
     */
    public PahoWire(String host, int port, TerminalId terminal, SSLContext tls, Apart apart) {
        this.apart = apart;
        this.uri = "ssl://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        this.terminal = terminal;
        this.tls = tls;
    }

    @Override
    public Connection open(Offer offer, Listener listener) {
        apart.check();
        PahoConnection connection = new PahoConnection(offer, listener);
        // Building a client and connecting takes Paho up to 300 ms of its caller's time.
        Thread.ofVirtual().name("paho-open").start(connection::connect);
        return connection;
    }

    private MqttConnectionOptions options(Offer offer) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setServerURIs(new String[] {uri});
        options.setAutomaticReconnect(false);
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setMaximumPacketSize(WireCodec.LONGEST + 64L * 1024);
        options.setTopicAliasMaximum(0);
        options.setSocketFactory(new PromptSockets(tls.getSocketFactory()));
        options.setHttpsHostnameVerificationEnabled(true);
        options.setWill(offer.willTopic(), message(offer.will().array(), 1));
        return options;
    }

    private static MqttMessage message(byte[] payload, int qos) {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(false);
        return message;
    }

    private final class PahoConnection implements Connection, MqttCallback {
        private final Offer offer;
        private final Listener listener;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile @org.jspecify.annotations.Nullable MqttAsyncClient client;

        PahoConnection(Offer offer, Listener listener) {
            this.offer = offer;
            this.listener = listener;
        }

        void connect() {
            try {
                MqttAsyncClient fresh =
                        new MqttAsyncClient(uri, terminal.value(), new MemoryPersistence());
                client = fresh;
                fresh.setCallback(this);
                fresh.connect(options(offer), null, then(token -> subscribe(fresh, token)));
                if (ended.get()) {
                    dispose(fresh);
                }
            } catch (MqttException e) {
                lost("connect", e);
            }
        }

        private void subscribe(MqttAsyncClient fresh, IMqttToken connected) {
            int receiveMaximum = receiveMaximum(connected);
            // Not on Paho's own thread: subscribing there can deadlock.
            Thread.ofVirtual()
                    .name("paho-subscribe")
                    .start(
                            () -> {
                                MqttSubscription[] topics =
                                        offer.subscriptions().stream()
                                                .map(topic -> new MqttSubscription(topic, 1))
                                                .toArray(MqttSubscription[]::new);
                                try {
                                    fresh.subscribe(
                                            topics,
                                            null,
                                            then(token -> subscribed(token, receiveMaximum)),
                                            new MqttProperties());
                                } catch (MqttException e) {
                                    lost("subscribe", e);
                                }
                            });
        }

        private void subscribed(IMqttToken token, int receiveMaximum) {
            for (int code : token.getReasonCodes()) {
                if (code >= 0x80) {
                    LOG.warn("Subscription refused, reason code {}", code);
                    lost();
                    return;
                }
            }
            if (!ended.get()) {
                listener.connected(receiveMaximum);
            }
        }

        private int receiveMaximum(IMqttToken connected) {
            Integer named =
                    connected.getResponseProperties() == null
                            ? null
                            : connected.getResponseProperties().getReceiveMaximum();
            return named == null ? RECEIVE_MAXIMUM : named;
        }

        @Override
        public boolean publish(String topic, byte[] payload, int qos) {
            apart.check();
            MqttAsyncClient live = client;
            if (live == null || ended.get()) {
                return false;
            }
            try {
                live.publish(topic, message(payload, qos));
                return true;
            } catch (MqttException e) {
                // Too many under way, or just disconnected: not sent, and still in the outbox.
                LOG.debug("Not sent, reason {}", e.getReasonCode());
                return false;
            }
        }

        @Override
        public void close() {
            MqttAsyncClient old = client;
            if (ended.compareAndSet(false, true) && old != null) {
                Thread.ofVirtual().name("paho-close").start(() -> dispose(old));
            }
        }

        private void lost(String what, @org.jspecify.annotations.Nullable Throwable cause) {
            if (!ended.get()) {
                LOG.info(
                        "No connection to {}: {}, {}",
                        uri,
                        what,
                        cause == null ? "" : root(cause).toString());
            }
            lost();
        }

        private void lost() {
            MqttAsyncClient old = client;
            if (ended.compareAndSet(false, true)) {
                if (old != null) {
                    Thread.ofVirtual().name("paho-close").start(() -> dispose(old));
                }
                listener.lost();
            }
        }

        private MqttActionListener then(java.util.function.Consumer<IMqttToken> next) {
            return new MqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    next.accept(token);
                }

                @Override
                public void onFailure(IMqttToken token, Throwable cause) {
                    lost("refused", cause);
                }
            };
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            if (!ended.get()) {
                listener.received(topic, message.getPayload());
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            lost("disconnected", response.getException());
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            LOG.warn("Paho reports an error, reason {}", exception.getReasonCode());
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            // A row leaves the outbox on its outcome, never on an acknowledgement.
        }

        @Override
        public void connectComplete(boolean reconnect, String server) {
            // The token of connect() says so too, and has the server's properties.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            // Who we are is said by the certificate.
        }
    }

    private static Throwable root(Throwable cause) {
        return cause.getCause() == null ? cause : root(cause.getCause());
    }

    private static void dispose(MqttAsyncClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect(1_000).waitForCompletion(2_000);
            }
        } catch (MqttException e) {
            LOG.debug("Paho's goodbye failed, reason {}", e.getReasonCode());
        }
        try {
            client.disconnectForcibly(0, 100, false);
        } catch (MqttException e) {
            LOG.debug("Paho was disconnected already, reason {}", e.getReasonCode());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("Paho would not close, reason {}", e.getReasonCode());
        }
    }
}

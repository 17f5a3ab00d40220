package chevet.sim;

import chevet.model.place.TerminalId;
import chevet.terminal.link.TerminalWire;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAck;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The terminal's wire on the HiveMQ client, whose threads serve thousands of connections: for load
 * generators, where Paho would need four threads a terminal.
 */
public final class HiveMqClientWire implements TerminalWire {
    private final String host;
    private final int port;
    private final TerminalId terminal;
    private final MqttClientSslConfig tls;

    public HiveMqClientWire(String host, int port, TerminalId terminal, MqttClientSslConfig tls) {
        this.host = host;
        this.port = port;
        this.terminal = terminal;
        this.tls = tls;
    }

    @Override
    public Connection open(Offer offer, Listener listener) {
        ClientConnection connection = new ClientConnection(offer, listener);
        connection.connect();
        return connection;
    }

    private final class ClientConnection implements Connection {
        private final Offer offer;
        private final Listener listener;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final Mqtt5AsyncClient client;

        ClientConnection(Offer offer, Listener listener) {
            this.offer = offer;
            this.listener = listener;
            this.client =
                    MqttClient.builder()
                            .useMqttVersion5()
                            .identifier(terminal.value())
                            .serverHost(host)
                            .serverPort(port)
                            .sslConfig(tls)
                            .addDisconnectedListener(_ -> lost())
                            .buildAsync();
        }

        void connect() {
            client.publishes(
                    MqttGlobalPublishFilter.ALL,
                    message ->
                            listener.received(
                                    message.getTopic().toString(), message.getPayloadAsBytes()));
            client.connectWith()
                    .cleanStart(true)
                    .sessionExpiryInterval(0)
                    .keepAlive(20)
                    .willPublish()
                    .topic(offer.willTopic())
                    .payload(offer.will().array())
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .applyWillPublish()
                    .send()
                    .whenComplete(
                            (connected, failure) -> {
                                if (failure == null) {
                                    subscribe(connected);
                                } else {
                                    lost();
                                }
                            });
        }

        private void subscribe(Mqtt5ConnAck connected) {
            List<Mqtt5Subscription> topics =
                    offer.subscriptions().stream()
                            .map(
                                    topic ->
                                            Mqtt5Subscription.builder()
                                                    .topicFilter(topic)
                                                    .qos(MqttQos.AT_LEAST_ONCE)
                                                    .build())
                            .toList();
            client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(topics).build())
                    .whenComplete(
                            (_, failure) -> {
                                if (failure == null) {
                                    listener.connected(
                                            connected.getRestrictions().getReceiveMaximum());
                                } else {
                                    lost();
                                }
                            });
        }

        private void lost() {
            if (ended.compareAndSet(false, true)) {
                client.disconnect();
                listener.lost();
            }
        }

        @Override
        public boolean publish(String topic, byte[] payload, int qos) {
            if (ended.get()) {
                return false;
            }
            client.publishWith()
                    .topic(topic)
                    .payload(payload)
                    .qos(qos == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
                    .send();
            return true;
        }

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                client.disconnect();
            }
        }
    }
}

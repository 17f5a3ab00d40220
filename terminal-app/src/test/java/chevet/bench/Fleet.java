package chevet.bench;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Many MQTT clients of one process, each with its own certificate, as terminals hold them. */
final class Fleet implements AutoCloseable {
    /** Who connects as what, and hears what. */
    record Member(String id, KeyManagerFactory key, List<String> subscriptions) {}

    private static final int HANDSHAKES_AT_ONCE = 40;

    private final List<Mqtt5AsyncClient> clients = new ArrayList<>();

    /**
     * Connects and subscribes all, some dozens at a time.
     *
     * @param heard called with the member's place in the list and the payload, on the client's
     *     threads
     */
    Fleet(
            int port,
            List<Member> members,
            TrustManagerFactory trust,
            BiConsumer<Integer, byte[]> heard) {
        Semaphore places = new Semaphore(HANDSHAKES_AT_ONCE);
        List<CompletableFuture<?>> connecting = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            int place = i;
            Member member = members.get(i);
            Mqtt5AsyncClient client =
                    Mqtt5Client.builder()
                            .identifier(member.id())
                            .serverHost("localhost")
                            .serverPort(port)
                            .sslConfig(
                                    MqttClientSslConfig.builder()
                                            .keyManagerFactory(member.key())
                                            .trustManagerFactory(trust)
                                            .protocols(List.of("TLSv1.3"))
                                            .handshakeTimeout(60, TimeUnit.SECONDS)
                                            .build())
                            .buildAsync();
            clients.add(client);
            places.acquireUninterruptibly();
            connecting.add(
                    client.connectWith()
                            .cleanStart(true)
                            .sessionExpiryInterval(0)
                            .keepAlive(60)
                            .send()
                            .thenCompose(
                                    connected ->
                                            subscribe(client, member.subscriptions(), place, heard))
                            .whenComplete((done, fault) -> places.release()));
        }
        CompletableFuture.allOf(connecting.toArray(CompletableFuture[]::new))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    private static CompletableFuture<?> subscribe(
            Mqtt5AsyncClient client,
            List<String> topics,
            int place,
            BiConsumer<Integer, byte[]> heard) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (String topic : topics) {
            all.add(
                    client.subscribeWith()
                            .topicFilter(topic)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .callback(message -> heard.accept(place, message.getPayloadAsBytes()))
                            .send());
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    void publish(int place, String topic, byte[] payload) {
        clients.get(place)
                .publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    @Override
    public void close() {
        List<CompletableFuture<?>> going = new ArrayList<>();
        for (Mqtt5AsyncClient client : clients) {
            going.add(client.disconnect().exceptionally(gone -> null));
        }
        CompletableFuture.allOf(going.toArray(CompletableFuture[]::new))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }
}

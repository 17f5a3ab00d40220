package chevet.bench;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.Topics;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;

/**
 * Answers each message on a terminal's {@code up} with the same bytes on its {@code down}, and does
 * nothing else.
 */
final class Echo implements AutoCloseable {
    private final Mqtt5AsyncClient client;

    Echo(int port, CertificateAuthority ca, WardId ward, TrustManagerFactory trust) {
        client =
                Mqtt5Client.builder()
                        .identifier("echo")
                        .serverHost("localhost")
                        .serverPort(port)
                        .sslConfig(
                                MqttClientSslConfig.builder()
                                        .keyManagerFactory(
                                                KeyStores.keyManagers(
                                                        ca.terminal(new TerminalId("echo")),
                                                        ca.certificate()))
                                        .trustManagerFactory(trust)
                                        .protocols(List.of("TLSv1.3"))
                                        .build())
                        .buildAsync();
        client.connectWith().cleanStart(true).send().join();
        client.subscribeWith()
                .topicFilter(Topics.ALL_UP)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(
                        message -> {
                            String from = message.getTopic().toString();
                            TerminalId terminal =
                                    new TerminalId(from.substring(from.lastIndexOf('/') + 1));
                            client.publishWith()
                                    .topic(Topics.down(ward, terminal))
                                    .qos(MqttQos.AT_LEAST_ONCE)
                                    .payload(message.getPayloadAsBytes())
                                    .send();
                        })
                .send()
                .join();
    }

    @Override
    public void close() {
        client.disconnect().exceptionally(gone -> null).join();
    }
}

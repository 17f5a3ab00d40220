package chevet.ward.broker;

import chevet.model.place.Id;
import chevet.model.place.TerminalId;
import chevet.model.wire.Topics;
import chevet.ward.sync.WardWire;
import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationFailedInput;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ClientInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionLostInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ServerInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * How connections end. The broker publishes last wills past the interceptors, to subscribers only:
 * so each connection's will is kept here, and handed to the receiver when the connection ends
 * without a goodbye (MQTT 5, 3.1.2.5).
 */
final class ConnectionWatch implements ClientLifecycleEventListener {
    static final String WILL = "chevet.will";

    private final Terminals terminals;
    private final WardWire.Receiver receiver;
    private final Refusals refusals;

    ConnectionWatch(Terminals terminals, WardWire.Receiver receiver, Refusals refusals) {
        this.terminals = terminals;
        this.receiver = receiver;
        this.refusals = refusals;
    }

    @Override
    public void onMqttConnectionStart(ConnectionStartInput input) {}

    @Override
    public void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {}

    @Override
    public void onAuthenticationFailedDisconnect(AuthenticationFailedInput input) {}

    @Override
    public void onDisconnect(DisconnectEventInput input) {}

    @Override
    public void onConnectionLost(ConnectionLostInput input) {
        deliverWill(input);
    }

    @Override
    public void onClientInitiatedDisconnect(ClientInitiatedDisconnectInput input) {
        if (input.getReasonCode()
                .filter(code -> code != DisconnectedReasonCode.NORMAL_DISCONNECTION)
                .isPresent()) {
            deliverWill(input);
        }
    }

    @Override
    public void onServerInitiatedDisconnect(ServerInitiatedDisconnectInput input) {
        Optional<DisconnectedReasonCode> code = input.getReasonCode();
        code.flatMap(ConnectionWatch::refused)
                .ifPresent(
                        what -> {
                            String client = input.getClientInformation().getClientId();
                            refusals.count(what, Id.is(client) ? client : "");
                        });
        if (code.filter(c -> c == DisconnectedReasonCode.SERVER_SHUTTING_DOWN).isEmpty()) {
            deliverWill(input);
        }
    }

    private void deliverWill(DisconnectEventInput input) {
        Optional<ByteBuffer> will =
                input.getConnectionInformation().getConnectionAttributeStore().remove(WILL);
        if (will.isEmpty()) {
            return;
        }
        TerminalId terminal = new TerminalId(input.getClientInformation().getClientId());
        byte[] payload = new byte[will.get().remaining()];
        will.get().duplicate().get(payload);
        terminals
                .find(terminal)
                .ifPresent(
                        place ->
                                receiver.received(
                                        Topics.presence(place.ward(), terminal),
                                        payload,
                                        () -> {}));
    }

    private static Optional<Refusals.What> refused(DisconnectedReasonCode code) {
        return switch (code) {
            case PACKET_TOO_LARGE -> Optional.of(Refusals.What.TOO_LARGE);
            case RETAIN_NOT_SUPPORTED -> Optional.of(Refusals.What.RETAIN);
            case SHARED_SUBSCRIPTION_NOT_SUPPORTED,
                    WILDCARD_SUBSCRIPTION_NOT_SUPPORTED,
                    TOPIC_FILTER_INVALID ->
                    Optional.of(Refusals.What.SUBSCRIBE);
            case RECEIVE_MAXIMUM_EXCEEDED, MESSAGE_RATE_TOO_HIGH ->
                    Optional.of(Refusals.What.FLOOD);
            case MALFORMED_PACKET,
                    PROTOCOL_ERROR,
                    QOS_NOT_SUPPORTED,
                    TOPIC_NAME_INVALID,
                    TOPIC_ALIAS_INVALID,
                    PAYLOAD_FORMAT_INVALID ->
                    Optional.of(Refusals.What.MALFORMED);
            // The codes are another's, and may grow; those left are no refusals.
            default -> Optional.empty();
        };
    }
}

package chevet.ward.broker;

import chevet.model.place.Id;
import chevet.model.place.TerminalId;
import chevet.model.wire.Topics;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.auth.ModifiableDefaultPermissions;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.connect.WillPublishPacket;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Who may connect: a terminal of this server, under its certificate's name, in MQTT 5, with a
 * session that ends with its connection. Gives it its own topics and no others.
 */
final class TerminalGate implements SimpleAuthenticator {
    /** A presence without cursors is far smaller. */
    static final int WILL_LIMIT = 8 * 1024;

    private final Terminals terminals;
    private final Refusals refusals;

    TerminalGate(Terminals terminals, Refusals refusals) {
        this.terminals = terminals;
        this.refusals = refusals;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        ConnectPacket connect = input.getConnectPacket();
        String client = connect.getClientId();
        if (connect.getMqttVersion() != MqttVersion.V_5) {
            refuse(
                    output,
                    Refusals.What.VERSION,
                    "",
                    ConnackReasonCode.UNSUPPORTED_PROTOCOL_VERSION);
            return;
        }
        if (!Id.is(client)) {
            refuse(
                    output,
                    Refusals.What.CLIENT_ID,
                    "",
                    ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID);
            return;
        }
        Optional<String> name = certificateName(input.getConnectionInformation());
        if (name.isEmpty() || !name.get().equals(client)) {
            refuse(
                    output,
                    Refusals.What.OTHERS_NAME,
                    name.filter(Id::is).orElse(""),
                    ConnackReasonCode.NOT_AUTHORIZED);
            return;
        }
        TerminalId terminal = new TerminalId(client);
        Optional<Terminals.Place> place = terminals.find(terminal);
        if (place.isEmpty()) {
            refuse(
                    output,
                    Refusals.What.UNKNOWN_TERMINAL,
                    client,
                    ConnackReasonCode.NOT_AUTHORIZED);
        } else if (!connect.getCleanStart() || connect.getSessionExpiryInterval() > 0) {
            refuse(output, Refusals.What.SESSION, client, ConnackReasonCode.NOT_AUTHORIZED);
        } else if (connect.getWillPublish()
                .filter(w -> !fits(w, place.get(), terminal))
                .isPresent()) {
            refuse(output, Refusals.What.WILL, client, ConnackReasonCode.NOT_AUTHORIZED);
        } else {
            connect.getWillPublish()
                    .flatMap(WillPublishPacket::getPayload)
                    .ifPresent(
                            will ->
                                    input.getConnectionInformation()
                                            .getConnectionAttributeStore()
                                            .put(ConnectionWatch.WILL, will));
            permit(output.getDefaultPermissions(), place.get(), terminal);
            output.authenticateSuccessfully();
        }
    }

    private static boolean fits(
            WillPublishPacket will, Terminals.Place place, TerminalId terminal) {
        return will.getTopic().equals(Topics.presence(place.ward(), terminal))
                && !will.getRetain()
                && will.getQos() != Qos.EXACTLY_ONCE
                && will.getPayload().map(p -> p.remaining() <= WILL_LIMIT).orElse(true);
    }

    private static void permit(
            ModifiableDefaultPermissions permissions, Terminals.Place place, TerminalId terminal) {
        permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        for (String topic : Topics.publishedBy(place.ward(), terminal)) {
            permissions.add(
                    permission(
                            topic,
                            TopicPermission.MqttActivity.PUBLISH,
                            TopicPermission.Qos.ZERO_ONE));
        }
        for (String topic : Topics.subscribedBy(place.site(), place.ward(), terminal)) {
            // The broker lowers a wished QoS of 2 to 1 by itself.
            permissions.add(
                    permission(
                            topic,
                            TopicPermission.MqttActivity.SUBSCRIBE,
                            TopicPermission.Qos.ALL));
        }
    }

    private static TopicPermission permission(
            String topic, TopicPermission.MqttActivity activity, TopicPermission.Qos qos) {
        return Builders.topicPermission()
                .topicFilter(topic)
                .activity(activity)
                .type(TopicPermission.PermissionType.ALLOW)
                .qos(qos)
                .retain(TopicPermission.Retain.NOT_RETAINED)
                .sharedSubscription(TopicPermission.SharedSubscription.NOT_SHARED)
                .build();
    }

    private void refuse(
            SimpleAuthOutput output, Refusals.What what, String client, ConnackReasonCode code) {
        refusals.count(what, client);
        output.failAuthentication(code);
    }

    private static Optional<String> certificateName(ConnectionInformation connection) {
        return connection
                .getClientTlsInformation()
                .flatMap(ClientTlsInformation::getClientCertificate)
                .flatMap(TerminalGate::commonName);
    }

    /** The one common name of the subject; empty where there are none or several. */
    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
            Optional<String> found = Optional.empty();
            for (Rdn part : subject.getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    if (found.isPresent()) {
                        return Optional.empty();
                    }
                    found = Optional.of(String.valueOf(part.getValue()));
                }
            }
            return found;
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}

package chevet.ward.broker;

import chevet.model.place.TerminalId;
import chevet.model.wire.Topics;
import chevet.ward.sync.WardWire;
import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.interceptor.subscribe.SubscribeInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.subscribe.parameter.SubscribeInboundInput;
import com.hivemq.extension.sdk.api.interceptor.subscribe.parameter.SubscribeInboundOutput;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection's messages on their way in: what is the terminal's own to say goes to the
 * receiver, and to nobody else; everything else is refused and counted. The broker calls it for one
 * message of a connection at a time, and for the next only when a command before it is dealt with:
 * so commands keep their order.
 */
final class InboundDoor implements PublishInboundInterceptor, SubscribeInboundInterceptor {
    /** Longer than any commit takes; the terminal then sends again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TerminalId terminal;
    private final String commands;
    private final Set<String> published;
    private final Set<String> subscribed;
    private final WardWire.Receiver receiver;
    private final Refusals refusals;
    private final Pace pace = new Pace(System.nanoTime());

    InboundDoor(
            TerminalId terminal,
            Terminals.Place place,
            WardWire.Receiver receiver,
            Refusals refusals) {
        this.terminal = terminal;
        this.receiver = receiver;
        this.refusals = refusals;
        this.commands = Topics.up(place.ward(), terminal);
        this.published = Set.copyOf(Topics.publishedBy(place.ward(), terminal));
        this.subscribed = Set.copyOf(Topics.subscribedBy(place.site(), place.ward(), terminal));
    }

    @Override
    public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
        PublishPacket packet = input.getPublishPacket();
        if (!pace.allows(System.nanoTime())) {
            refusals.count(Refusals.What.FLOOD);
            output.preventPublishDelivery(AckReasonCode.QUOTA_EXCEEDED);
        } else if (!published.contains(packet.getTopic())) {
            refusals.count(Refusals.What.PUBLISH, terminal.value());
            output.preventPublishDelivery(AckReasonCode.NOT_AUTHORIZED);
        } else if (packet.getRetain()) {
            refusals.count(Refusals.What.RETAIN, terminal.value());
            output.preventPublishDelivery(AckReasonCode.NOT_AUTHORIZED);
        } else if (packet.getTopic().equals(commands)) {
            awaitCommit(packet, output);
        } else {
            output.preventPublishDelivery(AckReasonCode.SUCCESS);
            receiver.received(packet.getTopic(), bytes(packet), () -> {});
        }
    }

    private void awaitCommit(PublishPacket packet, PublishInboundOutput output) {
        Async<PublishInboundOutput> pending =
                output.async(PATIENCE, TimeoutFallback.FAILURE, AckReasonCode.UNSPECIFIED_ERROR);
        AtomicBoolean resumed = new AtomicBoolean();
        receiver.received(
                packet.getTopic(),
                bytes(packet),
                () -> {
                    if (resumed.compareAndSet(false, true)
                            && pending.getStatus() == Async.Status.RUNNING) {
                        pending.getOutput().preventPublishDelivery(AckReasonCode.SUCCESS);
                        pending.resume();
                    }
                });
    }

    @Override
    public void onInboundSubscribe(SubscribeInboundInput input, SubscribeInboundOutput output) {
        // The broker's permissions refuse it; here it is counted.
        input.getSubscribePacket().getSubscriptions().stream()
                .filter(subscription -> !subscribed.contains(subscription.getTopicFilter()))
                .forEach(_ -> refusals.count(Refusals.What.SUBSCRIBE, terminal.value()));
    }

    private static byte[] bytes(PublishPacket packet) {
        ByteBuffer payload =
                packet.getPayload().orElseGet(() -> ByteBuffer.allocate(0)).duplicate();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}

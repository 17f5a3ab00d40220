package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.wire.Answer;
import chevet.model.wire.Down;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import java.util.ArrayList;
import java.util.List;

/** A wire that keeps what was published until a test takes it. */
final class Post implements WardWire {
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(String topic, Object message, int length, int qos) {}

    @Override
    public synchronized void publish(String topic, byte[] payload, int qos) {
        Object message =
                topic.contains("/answer/") ? WireCodec.answer(payload) : WireCodec.down(payload);
        sent.add(new Sent(topic, message, payload.length, qos));
    }

    /** Takes what was sent on a topic. */
    synchronized List<Down> on(String topic) {
        List<Sent> taken = sent.stream().filter(each -> each.topic.equals(topic)).toList();
        sent.removeAll(taken);
        return taken.stream().map(each -> (Down) each.message).toList();
    }

    List<Down> to(TerminalId terminal) {
        return on(Topics.down(Beds.WARD, terminal));
    }

    /** Takes what was sent to the terminal, and gives those of one kind. */
    <T extends Down> List<T> to(TerminalId terminal, Class<T> kind) {
        return to(terminal).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    synchronized List<Answer> answers() {
        List<Answer> answers =
                sent.stream()
                        .filter(each -> each.message instanceof Answer)
                        .map(each -> (Answer) each.message)
                        .toList();
        sent.removeIf(each -> each.message instanceof Answer);
        return answers;
    }

    /** Topics of what waits, in order. */
    synchronized List<String> topics() {
        return sent.stream().map(Sent::topic).toList();
    }

    synchronized int longest() {
        return sent.stream().mapToInt(Sent::length).max().orElse(0);
    }

    synchronized void clear() {
        sent.clear();
    }

    synchronized int count() {
        return sent.size();
    }
}

package chevet.ward.sync;

import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.wire.Down;
import chevet.model.wire.Outcome;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Outcomes on their way back: gathered on the writer's thread while a group is followed up, sent on
 * the lane, several to one terminal in one message.
 */
final class Replies {
    /** So many outcomes stay far below the longest message. */
    private static final int MOST = 200;

    private final WardWire wire;
    private final Lane lane;
    private List<Reply> gathered = new ArrayList<>();

    private record Reply(WardId ward, TerminalId terminal, Outcome outcome) {}

    private record Address(WardId ward, TerminalId terminal) {}

    Replies(WardWire wire, Lane lane) {
        this.wire = wire;
        this.lane = lane;
    }

    void add(WardId ward, TerminalId terminal, Outcome outcome) {
        gathered.add(new Reply(ward, terminal, outcome));
    }

    /** After each group. */
    void flush() {
        if (!gathered.isEmpty()) {
            List<Reply> all = gathered;
            gathered = new ArrayList<>();
            lane.submit(() -> send(all));
        }
    }

    private void send(List<Reply> all) {
        Map<Address, List<Outcome>> each = new LinkedHashMap<>();
        for (Reply reply : all) {
            each.computeIfAbsent(
                            new Address(reply.ward(), reply.terminal()), to -> new ArrayList<>())
                    .add(reply.outcome());
        }
        each.forEach(
                (to, outcomes) -> {
                    for (int from = 0; from < outcomes.size(); from += MOST) {
                        int through = Math.min(outcomes.size(), from + MOST);
                        wire.publish(
                                Topics.down(to.ward(), to.terminal()),
                                WireCodec.bytes(new Down.Outcomes(outcomes.subList(from, through))),
                                1);
                    }
                });
    }
}

package chevet.terminal.link;

import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import chevet.model.wire.Down;
import chevet.model.wire.Event;
import chevet.model.wire.Outcome;
import chevet.model.wire.Presence;
import chevet.model.wire.StreamId;
import chevet.model.wire.WireCodec;
import chevet.sim.VirtualTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A link on a hand clock and a hand wire, with the words that the tests say to it. */
final class OneTerminal {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final StayId STAY = new StayId("st-1");
    static final StreamId STAY_STREAM = StreamId.stay(STAY);
    static final StreamId OWN = StreamId.terminal(new TerminalId("t-1"));
    static final StreamId WARD = StreamId.ward(new WardId("w1"));
    static final LinkIdentity IDENTITY =
            new LinkIdentity(new SiteId("s1"), new WardId("w1"), new TerminalId("t-1"), "1.0");

    final VirtualTime time = new VirtualTime(NOON);
    final HandWire wire = new HandWire();
    final TerminalStore store;
    final TerminalKeys keys;
    final LinkCore link;

    OneTerminal(TerminalStore store, TerminalKeys keys) {
        this(store, keys, Optional.empty());
    }

    OneTerminal(TerminalStore store, TerminalKeys keys, Optional<Witness> witness) {
        this.store = store;
        this.keys = keys;
        link =
                new LinkCore(
                        new LinkCore.Ports(
                                IDENTITY, time, time, wire, store, keys, new Random(1), () -> {}),
                        witness);
    }

    static OneTerminal inMemory() {
        return new OneTerminal(new MemoryStore(), new MemoryKeys());
    }

    OneTerminal started() {
        link.start();
        time.settle();
        return this;
    }

    OneTerminal connected() {
        started();
        wire.connect(100);
        time.settle();
        return this;
    }

    /** Connected, current, and the stay lies here. */
    OneTerminal occupied() {
        connected();
        say(page(OWN, 0, 1, true, occupancy(1, 0, Optional.of(STAY))));
        say(page(STAY_STREAM, 0, 1, true, event(STAY_STREAM, 1, 0, "k", "\"one\"")));
        wire.presences();
        return this;
    }

    void say(Down message) {
        wire.say(message);
        time.settle();
    }

    void sayCurrent(Map<StreamId, Cursor> heads) {
        Presence presence = new Presence(IDENTITY.terminal(), 1, 1, true, NOON, "", Map.of());
        say(new Down.Current(presence.boot() + "/" + presence.connection(), NOON, heads));
    }

    Commands.Sending tap(String what) {
        Commands.Sending sending = link.send(link.snapshot().stay(), "test.tap", what);
        time.settle();
        return sending;
    }

    void accept(chevet.model.wire.Command command) {
        say(new Down.Outcomes(List.of(accepted(command))));
    }

    static Outcome accepted(chevet.model.wire.Command command) {
        return new Outcome(
                command.id(),
                command.series(),
                command.number(),
                Outcome.Status.ACCEPTED,
                Optional.empty(),
                NOON);
    }

    String value(StreamId.Kind kind, String key) {
        return link.one(kind, key, String.class).orElse("");
    }

    static Event event(StreamId stream, long number, long after, String key, String json) {
        return new Event(
                stream,
                number,
                after,
                key,
                "test.text",
                json.isEmpty() ? Optional.empty() : Optional.of(new chevet.model.wire.Body(json)),
                NOON);
    }

    static Event occupancy(long number, long after, Optional<StayId> stay) {
        return new Event(
                OWN,
                number,
                after,
                "occupancy",
                "stay.occupancy",
                Optional.of(WireCodec.body(new BedOccupancy(new BedId("214-F"), stay))),
                NOON);
    }

    static Down.Page page(
            StreamId stream, long from, long through, boolean reset, Event... events) {
        return new Down.Page(stream, "e1", from, through, reset, true, Arrays.asList(events));
    }

    static Down.Live live(Event... events) {
        return new Down.Live("e1", Arrays.asList(events));
    }
}

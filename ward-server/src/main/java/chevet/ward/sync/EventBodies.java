package chevet.ward.sync;

import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Event;
import chevet.model.wire.StreamId;
import chevet.ward.keys.StayKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bodies of events to what lies in the table and back: a stay's are sealed under its key. */
final class EventBodies {
    private static final Logger log = LoggerFactory.getLogger(EventBodies.class);

    private final StayKeys keys;
    private final SyncMeter meter;

    EventBodies(StayKeys keys, SyncMeter meter) {
        this.keys = keys;
        this.meter = meter;
    }

    byte[] closed(StreamId stream, String item, long number, Body body) {
        byte[] plain = body.json().getBytes(StandardCharsets.UTF_8);
        return stream.kind() == StreamId.Kind.STAY
                ? keys.seal(new StayId(stream.of()), place(item, number), plain)
                : plain;
    }

    /** The event of a row; empty, and counted, where it cannot be opened any more. */
    Optional<Event> opened(EventRow row, long after) {
        StreamId stream = StreamId.of(row.stream());
        try {
            byte[] bytes = row.body();
            if (bytes != null && stream.kind() == StreamId.Kind.STAY) {
                bytes = keys.open(new StayId(stream.of()), place(row.item(), row.number()), bytes);
            }
            Optional<Body> body =
                    Optional.ofNullable(bytes)
                            .map(json -> new Body(new String(json, StandardCharsets.UTF_8)));
            return Optional.of(
                    new Event(stream, row.number(), after, row.item(), row.type(), body, row.at()));
        } catch (StayKeys.KeyGone | IllegalArgumentException e) {
            meter.count(SyncMeter.What.EVENT_UNREADABLE);
            log.warn("event {} of {} left out: {}", row.number(), row.stream(), Fault.told(e));
            return Optional.empty();
        }
    }

    private static String place(String item, long number) {
        return "sync_event/body/" + item + "/" + number;
    }
}

package chevet.model.wire;

import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody at a bed wants done: it is kept in the terminal's outbox until its {@link Outcome}
 * comes back.
 *
 * @param id UUIDv7; the server answers a repeated id with its first outcome and changes nothing
 * @param terminal where it was tapped
 * @param series the outbox's own id; a terminal whose outbox was lost begins a new series at number
 *     1
 * @param number running number in the series, from 1 without holes
 * @param oldest number of the oldest command of this series whose outcome the terminal has not
 *     seen; the server waits for none before it
 * @param stay whom it speaks for; empty only for what no stay is needed for
 * @param tappedAt by the terminal's clock
 * @param type the feature's word for it: {@code meal.choose}
 * @param body what the feature needs to know
 */
public record Command(
        String id,
        TerminalId terminal,
        String series,
        long number,
        long oldest,
        Optional<StayId> stay,
        Instant tappedAt,
        String type,
        Body body) {}

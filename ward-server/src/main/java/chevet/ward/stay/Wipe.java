package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.wire.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stay left a terminal, which has to erase all that it knows of it.
 *
 * @param due since when
 * @param told where the terminal's stream stood then; empty in rows of before
 * @param wiped when the terminal destroyed its key, by its own clock
 * @param received when its signed receipt came
 * @param receipt what was signed, as it came
 */
public record Wipe(
        StayId stay,
        TerminalId terminal,
        BedId bed,
        Instant due,
        Optional<Cursor> told,
        Optional<Instant> wiped,
        Optional<Instant> received,
        Optional<String> receipt) {
    /** Without a receipt after this time somebody has to look. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * True of a terminal that had heard of this leaving when it destroyed its key. What it
     * destroyed before was the key of an earlier coming of the same stay.
     *
     * @param known how far it had come in its stream
     * @param epoch in which numbers are given now: whoever knows it has loaded the stream anew
     *     since a backup was put back
     */
    boolean provenBy(Cursor known, String epoch) {
        return told.filter(
                        at ->
                                known.epoch().equals(at.epoch())
                                        ? known.number() < at.number()
                                        : !known.epoch().equals(epoch))
                .isEmpty();
    }

    /** True where the receipt is late. */
    public boolean late(Instant now) {
        return received.isEmpty() && !now.isBefore(due.plus(PATIENCE));
    }
}

package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stay left a terminal, which has to erase all that it knows of it.
 *
 * @param due since when
 * @param wiped when the terminal destroyed its key, by its own clock
 * @param received when its signed receipt came
 * @param receipt what was signed, as it came
 */
public record Wipe(
        StayId stay,
        TerminalId terminal,
        BedId bed,
        Instant due,
        Optional<Instant> wiped,
        Optional<Instant> received,
        Optional<String> receipt) {
    /** Without a receipt after this time somebody has to look. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** True where the receipt is late. */
    public boolean late(Instant now) {
        return received.isEmpty() && !now.isBefore(due.plus(PATIENCE));
    }
}

package chevet.model.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.wire.Cursor;
import java.time.Instant;
import java.util.Optional;

/**
 * A terminal's signed word that it has destroyed its key of a stay and erased what was sealed with
 * it: body of the command {@code stay.wiped}.
 *
 * @param bed where the terminal stands
 * @param wiped by the terminal's clock
 * @param waiting taps of that stay that no server had answered and that are gone with it
 * @param known how far the terminal had come in its own stream when it destroyed the key: of what
 *     the server said later, of a stay that came back and left again, it proves nothing. Empty from
 *     terminals of before
 * @param certificate of the terminal, DER in Base64
 * @param signature ECDSA with SHA-256 over {@link #signed}, DER in Base64
 */
public record WipeReceipt(
        StayId stay,
        BedId bed,
        Instant wiped,
        int waiting,
        Optional<Cursor> known,
        String certificate,
        String signature) {
    public static final String TYPE = "stay.wiped";

    /** The text that is signed. */
    public String signed(TerminalId terminal) {
        String what =
                String.join(
                        "|",
                        terminal.value(),
                        bed.value(),
                        stay.value(),
                        wiped.toString(),
                        String.valueOf(waiting));
        return known.map(at -> "chevet-wiped-v2|" + what + "|" + at.epoch() + "|" + at.number())
                .orElseGet(() -> "chevet-wiped-v1|" + what);
    }
}

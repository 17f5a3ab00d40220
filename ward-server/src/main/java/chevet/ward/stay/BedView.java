package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import java.time.Instant;
import java.util.Optional;

/** One bed on the ward's board. */
public record BedView(WardId ward, BedId bed, TerminalId terminal, Optional<Guest> guest) {
    /**
     * Who lies there, as a board may show it.
     *
     * @param initial {@code M.}; never the name
     * @param since when the stay began
     * @param day of the stay, 1 on the day of admission
     */
    public record Guest(
            StayId stay,
            Patient.Title title,
            String initial,
            Language language,
            Instant since,
            int day) {
        @Override
        public String toString() {
            return "Guest[" + stay + "]";
        }
    }
}

package chevet.model.staff;

import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.Optional;

/**
 * Body of the command by which a terminal tells that a card opened a session while the ward server
 * could not be asked. It is on the terminal's disk before anything is shown, and its proof says
 * more than the terminal's word.
 *
 * @param session the session's id, made by the terminal
 * @param list {@link StaffList#at} of the list that was believed
 * @param stay who lay there
 * @param proof of {@link Purpose#OFFLINE}, over a nonce that the terminal made
 */
public record OfflineLogin(String session, Instant list, Optional<StayId> stay, Proof proof) {
    public static final String TYPE = "staff.offline";

    @Override
    public String toString() {
        return "OfflineLogin[" + session + "]";
    }
}

package chevet.ward.staff;

import chevet.model.staff.Profile;
import chevet.model.staff.StaffRefusal;

/** What a card's answer to a nonce came to. */
sealed interface Checked {
    /** The card is who it says, and may be used. */
    record Known(Card card, Person person, Profile profile) implements Checked {}

    /**
     * It is not.
     *
     * @param actor for the audit: the person or card where known
     */
    record Refused(StaffRefusal why, String actor) implements Checked {}
}

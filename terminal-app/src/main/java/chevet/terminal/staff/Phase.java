package chevet.terminal.staff;

import chevet.model.staff.Purpose;

/** Where staff stand with the card at this terminal. */
sealed interface Phase {
    /** No card that wants anything: the screen is the patient's. */
    record Away() implements Phase {}

    /** A card is in and is being asked who it is. */
    record Reading() implements Phase {}

    /**
     * The code is asked for.
     *
     * @param purpose what it is for: the login, or breaking the glass
     * @param locked a session was open until now
     */
    record Code(Purpose purpose, boolean locked) implements Phase {}

    /** A session is open. */
    record Open() implements Phase {}

    /**
     * This card opens nothing now.
     *
     * @param key of the words that say why and what to do
     * @param again another try may help
     */
    record Refused(String key, boolean again) implements Phase {}
}

package chevet.terminal.player;

/** Why nothing plays, for the words that the patient reads; IT reads the log. */
public enum Trouble {
    /** Nobody answers at the address, or nothing is sent to the group. */
    NO_SIGNAL,
    /** The address is answered, and there is no such thing. */
    NOT_FOUND,
    /** It came and then stopped. */
    STOPPED,
    /** A format or codec that nothing on this device can play. */
    FORMAT,
    /** It breaks off or is no film at all. */
    DAMAGED,
    /** What would play it is not installed here; one line in the log says what is missing. */
    NOT_INSTALLED
}

package chevet.model.staff;

/** On what a session stands. */
public enum Standing {
    /** The card's signature after its PIN. */
    PIN,
    /** A tap within the grace: to read only. */
    GRACE,
    /** The PIN, and the glass broken for this patient. */
    EMERGENCY,
    /** The PIN and a {@link StaffList}, without the server: to read what the terminal knows. */
    OFFLINE
}

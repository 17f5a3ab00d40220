package chevet.terminal.library;

/** How far something that was told to the ward is on its way. */
enum Sent {
    /** Nothing was told yet. */
    NOTHING,
    /** Being written to disk: nothing may be promised yet. */
    KEEPING,
    /** On disk; it will arrive. */
    WAITING,
    RECEIVED,
    /** It could not be written. */
    NOT_KEPT,
    /** The ward server would not take it. */
    REFUSED
}

package chevet.model.request;

/** What can be asked for without hurry. For everything else there is the room's call button. */
public enum RequestKind {
    PILLOW,
    BLANKET,
    WATER,
    /** Up or down. */
    BLIND,
    /** Somebody shall show how the screen works. */
    SHOW_ME,
    /** In the patient's own words. */
    QUESTION;

    /** True where it says nothing without words of the patient's own. */
    public boolean needsText() {
        return this == QUESTION;
    }
}

package chevet.ward.library;

/** What came of an act of staff. */
public enum LibraryResult {
    DONE,
    /** Nobody lies there any more, or somebody else. */
    NOBODY,
    NO_SUCH_FILM,
    /** It was not prescribed, or is signed off already. */
    NOT_PRESCRIBED
}

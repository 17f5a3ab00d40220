package chevet.config.pack;

/** Why an object could not be had. */
public enum Fault {
    /** It is larger than what the quota leaves when all that may go is gone. */
    OVER_QUOTA(false),
    /** The disk has no room for it. */
    NO_SPACE(true),
    /** The disk does not take it. */
    DISK(true),
    /** Another transfer brings it just now. */
    BUSY(true),
    /** Its name says a length that its bytes, or its chunk list, do not have. */
    WRONG_LENGTH(false),
    /** Something else is wanted more. */
    TURNED_OUT(true),
    /** Nobody answers, or the connection broke. */
    UNREACHABLE(true),
    /** The server does not have it. */
    MISSING(true),
    /** The server answered something else than the object. */
    REFUSED(true),
    /** The server wants us elsewhere; nobody is followed. */
    REDIRECTED(false),
    /** The bytes ended before the object did. */
    TOO_SHORT(true),
    /** There are more bytes than the object has. */
    TOO_LONG(false),
    /** Another range was sent than the one that was asked for. */
    WRONG_RANGE(true),
    /** The object behind the address changed between two ranges. */
    CHANGED(true),
    /** Too few bytes came in too long a time. */
    STALLED(true),
    /** A chunk is not what the chunk list says. */
    WRONG_CHUNK(true),
    /** All of it is not what its name says. */
    WRONG_HASH(true);

    private final boolean passing;

    Fault(boolean passing) {
        this.passing = passing;
    }

    /** True where the same may go well a little later. */
    public boolean passing() {
        return passing;
    }
}

package chevet.ward.audit;

import java.util.Arrays;

/** An entry's number and its hash of 32 bytes, which nobody changes. */
final class Link {
    /** What stands before the first entry. */
    static final Link NONE = new Link(0, new byte[32]);

    private final long number;
    private final byte[] hash;

    Link(long number, byte[] hash) {
        this.number = number;
        this.hash = hash;
    }

    long number() {
        return number;
    }

    /** Not a copy. */
    byte[] hash() {
        return hash;
    }

    boolean same(Link other) {
        return number == other.number && Arrays.equals(hash, other.hash);
    }
}

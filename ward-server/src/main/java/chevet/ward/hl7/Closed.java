package chevet.ward.hl7;

/** Bytes under the feed's key; nobody changes them. */
final class Closed {
    private final byte[] bytes;

    Closed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }
}

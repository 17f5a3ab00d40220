package chevet.ward.meal;

/** Bytes under a stay's key; nobody changes them. */
final class Sealed {
    private final byte[] bytes;

    Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }
}

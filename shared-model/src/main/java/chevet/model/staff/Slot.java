package chevet.model.staff;

/** A key of a PIV card (NIST SP 800-73-4, part 1, table 4b). */
public enum Slot {
    /** PIV authentication: signs after the PIN only. */
    PIN_9A((byte) 0x9A),
    /** Card authentication: signs at a tap. */
    TAP_9E((byte) 0x9E);

    private final byte reference;

    Slot(byte reference) {
        this.reference = reference;
    }

    /** The key reference of GENERAL AUTHENTICATE. */
    public byte reference() {
        return reference;
    }
}

package chevet.terminal.device.card;

/** PC/SC refused; the code says why (pcsc-lite, pcsclite.h). */
final class PcscException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int SUCCESS = 0;
    static final int CANCELLED = 0x80100002;
    static final int TIMEOUT = 0x8010000A;
    static final int UNKNOWN_READER = 0x80100009;
    static final int NO_READERS = 0x8010002E;
    private static final int UNSUPPORTED_CARD = 0x80100065;
    private static final int UNRESPONSIVE_CARD = 0x80100066;
    private static final int PROTO_MISMATCH = 0x8010000F;

    private final int code;

    PcscException(String call, int code) {
        super(call + " " + Integer.toHexString(code));
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Something lies in the reader, but it is no card that this reader can speak with. */
    boolean noChipCard() {
        return code == UNSUPPORTED_CARD || code == UNRESPONSIVE_CARD || code == PROTO_MISMATCH;
    }
}

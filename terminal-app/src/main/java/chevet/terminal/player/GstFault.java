package chevet.terminal.player;

/**
 * What GStreamer's errors mean to a patient, by their numbers in gsterror.h: those of streams and
 * of resources overlap, and the domain is not handed on. The message goes to the log.
 */
final class GstFault {
    private GstFault() {}

    static Trouble trouble(int code) {
        return switch (code) {
            case 3 -> Trouble.NOT_FOUND;
            case 6, 12 -> Trouble.FORMAT;
            case 4, 7, 9, 10 -> Trouble.DAMAGED;
            default -> Trouble.STOPPED;
        };
    }
}

package chevet.terminal.player;

import org.freedesktop.gstreamer.Bus;

/**
 * What GStreamer's errors mean to a patient, by their numbers in gsterror.h: those of streams and
 * of resources overlap, and the domain is not handed on. The message goes to the log.
 */
final class GstFault {
    /** What GStreamer says when it has no decoder; it goes on with what else there is. */
    private static final String MISSING = "missing-plugin";

    private GstFault() {}

    /** Hands on what goes wrong; where there is a picture, its sound alone will not do. */
    static void tell(Bus bus, GstTeller teller) {
        bus.connect(
                (Bus.ERROR)
                        (_, code, message) -> teller.failed(trouble(code), code + " " + message));
        bus.connect(
                "message::element",
                (_, message) -> {
                    String said = String.valueOf(message.getStructure());
                    if (said.startsWith(MISSING) && said.contains("video/")) {
                        teller.failed(Trouble.FORMAT, said);
                    }
                });
    }

    static Trouble trouble(int code) {
        return switch (code) {
            case 3 -> Trouble.NOT_FOUND;
            case 6, 12 -> Trouble.FORMAT;
            case 4, 7, 9, 10 -> Trouble.DAMAGED;
            default -> Trouble.STOPPED;
        };
    }
}

package chevet.terminal.player;

/** Tells a picture that decoding can begin with, by its first bytes. */
final class KeyPicture {
    private static final int H264_SEQUENCE = 7;
    private static final int H264_KEY = 5;
    private static final int HEVC_FIRST_KEY = 16;
    private static final int HEVC_LAST_KEY = 21;
    private static final int HEVC_VIDEO_SET = 32;
    private static final int HEVC_PICTURE_SET = 34;
    private static final int MPEG2_SEQUENCE = 0xb3;

    private KeyPicture() {}

    /**
     * @param type the stream type of the programme map
     * @param at a packet in which a picture begins
     */
    static boolean begins(int type, byte[] b, int at) {
        if (TsPacket.randomAccess(b, at)) {
            return true;
        }
        int end = at + TsPacket.SIZE - 3;
        for (int i = at + TsPacket.payload(b, at); i < end; i++) {
            if (b[i] == 0 && b[i + 1] == 0 && b[i + 2] == 1 && key(type, b[i + 3] & 0xff)) {
                return true;
            }
        }
        return false;
    }

    private static boolean key(int type, int unit) {
        return switch (type) {
            case 0x1b -> (unit & 0x1f) == H264_SEQUENCE || (unit & 0x1f) == H264_KEY;
            case 0x24 -> hevc((unit >> 1) & 0x3f);
            case 0x01, 0x02 -> unit == MPEG2_SEQUENCE;
            default -> false;
        };
    }

    private static boolean hevc(int unit) {
        return (unit >= HEVC_FIRST_KEY && unit <= HEVC_LAST_KEY)
                || (unit >= HEVC_VIDEO_SET && unit <= HEVC_PICTURE_SET);
    }
}

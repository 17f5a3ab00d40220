package chevet.terminal.player;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The outermost boxes of an MP4 file (ISO/IEC 14496-12, 4.2). */
final class Mp4File {
    private static final int HEADER = 16;
    private static final int FILE_TYPE = 0x66747970;

    private Mp4File() {}

    /**
     * True when it is an MP4 file and a box says that it is longer than the file: a player would
     * show its last picture for the rest of the time. Not for the JavaFX thread.
     */
    static boolean cutOff(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long at = 0;
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            while (at < size) {
                header.clear();
                channel.read(header, at);
                header.flip();
                if (header.remaining() < 8 || (at == 0 && header.getInt(4) != FILE_TYPE)) {
                    return at > 0;
                }
                long length = length(header, size - at);
                if (length > size - at) {
                    return true;
                }
                at += length;
            }
            return false;
        } catch (IOException _) {
            // Whoever opens it will say what is wrong.
            return false;
        }
    }

    /** 0 is "to the end", 1 "in the next eight bytes". */
    private static long length(ByteBuffer header, long rest) {
        long said = Integer.toUnsignedLong(header.getInt(0));
        if (said == 1 && header.remaining() == HEADER) {
            return Math.max(HEADER, header.getLong(8));
        }
        return said == 0 ? rest : Math.max(8, said);
    }
}

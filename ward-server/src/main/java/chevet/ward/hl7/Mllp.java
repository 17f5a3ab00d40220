package chevet.ward.hl7;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Frames of the minimal lower layer protocol (HL7 v2.5 implementation guide, appendix C): {@code
 * 0x0B} message {@code 0x1C 0x0D}. One thread.
 */
final class Mllp {
    /** A message has at most so many bytes. */
    static final int LONGEST = 1 << 20;

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;

    /** Blank lines between frames are borne; more than that is no MLLP. */
    private static final int MOST_BETWEEN = 64;

    private final InputStream in;

    Mllp(InputStream in) {
        this.in = new BufferedInputStream(in, 16 * 1024);
    }

    /** What came is not a frame, and where the next begins cannot be told. */
    static final class FrameException extends IOException {
        private static final long serialVersionUID = 1L;

        FrameException(String what) {
            super(what);
        }
    }

    /**
     * The next message without its frame; empty at the end of the stream between two.
     *
     * @param began runs when the first byte of a frame is there
     * @throws FrameException when it is no frame, or too long
     */
    Optional<byte[]> next(Runnable began) throws IOException {
        int between = 0;
        int first = in.read();
        while (first == RETURN || first == '\n') {
            if (++between > MOST_BETWEEN) {
                throw new FrameException("no frame begins");
            }
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        if (first != START) {
            throw new FrameException("no frame begins");
        }
        began.run();
        ByteArrayOutputStream message = new ByteArrayOutputStream(2048);
        for (int next = in.read(); next != END; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the stream ended in a frame");
            }
            if (message.size() == LONGEST) {
                throw new FrameException("message too long");
            }
            message.write(next);
        }
        if (in.read() != RETURN) {
            throw new FrameException("no return behind the end of a message");
        }
        return Optional.of(message.toByteArray());
    }

    /** Writes one frame in one go. */
    static void write(OutputStream out, byte[] message) throws IOException {
        byte[] frame = new byte[message.length + 3];
        frame[0] = START;
        System.arraycopy(message, 0, frame, 1, message.length);
        frame[message.length + 1] = END;
        frame[message.length + 2] = RETURN;
        out.write(frame);
        out.flush();
    }
}

package chevet.terminal.player;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of files that may be older than UTF-8. */
final class Utf8 {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Utf8() {}

    /** UTF-8 without its byte order mark where all of it is UTF-8, else Windows-1252. */
    static String orWindows(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(bytes, WINDOWS);
        }
    }
}

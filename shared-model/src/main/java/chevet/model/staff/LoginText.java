package chevet.model.staff;

import chevet.model.place.TerminalId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a card signs. Both ends make it from what they know themselves. */
public final class LoginText {
    /** Bytes of a nonce. */
    public static final int NONCE = 32;

    private static final String VERSION = "chevet-login-v1";

    private LoginText() {}

    /**
     * The text: {@code "chevet-login-v1" | terminal | nonce | purpose}, words in UTF-8, each part
     * but the last followed by a zero byte. No word holds one and the nonce has its length, so no
     * two texts are the same bytes. Sign it by ECDSA with SHA-256 on P-256, in DER (FIPS 186-5).
     *
     * @param nonce of {@link #NONCE} bytes
     * @throws IllegalArgumentException for a nonce of another length
     */
    public static byte[] of(TerminalId terminal, byte[] nonce, Purpose purpose) {
        if (nonce.length != NONCE) {
            throw new IllegalArgumentException("nonce of " + nonce.length + " bytes");
        }
        byte[] version = VERSION.getBytes(StandardCharsets.UTF_8);
        byte[] where = terminal.value().getBytes(StandardCharsets.UTF_8);
        byte[] what = purpose.word().getBytes(StandardCharsets.UTF_8);
        byte end = 0;
        return ByteBuffer.allocate(version.length + where.length + NONCE + what.length + 3)
                .put(version)
                .put(end)
                .put(where)
                .put(end)
                .put(nonce)
                .put(end)
                .put(what)
                .array();
    }

    /** Its SHA-256, 32 bytes: what a card is given to sign. */
    public static byte[] digest(TerminalId terminal, byte[] nonce, Purpose purpose) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of(terminal, nonce, purpose));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

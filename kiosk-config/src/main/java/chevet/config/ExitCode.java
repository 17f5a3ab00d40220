package chevet.config;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * IT's code to leave the kiosk, as a hash that may stand in a file: {@code
 * pbkdf2-sha256:<iterations>:<salt>:<hash>}, both in hex (RFC 8018, PBKDF2 with HMAC-SHA-256). Slow
 * on purpose: not for the JavaFX thread.
 */
public final class ExitCode {
    private static final String SCHEME = "pbkdf2-sha256";

    /** OWASP's figure for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
    private static final int ITERATIONS = 600_000;

    private static final int BYTES = 32;

    private static final Pattern SHAPE =
            Pattern.compile(SCHEME + ":[0-9]{4,7}:(?:[0-9a-f]{2}){8,32}:[0-9a-f]{64}");

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private ExitCode(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Reads a hash as {@link #hash} writes it.
     *
     * @throws IllegalArgumentException when it has another shape
     */
    public static ExitCode of(String text) {
        String[] parts = text.split(":", -1);
        if (!isHash(text)) {
            throw new IllegalArgumentException(
                    "exit code: not " + SCHEME + ":<iterations>:<salt>:<hash>");
        }
        HexFormat hex = HexFormat.of();
        return new ExitCode(
                Integer.parseInt(parts[1]), hex.parseHex(parts[2]), hex.parseHex(parts[3]));
    }

    /** True where the text has the shape that {@link #hash} writes. */
    public static boolean isHash(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** A code's hash with a new salt. */
    public static String hash(String code) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        HexFormat hex = HexFormat.of();
        return SCHEME
                + ":"
                + ITERATIONS
                + ":"
                + hex.formatHex(salt)
                + ":"
                + hex.formatHex(derived(code, salt, ITERATIONS));
    }

    public boolean opens(String code) {
        return MessageDigest.isEqual(hash, derived(code, salt, iterations));
    }

    private static byte[] derived(String code, byte[] salt, int iterations) {
        try {
            PBEKeySpec spec = new PBEKeySpec(code.toCharArray(), salt, iterations, BYTES * 8);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2", e);
        }
    }
}

package chevet.ward.keys;

import chevet.ward.pki.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of one purpose in a file apart from the data and outside its backups: it seals what
 * belongs to no stay (AES-256-GCM, bound to its place), and makes keyed hashes by which a number
 * can be found again and not be read (HMAC-SHA-256). Safe for all threads.
 */
public final class Vault {
    private static final int SECRET = 32;

    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;

    private Vault(byte[] secret) {
        SecretKeySpec root = new SecretKeySpec(secret, "HmacSHA256");
        this.sealing = new SecretKeySpec(mac(root, "seal"), "AES");
        this.hashing = new SecretKeySpec(mac(root, "hash"), "HmacSHA256");
    }

    /** The vault of that file; makes the secret where there is none. */
    public static Vault in(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            SecretFile.directory(directory);
        }
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[SECRET];
                new SecureRandom().nextBytes(fresh);
                SecretFile.write(file, fresh);
            }
            byte[] secret = Files.readAllBytes(file);
            if (secret.length != SECRET) {
                throw new IllegalStateException("not a secret of ours: " + file.getFileName());
            }
            return new Vault(secret);
        } catch (IOException e) {
            throw new UncheckedIOException("a secret cannot be read", e);
        }
    }

    /**
     * Seals bytes.
     *
     * @param place table, column and row: the same is needed to open them
     */
    public byte[] seal(String place, byte[] plain) {
        return Gcm.seal(sealing, place, 0, plain);
    }

    /**
     * @throws IllegalArgumentException when they were sealed for another place, under another
     *     secret, or are damaged
     */
    public byte[] open(String place, byte[] sealed) {
        return Gcm.open(sealing, place, 0, sealed);
    }

    /** A keyed hash, 64 hexadecimal digits. */
    public String hash(String purpose, byte[] what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(what));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** As above, of a text. */
    public String hash(String purpose, String what) {
        return hash(purpose, what.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKeySpec key, String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}

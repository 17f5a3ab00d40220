package chevet.ward.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The server's one seal: AES-256-GCM with a random nonce of 12 bytes before the ciphertext and its
 * 16-byte tag (NIST SP 800-38D), bound to the place where it is kept. Safe for all threads.
 */
final class Gcm {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;

    /** Asked for once: to look it up among all providers costs as much as to seal a tray. */
    private static final Provider PROVIDER = provider();

    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    /**
     * Seals bytes.
     *
     * @param before so many bytes stay free at the beginning
     */
    static byte[] seal(SecretKey key, String bound, int before, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] out = new byte[before + NONCE + plain.length + TAG];
        System.arraycopy(nonce, 0, out, before, NONCE);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, bound, nonce, 0)
                    .doFinal(plain, 0, plain.length, out, before + NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
        return out;
    }

    /**
     * Opens what was sealed, from {@code before} on.
     *
     * @throws IllegalArgumentException when it was sealed for something else or under another key,
     *     or is damaged
     */
    static byte[] open(SecretKey key, String bound, int before, byte[] sealed) {
        int from = before + NONCE;
        if (sealed.length < from + TAG) {
            throw new IllegalArgumentException("too short to be sealed: " + place(bound));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, bound, sealed, before)
                    .doFinal(sealed, from, sealed.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "sealed for another place, or damaged: " + place(bound), e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String bound, byte[] nonce, int at)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER, PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce, at, NONCE));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String place(String bound) {
        return bound.replace('\n', ' ');
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(CIPHER).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }
}

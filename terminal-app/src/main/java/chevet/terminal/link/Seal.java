package chevet.terminal.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes under one key: AES-256-GCM (NIST SP 800-38D), a random nonce of 96 bits before the
 * ciphertext, and the place it is kept in as authenticated data. For one thread. The server has a
 * seal of its own: its bytes carry a version and its keys are put away and come back, while this
 * one's key is wiped in memory; what both could share is three lines of the JDK's.
 */
public final class Seal {
    /** Length of a key in bytes. */
    public static final int KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random;
    private final byte[] bytes;

    /**
     * @param key of {@link #KEY} bytes; this seal's own from now on
     */
    public Seal(byte[] key, SecureRandom random) {
        if (key.length != KEY) {
            throw new Broken("a key of " + key.length + " bytes", null);
        }
        this.random = random;
        this.bytes = key;
    }

    public byte[] seal(String place, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            ByteBuffer out = ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length));
            out.put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), out);
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    /**
     * @throws Broken when it was not sealed with this key at this place
     */
    public byte[] open(String place, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new Broken("too short to be sealed", null);
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new Broken("not sealed with this key at this place", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
    }

    /** Forgets the key. */
    void forget() {
        Arrays.fill(bytes, (byte) 0);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }

    /** What is sealed cannot be opened. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Broken(String what, @org.jspecify.annotations.Nullable Throwable cause) {
            super(what, cause);
        }
    }
}

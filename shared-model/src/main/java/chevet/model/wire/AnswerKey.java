package chevet.model.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Opens answers that must not stay anywhere. Broker, TLS and MQTT keep buffers of what went through
 * them, for as long as nothing else does: what they keep of such an answer is sealed, and this key,
 * in the memory of who asked, is the only one. X25519 by DHKEM (RFC 9180, 4.1), AES-256-GCM. Safe
 * for all threads.
 */
public final class AnswerKey {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String CURVE = "X25519";
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "chevet-answer-v1".getBytes(StandardCharsets.UTF_8);

    private final KeyPair pair;

    /** A new one. */
    public AnswerKey() {
        try {
            pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X25519", e);
        }
    }

    /** Goes with the ask: the open half, as SubjectPublicKeyInfo in base64. */
    public String open() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /**
     * Seals an answer, each under a key of its own.
     *
     * @param open the open half of who asked
     * @throws WireException for what is no such half
     */
    public static SealedAnswer seal(Object record, String open) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(CURVE)
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(open)));
            KEM.Encapsulated fresh =
                    KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate(0, KEY_BYTES, "AES");
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, fresh.key())
                            .doFinal(WireCodec.unpooledBytes(record));
            return new SealedAnswer(base64(fresh.encapsulation()), base64(sealed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WireException("key", "not the open half of an answer's key");
        }
    }

    /**
     * Opens what was sealed for this key.
     *
     * @throws WireException for anything else, and where it is not such a record
     */
    public <T> T open(SealedAnswer answer, Class<T> type) {
        try {
            SecretKey key =
                    KEM.getInstance("DHKEM")
                            .newDecapsulator(pair.getPrivate())
                            .decapsulate(
                                    Base64.getDecoder().decode(answer.share()),
                                    0,
                                    KEY_BYTES,
                                    "AES");
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key)
                            .doFinal(Base64.getDecoder().decode(answer.sealed()));
            return WireCodec.unpooled(plain, type);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WireException("sealed", "not sealed for this key");
        }
    }

    /** Each key seals one answer, so the nonce may be the same. */
    private static Cipher cipher(int mode, SecretKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, new byte[12]));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "AnswerKey[]";
    }
}

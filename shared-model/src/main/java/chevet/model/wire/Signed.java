package chevet.model.wire;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Who has signed something: cards, terminals and the ward's authority all do so by ECDSA with
 * SHA-256 (FIPS 186-5).
 */
public final class Signed {
    private Signed() {}

    /**
     * Whether that key has signed that text.
     *
     * @param signature in DER; what is no signature is nobody's
     */
    public static boolean by(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

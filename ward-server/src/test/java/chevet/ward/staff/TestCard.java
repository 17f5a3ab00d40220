package chevet.ward.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.LoginText;
import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.model.staff.Slot;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** A card's two keys and certificates, which signs as the real one does. */
public final class TestCard {
    private final Identity pin;
    private final Identity tap;

    /** A new card of that authority. */
    public TestCard(CertificateAuthority authority, String serial) {
        this.pin = authority.holder(serial + " 9a");
        this.tap = authority.holder(serial + " 9e");
    }

    /** Signs with the key that the purpose wants. */
    public Proof sign(TerminalId terminal, Nonce nonce, Purpose purpose) {
        return sign(terminal, nonce, purpose, purpose.slot());
    }

    /** Signs with that key, fit or not. */
    public Proof sign(TerminalId terminal, Nonce nonce, Purpose purpose, Slot slot) {
        Identity with = slot == Slot.PIN_9A ? pin : tap;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(with.key());
            signature.update(LoginText.of(terminal, nonce.bytes(), purpose));
            return new Proof(nonce.nonce(), certificate(slot), base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** In base64. */
    public String certificate(Slot slot) {
        try {
            return base64((slot == Slot.PIN_9A ? pin : tap).certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** The open key in base64. */
    public String key(Slot slot) {
        return base64((slot == Slot.PIN_9A ? pin : tap).certificate().getPublicKey().getEncoded());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package chevet.terminal.link;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;

/** Knows the ward's authority, and so what the ward server has signed. Safe for all threads. */
public final class WardSeal {
    private final List<PublicKey> authorities;

    /**
     * @param authorities EC keys of whom this terminal trusts
     */
    public WardSeal(List<PublicKey> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /**
     * Whether one of them has signed this.
     *
     * @param signature ECDSA with SHA-256, in DER
     */
    public boolean signed(byte[] text, byte[] signature) {
        return authorities.stream().anyMatch(key -> signed(key, text, signature));
    }

    /** Whether that key has: ECDSA with SHA-256, in DER; what is no signature is none. */
    public static boolean signed(PublicKey key, byte[] text, byte[] signature) {
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

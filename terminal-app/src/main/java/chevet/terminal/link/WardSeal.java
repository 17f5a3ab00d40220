package chevet.terminal.link;

import chevet.model.wire.Signed;
import java.security.PublicKey;
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
        return authorities.stream().anyMatch(key -> Signed.by(key, text, signature));
    }
}

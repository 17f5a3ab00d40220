package chevet.model.staff;

import java.time.Instant;
import java.util.Base64;

/**
 * Something to sign, once.
 *
 * @param nonce 32 bytes in base64url without padding
 * @param until from then on it is worth nothing
 */
public record Nonce(String nonce, Instant until) {
    /**
     * @throws IllegalArgumentException when it is no base64url
     */
    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(nonce);
    }
}

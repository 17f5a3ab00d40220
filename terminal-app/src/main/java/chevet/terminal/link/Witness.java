package chevet.terminal.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.model.place.BedId;
import chevet.model.place.TerminalId;
import chevet.model.stay.StayId;
import chevet.model.stay.WipeReceipt;
import chevet.model.wire.Cursor;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs what the terminal says of itself, with the key of its own certificate. Used by the link's
 * thread only.
 */
public final class Witness {
    private final TerminalId terminal;
    private final BedId bed;
    private final X509Certificate certificate;
    private final PrivateKey key;

    /**
     * @param key an EC key, that of the certificate
     */
    public Witness(TerminalId terminal, BedId bed, X509Certificate certificate, PrivateKey key) {
        this.terminal = terminal;
        this.bed = bed;
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * The receipt for a stay of which nothing legible is left here.
     *
     * @param waiting taps of the stay that went unsent
     * @param known how far the terminal had come in its own stream when the key was destroyed
     */
    WipeReceipt erased(StayId stay, Instant at, int waiting, Cursor known) {
        Base64.Encoder base64 = Base64.getEncoder();
        try {
            String own = base64.encodeToString(certificate.getEncoded());
            WipeReceipt unsigned =
                    new WipeReceipt(stay, bed, at, waiting, Optional.of(known), own, "");
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(unsigned.signed(terminal).getBytes(UTF_8));
            return new WipeReceipt(
                    stay,
                    bed,
                    at,
                    waiting,
                    Optional.of(known),
                    own,
                    base64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the terminal's key signs nothing", e);
        }
    }
}

package chevet.terminal.device.card;

import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** A card without a reader that signs as the real one does; its code may be given wrongly. */
public final class SigningCard implements Card {
    private final byte[] code;
    private final byte[] certificate;
    private final String key;
    private final PrivateKey signs;

    /** A new card of that authority. */
    public SigningCard(CertificateAuthority hospital, String code) {
        this(hospital.holder("card"), code);
    }

    private SigningCard(Identity holder, String code) {
        this(holder, holder.key(), code);
    }

    private SigningCard(Identity shown, PrivateKey signs, String code) {
        this.code = code.getBytes(StandardCharsets.US_ASCII);
        this.signs = signs;
        try {
            this.certificate = shown.certificate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        this.key =
                Base64.getEncoder().encodeToString(shown.certificate().getPublicKey().getEncoded());
    }

    /** Two cards: the second shows the first one's certificate and has another key. */
    public static SigningCard[] andItsClone(CertificateAuthority hospital, String code) {
        Identity holder = hospital.holder("card");
        return new SigningCard[] {
            new SigningCard(holder, code),
            new SigningCard(holder, hospital.holder("clone").key(), code)
        };
    }

    /** The open key that it shows: SubjectPublicKeyInfo in base64. */
    public String key() {
        return key;
    }

    @Override
    public CompletableFuture<CardAnswer> present(byte[] digest) {
        return CompletableFuture.completedFuture(signed(digest));
    }

    @Override
    public CompletableFuture<CardAnswer> login(byte[] digest, Pin pin) {
        byte[] typed = Arrays.copyOf(pin.padded(), pin.length());
        pin.wipe();
        return CompletableFuture.completedFuture(
                Arrays.equals(typed, code)
                        ? signed(digest)
                        : new CardAnswer.WrongPin(2, certificate));
    }

    @Override
    public CompletableFuture<Integer> triesLeft() {
        return CompletableFuture.completedFuture(3);
    }

    private CardAnswer signed(byte[] digest) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(signs);
            signature.update(digest);
            return new CardAnswer.Signed(certificate, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

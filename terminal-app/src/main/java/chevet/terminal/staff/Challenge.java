package chevet.terminal.staff;

import chevet.model.place.TerminalId;
import chevet.model.staff.LoginText;
import chevet.model.staff.Nonce;
import chevet.model.staff.Proof;
import chevet.model.staff.Purpose;
import chevet.terminal.device.card.CardAnswer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** A nonce on its way to the card and back as a proof. */
record Challenge(Nonce nonce, Purpose purpose) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The terminal's own, where no server can give one. */
    static Challenge own() {
        byte[] nonce = new byte[LoginText.NONCE];
        RANDOM.nextBytes(nonce);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        return new Challenge(new Nonce(word, Instant.MAX), Purpose.OFFLINE);
    }

    /**
     * What the card signs.
     *
     * @throws IllegalArgumentException when the server's nonce is none
     */
    byte[] digest(TerminalId terminal) {
        return LoginText.digest(terminal, nonce.bytes(), purpose);
    }

    Proof proof(CardAnswer.Signed signed) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Proof(
                nonce.nonce(),
                base64.encodeToString(signed.certificate()),
                base64.encodeToString(signed.signature()));
    }
}

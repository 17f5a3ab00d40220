package chevet.model.staff;

/**
 * What a card says to a nonce.
 *
 * @param nonce as it was given
 * @param certificate of the key that signed: DER in base64
 * @param signature of {@link LoginText}, as X.509 writes it: DER in base64
 */
public record Proof(String nonce, String certificate, String signature) {
    @Override
    public String toString() {
        return "Proof[]";
    }
}

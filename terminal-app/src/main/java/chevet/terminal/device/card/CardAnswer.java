package chevet.terminal.device.card;

/** What a card answers to a challenge. */
public sealed interface CardAnswer {
    /**
     * It has signed.
     *
     * @param certificate X.509, DER, of the key that signed
     * @param signature ECDSA, DER, over the digest
     */
    @SuppressWarnings("ArrayRecordComponent") // On its way to the server, never compared.
    record Signed(byte[] certificate, byte[] signature) implements CardAnswer {
        @Override
        public String toString() {
            return "Signed";
        }
    }

    /**
     * The code was wrong.
     *
     * @param left tries that the card still grants; 0: it is blocked
     * @param certificate X.509, DER, of the key that would have signed
     */
    @SuppressWarnings("ArrayRecordComponent") // On its way to the server, never compared.
    record WrongPin(int left, byte[] certificate) implements CardAnswer {
        @Override
        public String toString() {
            return "WrongPin[" + left + "]";
        }
    }

    /** It was pulled out, or its reader was, before it had answered. */
    record Gone() implements CardAnswer {}

    /**
     * It is no card that can be used here.
     *
     * @param why for the log; holds nothing of a person
     */
    record Unusable(String why) implements CardAnswer {}
}

package chevet.model.wire;

/**
 * An answer that only the {@link AnswerKey} opens for which it was sealed.
 *
 * @param share what the key needs to open it: a DHKEM encapsulation (RFC 9180, 4.1) in base64
 * @param sealed the answer's JSON under AES-256-GCM, its tag at the end, in base64
 */
public record SealedAnswer(String share, String sealed) {
    @Override
    public String toString() {
        return "SealedAnswer[" + sealed.length() + " chars]";
    }
}

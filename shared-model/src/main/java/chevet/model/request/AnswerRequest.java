package chevet.model.request;

import java.util.Optional;

/**
 * Body of the act {@code request.answer}: staff at the bed answers one request of the patient who
 * lies there. The answer holds the {@link PatientRequest} as it then is.
 *
 * @param token of the staff's session
 * @param why see {@link RequestRule#answered}
 */
public record AnswerRequest(
        String token,
        RequestId request,
        PatientRequest.State to,
        Optional<PatientRequest.Why> why,
        Optional<String> said) {
    public static final String TYPE = "request.answer";

    /** Names the request alone: tokens and words end in no log. */
    @Override
    public String toString() {
        return "AnswerRequest[" + request + "]";
    }
}

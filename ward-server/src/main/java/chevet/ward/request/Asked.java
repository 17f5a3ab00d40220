package chevet.ward.request;

import chevet.model.request.PatientRequest;
import java.util.Optional;

/**
 * A request and who of the ward answered it last: what the database keeps of it, sealed.
 *
 * @param by an account, or a person of the staff directory
 */
record Asked(PatientRequest request, Optional<String> by) {
    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Asked[" + request + "]";
    }
}

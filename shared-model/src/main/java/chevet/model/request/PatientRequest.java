package chevet.model.request;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as the ward knows it: body of the event {@code request/<id>} of the stay's stream. One
 * that is over goes from the stream a day later.
 *
 * @param text the patient's own words
 * @param urgent the words sounded like a symptom or distress ({@link Distress}); the patient was
 *     told to press the call button
 * @param since when the patient tapped
 * @param changed when it came into this state
 * @param why it is declined; present in that state only
 * @param said what the ward answered in its own words, in any state
 */
public record PatientRequest(
        RequestId id,
        RequestKind kind,
        Optional<String> text,
        boolean urgent,
        State state,
        Instant since,
        Instant changed,
        Optional<Why> why,
        Optional<String> said) {
    public static final String TYPE = "request.state";

    /** How far it is, in the order in which it goes. */
    public enum State {
        /** The ward has it and nobody has looked yet. */
        SENT,
        /** Somebody of the ward has read it. */
        SEEN,
        /** Somebody is on the way. */
        COMING,
        DONE,
        DECLINED,
        /** The patient no longer needs it. */
        WITHDRAWN;

        /** True while somebody still has to do something. */
        public boolean open() {
            return compareTo(DONE) < 0;
        }
    }

    /** The word with which a request is declined: the patient reads it in the own language. */
    public enum Why {
        /** Not now; it may be asked again later. */
        LATER,
        /** The team comes by and speaks about it. */
        WE_COME_BY,
        /** The doctor has to say so first. */
        ASK_DOCTOR,
        /** Not while the treatment is as it is. */
        NOT_ALLOWED,
        /** There is none here. */
        NONE_HERE
    }

    /** The key of its event in the stay's stream. */
    public static String key(RequestId id) {
        return "request/" + id;
    }

    /** Names the request alone: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "PatientRequest[" + id + "]";
    }
}

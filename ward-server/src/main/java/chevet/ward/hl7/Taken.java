package chevet.ward.hl7;

import java.util.Optional;

/**
 * What became of a message.
 *
 * @param refusal why it is kept aside and not taken, where it is; a retry does not help
 */
record Taken(Ack.Code code, Optional<Refusal> refusal, boolean ended) {
    static final Taken DONE = new Taken(Ack.Code.AA, Optional.empty(), false);
    static final Taken LATER = new Taken(Ack.Code.AR, Optional.empty(), false);

    static Taken refused(Refusal refusal) {
        return new Taken(Ack.Code.AE, Optional.of(refusal), false);
    }
}

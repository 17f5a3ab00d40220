package chevet.terminal.staff;

import chevet.model.staff.StaffRefusal;
import chevet.model.wire.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** What a server's refusal means at the bed. */
final class Refusals {
    /** No answer came: the one that has no reason. */
    static final String SILENCE = "staff.silent";

    /** The list of staff was written too long ago. */
    static final String OLD = "staff.list-old";

    static final String UNUSABLE = "staff.unusable";
    static final String AGAIN = "staff.again";

    private Refusals() {}

    static Optional<StaffRefusal> of(Reason reason) {
        return Stream.of(StaffRefusal.values())
                .filter(each -> each.code().equals(reason.code()))
                .findFirst();
    }

    /** Key of the words for it; what no screen knows has words too. */
    static String key(Reason reason) {
        // The card was not even looked at.
        String other = reason.code().startsWith("ask.") ? "ask" : "other";
        return of(reason).map(Refusals::key).orElse("staff.refused." + other);
    }

    static String key(StaffRefusal refusal) {
        return "staff.refused." + refusal.code().substring("staff.".length());
    }

    /** The session is no more, whatever was asked. */
    static boolean over(Reason reason) {
        return of(reason)
                .filter(
                        each ->
                                each == StaffRefusal.NO_SESSION
                                        || each == StaffRefusal.MOVED
                                        || each == StaffRefusal.WITHDRAWN)
                .isPresent();
    }
}

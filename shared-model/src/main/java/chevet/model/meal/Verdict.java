package chevet.model.meal;

import java.util.List;

/** What the rule says of one dish, or one tray, for one patient. */
public sealed interface Verdict {
    /** It may be served, made as {@link Served} says. */
    record Offered() implements Verdict {}

    /** It may not be served; at least one reason, the gravest first. */
    record Refused(List<Refusal> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("reasons: a refusal has at least one");
            }
        }

        /** Says nothing of the patient: what has a toString ends in a log. */
        @Override
        public String toString() {
            return "Refused[]";
        }
    }
}

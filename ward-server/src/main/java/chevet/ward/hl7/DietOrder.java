package chevet.ward.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one message told of one order for food (HL7 v2.5, chapter 4: ORC, TQ1, ODS, ODT).
 *
 * @param number of the order, by which a later message changes or withdraws it; empty where the
 *     sender gives none, and then a visit has one such order
 * @param told when the message was made
 * @param from when it begins to count
 * @param until when it ends
 * @param lines in their order
 */
record DietOrder(
        String number,
        State state,
        Instant told,
        Instant from,
        Optional<Instant> until,
        List<Line> lines) {
    DietOrder {
        lines = List.copyOf(lines);
    }

    /** Of orders told at once with the same number the later constant counts. */
    enum State {
        IN_FORCE,
        ON_HOLD,
        WITHDRAWN
    }

    /**
     * @param kind ODS-1: D diet, S supplement, P preference; {@code ODT} for a tray's
     * @param codes of its repetitions
     * @param text in the sender's own words
     */
    record Line(String kind, List<Code> codes, Optional<String> text) {
        Line {
            codes = List.copyOf(codes);
        }

        @Override
        public String toString() {
            return "Line[" + kind + "]";
        }
    }

    /**
     * @param code empty where the sender has written words alone
     */
    record Code(String code, Optional<String> text) {
        /** By which the site's table knows it. */
        String key() {
            return code.isEmpty() ? text.orElse("") : code;
        }

        @Override
        public String toString() {
            return "Code[]";
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "DietOrder[" + state + "]";
    }
}

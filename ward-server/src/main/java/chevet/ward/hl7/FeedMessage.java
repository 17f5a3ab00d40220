package chevet.ward.hl7;

import chevet.model.stay.Movement;
import chevet.model.stay.Patient;
import chevet.model.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as far as it concerns us. Numbers of patients and visits are keyed hashes already.
 *
 * @param event {@code ADT^A01}
 * @param told when it was made
 * @param visit the visit that it speaks of; empty where it speaks of a person alone
 * @param movement empty where nobody has moved
 * @param merged the number that is no more (A40)
 * @param food lines of a diet order
 */
record FeedMessage(
        Sender sender,
        String event,
        Instant told,
        Person person,
        Optional<String> visit,
        Optional<Movement> movement,
        Optional<String> merged,
        Optional<DietOrder> food) {
    /**
     * Who sent it, and as which of his messages.
     *
     * @param name hash of application and facility
     * @param control hash of the control id
     * @param digest hash of the whole message
     * @param by as it stands in the history of beds
     */
    record Sender(String name, String control, String digest, String by) {}

    /**
     * Somebody.
     *
     * @param number hash of the patient's number
     * @param language empty where the message does not say
     */
    record Person(String number, Patient.Title title, String name, Optional<Language> language) {
        Patient patient(Language otherwise) {
            return new Patient(title, name, language.orElse(otherwise));
        }

        @Override
        public String toString() {
            return "Person[]";
        }
    }

    /**
     * A diet order of one order number.
     *
     * @param number of the order, as the placer gives it
     * @param control ORC-1 of its order
     * @param lines in their order
     */
    record DietOrder(String number, String control, Instant from, List<Line> lines) {
        DietOrder {
            lines = List.copyOf(lines);
        }

        /**
         * @param kind ODS-1: D diet, S supplement, P preference; {@code ODT} for a tray's
         * @param codes each code, and its text where there is one
         * @param text ODS-4
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

        record Code(String code, Optional<String> text) {
            @Override
            public String toString() {
                return "Code[]";
            }
        }

        @Override
        public String toString() {
            return "DietOrder[]";
        }
    }

    @Override
    public String toString() {
        return "FeedMessage[" + event + "]";
    }
}

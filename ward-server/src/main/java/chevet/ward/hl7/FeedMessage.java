package chevet.ward.hl7;

import chevet.model.record.PatientNumber;
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
 * @param food what it tells of orders for food
 */
record FeedMessage(
        Sender sender,
        String event,
        Instant told,
        Person person,
        Optional<String> visit,
        Optional<Movement> movement,
        Optional<Merged> merged,
        List<DietOrder> food) {
    FeedMessage {
        food = List.copyOf(food);
    }

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
     * A number that is no more.
     *
     * @param number its hash
     * @param known the number itself; empty where it is no number that the console could give
     */
    record Merged(String number, Optional<PatientNumber> known) {
        @Override
        public String toString() {
            return "Merged[]";
        }
    }

    /**
     * Somebody.
     *
     * @param number hash of the patient's number
     * @param known the number itself, by which the record knows the patient; empty where it is no
     *     number that the record could be asked for
     * @param language empty where the message does not say
     */
    record Person(
            String number,
            Optional<PatientNumber> known,
            Patient.Title title,
            String name,
            Optional<Language> language) {
        Patient patient(Language otherwise) {
            return new Patient(title, name, language.orElse(otherwise));
        }

        @Override
        public String toString() {
            return "Person[]";
        }
    }

    @Override
    public String toString() {
        return "FeedMessage[" + event + "]";
    }
}

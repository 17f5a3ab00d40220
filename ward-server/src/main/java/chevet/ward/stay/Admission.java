package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.wire.Reason;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody to put into a bed.
 *
 * @param number by which the hospital knows the patient; empty where nobody has said so
 */
public record Admission(Patient patient, BedId bed, Optional<PatientNumber> number) {
    /** In characters. */
    public static final int LONGEST_NAME = 80;

    /** Of somebody whose number nobody has said. */
    public Admission(Patient patient, BedId bed) {
        this(patient, bed, Optional.empty());
    }

    /**
     * A number as a person writes it.
     *
     * @return empty where it is no number
     */
    static Optional<PatientNumber> number(String written) {
        try {
            return Optional.of(new PatientNumber("", written.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with it, whatever bed it is. */
    Optional<StayResult.Refused> fault() {
        String name = patient.name();
        if (name.isBlank()) {
            return refused(Reason.of("stay.name-missing"));
        }
        if (name.length() > LONGEST_NAME) {
            return refused(
                    new Reason("stay.name-too-long", Map.of("most", String.valueOf(LONGEST_NAME))));
        }
        return unprintable(name) ? refused(Reason.of("stay.name-unprintable")) : Optional.empty();
    }

    static boolean unprintable(String name) {
        return name.codePoints()
                .anyMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.LINE_SEPARATOR
                                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                        || Character.getType(c) == Character.SURROGATE
                                        || Character.getType(c) == Character.PRIVATE_USE);
    }

    private static Optional<StayResult.Refused> refused(Reason reason) {
        return Optional.of(new StayResult.Refused("name", reason));
    }

    @Override
    public String toString() {
        return "Admission[" + bed + "]";
    }
}

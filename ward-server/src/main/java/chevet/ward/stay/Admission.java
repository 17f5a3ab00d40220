package chevet.ward.stay;

import chevet.model.place.BedId;
import chevet.model.stay.Patient;
import chevet.model.wire.Reason;
import java.util.Map;
import java.util.Optional;

/** Somebody to put into a bed. */
public record Admission(Patient patient, BedId bed) {
    /** In characters. */
    public static final int LONGEST_NAME = 80;

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

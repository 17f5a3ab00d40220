package chevet.model.record;

/**
 * The number by which the hospital knows a patient (in France the IPP, HL7 PID-3, FHIR
 * Patient.identifier).
 *
 * @param system who gives it, as a URI; empty for the site's own
 */
public record PatientNumber(String system, String value) {
    /** In characters. */
    public static final int LONGEST = 80;

    /**
     * @throws IllegalArgumentException when there is no value, or it is too long, or holds what no
     *     number holds
     */
    public PatientNumber {
        boolean plain =
                value.chars()
                        .allMatch(c -> c > ' ' && c < 0x7f && c != '|' && c != ',' && c != '\\');
        if (value.isEmpty() || value.length() > LONGEST || !plain) {
            throw new IllegalArgumentException("patient number: 1 to " + LONGEST + " plain signs");
        }
        if (system.length() > 200) {
            throw new IllegalArgumentException("patient number: system too long");
        }
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "PatientNumber[]";
    }
}

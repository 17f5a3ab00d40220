package chevet.ward.hl7;

/**
 * Why a message is not taken, though a retry would not help.
 *
 * @param reason {@code not-hl7}, {@code charset}, {@code undecodable}, {@code version}, {@code
 *     processing}, {@code event}, {@code missing}, {@code malformed}, {@code name}, {@code action}
 * @param field at fault: {@code PV1-3}; empty where it is the whole
 */
record Refusal(String reason, String field) {
    /** The code of table 0357 (HL7 v2.5) for the acknowledgement. */
    String code() {
        return switch (reason) {
            case "missing" -> "101";
            case "malformed", "name" -> "102";
            case "action", "charset" -> "103";
            case "event" -> "201";
            case "processing" -> "202";
            case "version" -> "203";
            default -> "207";
        };
    }
}

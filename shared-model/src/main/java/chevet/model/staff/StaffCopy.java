package chevet.model.staff;

import java.nio.charset.StandardCharsets;

/**
 * The body of the event {@code staff-list} of a ward's stream.
 *
 * @param list a {@link StaffList} as JSON, these very characters signed
 * @param signature of {@link #signed()} by the ward's authority: ECDSA with SHA-256, DER in base64
 */
public record StaffCopy(String list, String signature) {
    public static final String TYPE = "staff.list";

    /** Its key in the ward's stream. */
    public static final String KEY = "staff-list";

    /** The bytes that are signed; nothing else that the authority signs begins so. */
    public byte[] signed() {
        return ("chevet-staff-list-v1\0" + list).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "StaffCopy[" + list.length() + " chars]";
    }
}

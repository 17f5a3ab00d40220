package chevet.model.place;

/**
 * A name that may stand in a topic, a file name and a log line: 1 to 64 letters, digits, dots,
 * hyphens or underscores, beginning with a letter or a digit. It never holds personal data.
 */
public interface Id {
    /** The longest, in characters. */
    int LONGEST = 64;

    /** The name itself, as it stands on the wire. */
    String value();

    /** True where the text has that shape. By hand: a tap reads some forty of them. */
    static boolean is(String text) {
        if (text.isEmpty() || text.length() > LONGEST || ".-_".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
            boolean digit = each >= '0' && each <= '9';
            if (!letter && !digit && ".-_".indexOf(each) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException naming {@code what} and the value when it has another one
     */
    static String checked(String what, String value) {
        if (!is(value)) {
            throw new IllegalArgumentException(
                    what + " is not 1 to 64 of A-Z a-z 0-9 . _ -: \"" + value + "\"");
        }
        return value;
    }
}

package chevet.model.place;

import java.util.regex.Pattern;

/**
 * A name that may stand in a topic, a file name and a log line: 1 to 64 letters, digits, dots,
 * hyphens or underscores, beginning with a letter or a digit. It never holds personal data.
 */
public interface Id {
    Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The name itself, as it stands on the wire. */
    String value();

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException naming {@code what} and the value when it is not of {@link
     *     #SHAPE}
     */
    static String checked(String what, String value) {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " is not 1 to 64 of A-Z a-z 0-9 . _ -: \"" + value + "\"");
        }
        return value;
    }
}

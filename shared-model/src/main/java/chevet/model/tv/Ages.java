package chevet.model.tv;

/**
 * Ages as ratings give them: 0 is for everybody, 18 for adults only. France says 10, 12, 16 and 18
 * (Arcom, recommendation of 7 June 2005 on youth signs); other countries use others.
 */
final class Ages {
    static final int ADULT = 18;

    private Ages() {}

    /**
     * @throws IllegalArgumentException naming {@code what} when it is not 0 to 18
     */
    static int checked(String what, int age) {
        if (age < 0 || age > ADULT) {
            throw new IllegalArgumentException(what + ": not 0 to " + ADULT + ": " + age);
        }
        return age;
    }
}

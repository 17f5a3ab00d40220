package chevet.model.staff;

/** The types of the asks about cards and sessions, and what is asked and answered. */
public final class StaffAsks {
    /** {@link Challenge}, answered by {@link Nonce}. */
    public static final String CHALLENGE = "staff.challenge";

    /** {@link Proof} for {@link Purpose#LOGIN} or {@link Purpose#GRACE}; {@link StaffSession}. */
    public static final String LOGIN = "staff.login";

    /** {@link WrongPin}, with an act; answered by {@link Tries}. */
    public static final String TRIES = "staff.tries";

    /** {@link Held}; answered by {@link Ended}, whether or not there was such a session. */
    public static final String END = "staff.end";

    /** {@link Held}: somebody touched the screen; answered by {@link StaffSession}. */
    public static final String TOUCH = "staff.touch";

    /** {@link BreakGlass}; answered by {@link StaffSession} as it is then. */
    public static final String BREAK_GLASS = "staff.break-glass";

    private StaffAsks() {}

    /** Asks for a nonce. */
    public record Challenge(Purpose purpose) {}

    /**
     * A session by its token.
     *
     * @param token secret
     */
    public record Held(String token) {
        @Override
        public String toString() {
            return "Held[]";
        }
    }

    /** The session is over. */
    public record Ended() {}

    /**
     * The card has refused a PIN. The ask's {@code act} is the try's own id, so that a try counts
     * once however often it is told.
     *
     * @param certificate of key 9A, which a card shows without PIN: DER in base64
     * @param left how many tries the card has left, 0 to 15
     */
    public record WrongPin(String certificate, int left) {
        @Override
        public String toString() {
            return "WrongPin[" + left + "]";
        }
    }

    /**
     * How many tries are left, by the card and by the server.
     *
     * @param left the smaller of both; 0: the card opens nothing before IT has given it back
     */
    public record Tries(int left) {}
}

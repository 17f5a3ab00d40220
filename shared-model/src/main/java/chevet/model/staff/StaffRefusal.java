package chevet.model.staff;

import chevet.model.wire.Reason;
import java.util.Locale;
import java.util.Map;

/** Why a staff ask is refused. Every screen that asks has words for each. */
public enum StaffRefusal {
    /** The site has no cards. */
    NOT_CONFIGURED,
    /**
     * The nonce is unknown, used, too old, or another terminal's or purpose's: ask for a new one.
     */
    STALE,
    /** What was sent is no certificate or signature. */
    UNREADABLE,
    /** The certificate is not of the hospital's authority. */
    UNKNOWN_CA,
    /** The certificate is not valid yet, or no longer; clocks may differ by five minutes. */
    NOT_VALID_NOW,
    /** The directory does not know this key. */
    UNKNOWN_CARD,
    /** The wrong key of the card: 9E where 9A has to sign, or the reverse. */
    WRONG_KEY,
    /** The signature does not fit. */
    BAD_SIGNATURE,
    /** The card was withdrawn: lost, or replaced. */
    WITHDRAWN,
    /** Three wrong PINs: IT gives the card back. */
    LOCKED,
    /** The person's time at the hospital has not begun, or is over. */
    NOT_EMPLOYED,
    /** No PIN within the grace: the PIN is needed. */
    NO_GRACE,
    /** There is no such session, or no longer. */
    NO_SESSION,
    /** The bed's patient is another one than when the session began. */
    MOVED,
    /** Nobody lies in this bed. */
    NOBODY,
    /** The profile does not permit it here. */
    NOT_PERMITTED,
    /** The glass may not be broken by this profile, or is already. */
    NO_GLASS,
    /** The PIN is needed once more. */
    PIN_NEEDED,
    /** Words are missing, or too long. */
    WORDS_NEEDED;

    /** As it stands in a {@link Reason}: {@code staff.unknown-card}. */
    public String code() {
        return "staff." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Reason reason() {
        return Reason.of(code());
    }

    public Reason reason(Map<String, String> about) {
        return new Reason(code(), about);
    }
}

package chevet.model.staff;

import java.util.Locale;

/** For what a card signs; it stands in what is signed. */
public enum Purpose {
    /** A login, with the PIN: key 9A. */
    LOGIN(Slot.PIN_9A),
    /** A tap within the grace, without the PIN: key 9E. */
    GRACE(Slot.TAP_9E),
    /** The PIN once more, to break the glass: key 9A. */
    BREAK_GLASS(Slot.PIN_9A),
    /** The PIN while the ward server cannot be asked; the server takes it for nothing else. */
    OFFLINE(Slot.PIN_9A);

    private final Slot slot;

    Purpose(Slot slot) {
        this.slot = slot;
    }

    /** The key that has to sign. */
    public Slot slot() {
        return slot;
    }

    /** As it is signed: {@code break-glass}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

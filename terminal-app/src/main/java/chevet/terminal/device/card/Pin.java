package chevet.terminal.device.card;

import java.util.Arrays;

/**
 * A code of 4 to 8 digits while it is typed and until the card has it; wiped afterwards. It is in
 * no string. Safe for all threads.
 */
public final class Pin {
    public static final int SHORTEST = 4;
    public static final int LONGEST = 8;

    /** NIST SP 800-73-4 part 2, 2.4.3: shorter codes are padded with it. */
    private static final byte PADDING = (byte) 0xFF;

    private final byte[] digits = new byte[LONGEST];
    private int length;

    public synchronized int length() {
        return length;
    }

    /** Long enough to be tried. */
    public synchronized boolean complete() {
        return length >= SHORTEST;
    }

    /**
     * Adds a digit at the end; one too many is left out.
     *
     * @param digit 0 to 9
     */
    public synchronized void add(int digit) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("digit: 0 to 9");
        }
        if (length < LONGEST) {
            digits[length++] = (byte) ('0' + digit);
        }
    }

    /** Takes the last digit back. */
    public synchronized void erase() {
        if (length > 0) {
            digits[--length] = 0;
        }
    }

    public synchronized void wipe() {
        Arrays.fill(digits, (byte) 0);
        length = 0;
    }

    /** Moves what was typed into one of its own; this one is empty then. */
    public synchronized Pin taken() {
        Pin taken = new Pin();
        System.arraycopy(digits, 0, taken.digits, 0, LONGEST);
        taken.length = length;
        wipe();
        return taken;
    }

    /** Eight bytes as a card takes them; the caller wipes them. */
    synchronized byte[] padded() {
        byte[] padded = digits.clone();
        Arrays.fill(padded, length, LONGEST, PADDING);
        return padded;
    }

    @Override
    public String toString() {
        return "Pin";
    }
}

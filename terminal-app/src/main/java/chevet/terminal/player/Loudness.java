package chevet.terminal.player;

/**
 * How loud it may be and is.
 *
 * @param volume what the patient chose, 0 to 100
 * @param cap the greatest volume that the ward allows now, 0 to 100
 */
public record Loudness(int volume, int cap, boolean muted) {
    public Loudness {
        check("volume", volume);
        check("cap", cap);
    }

    /** What is heard, 0 to 100. */
    public int heard() {
        return muted ? 0 : Math.min(volume, cap);
    }

    /** True when the cap holds back what the patient chose. */
    public boolean capped() {
        return volume > cap;
    }

    public Loudness withMuted(boolean mute) {
        return new Loudness(volume, cap, mute);
    }

    private static void check(String field, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(field + " must be 0 to 100: " + percent);
        }
    }
}

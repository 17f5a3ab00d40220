package chevet.terminal.player;

/** From per cent that a person sets to the factor that a mixer takes. */
final class Heard {
    private Heard() {}

    /** The ear hears about the cube root: half the way is then half as loud (0 to 1). */
    static double linear(Loudness loudness) {
        double part = loudness.heard() / 100.0;
        return part * part * part;
    }
}

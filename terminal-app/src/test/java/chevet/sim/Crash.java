package chevet.sim;

/** The power goes here. An error, so that no program's own catch stands in its way. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("power cut", null, false, false);
    }
}

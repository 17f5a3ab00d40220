package chevet.terminal.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * By which way what is open is tried, and what is to be done when it does not go on. Times are
 * given, {@link System#nanoTime}.
 */
final class Attempts {
    /** So often a film is opened anew at one place before the patient is told. */
    private static final int TRIES_OF_A_FILM = 3;

    private static final Pipelines.Shaped.Is NOTHING =
            new Pipelines.Shaped.Is(List.of(), Optional.empty());

    /** What comes of a failure. */
    enum Verdict {
        OTHER_WAY,
        COMES_BACK,
        OVER
    }

    private final Watch watch = new Watch();
    private List<Way> ways = List.of();
    private Pipelines.Shaped.Is shape = NOTHING;

    /** The way that is tried now has shown something, or was heard. */
    private boolean proven;

    /** Opened by somebody. */
    void opened(long now) {
        shape = NOTHING;
        watch.opened(now);
    }

    /** It is being found out what it is. */
    void looking() {
        ways = List.of();
    }

    void found(Pipelines.Shaped.Is is) {
        shape = is;
        ways = is.ways();
    }

    Pipelines.Shaped.Is shape() {
        return shape;
    }

    /** The way that is tried now; empty where there is none. */
    Optional<Way> way() {
        return ways.stream().findFirst();
    }

    /** From now on something is to be seen or heard soon. */
    void waiting(long now) {
        watch.begun(now);
    }

    /** A way is tried. */
    void begun(long now) {
        watch.begun(now);
        proven = false;
    }

    /**
     * @return true where nothing was seen or heard before by this way
     */
    boolean progress(long now) {
        watch.progress(now);
        boolean first = !proven;
        proven = true;
        return first;
    }

    boolean proven() {
        return proven;
    }

    /** Several times a second. */
    void look(long now) {
        watch.look(now);
    }

    /** It is time to open it anew. */
    boolean due(long now) {
        return watch.due(now);
    }

    boolean late(long now) {
        return watch.late(now, others() && !proven);
    }

    /** There is another way behind this one. */
    boolean others() {
        return ways.size() > 1;
    }

    /** That one is tried from now on. */
    void other() {
        ways = ways.subList(1, ways.size());
    }

    /**
     * @param at where a film stands
     */
    Verdict failed(Trouble why, MediaSource what, Duration at) {
        // What showed something is known to fit its way.
        if (others() && !proven) {
            return Verdict.OTHER_WAY;
        }
        return comesBack(why, what instanceof MediaSource.Live, at)
                ? Verdict.COMES_BACK
                : Verdict.OVER;
    }

    /** A channel always, and a film until it was tried often enough where it stands. */
    private boolean comesBack(Trouble why, boolean live, Duration at) {
        return switch (why) {
            case FORMAT, NOT_INSTALLED -> false;
            case NO_SIGNAL, STOPPED -> live || watch.broke(at) < TRIES_OF_A_FILM;
            case NOT_FOUND, DAMAGED -> live;
        };
    }

    /**
     * It is opened anew later.
     *
     * @return how often it was before
     */
    int gaveUp(long now) {
        watch.gaveUp(now);
        return watch.tries();
    }
}

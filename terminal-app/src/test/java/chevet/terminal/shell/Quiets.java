package chevet.terminal.shell;

import chevet.terminal.device.Sound;
import chevet.terminal.ui.Work;
import java.util.Optional;

/** A {@link Quiet} for tests outside of the shell. */
public final class Quiets {
    private final Quiet quiet;

    public Quiets(Work work, Sound sound) {
        quiet = new Quiet(work, Optional.of(sound));
    }

    public Quiet quiet() {
        return quiet;
    }

    /** Looks at the plug, as the shell does every second. */
    public void look() {
        quiet.look();
    }
}

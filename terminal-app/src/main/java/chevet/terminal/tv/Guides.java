package chevet.terminal.tv;

import chevet.model.pack.ObjectRef;
import chevet.model.tv.GuideDay;
import chevet.model.tv.Programmes;
import chevet.terminal.link.Watch;
import java.util.Collection;
import java.util.Optional;

/** The guide's days, as far as they have reached this terminal. */
public interface Guides {
    /** Asks for these in place of those that were asked for before; at once. */
    void want(Collection<GuideDay> days);

    /**
     * What a channel shows on a day. Not for the JavaFX thread.
     *
     * @return empty while it is not here, or where it cannot be read
     */
    Optional<Programmes> day(GuideDay day);

    /**
     * Asks for these pictures of channels in place of those that were asked for before; when there
     * is time, so that they are here when somebody looks.
     */
    void wantLogos(Collection<ObjectRef> logos);

    /** Called on any thread when one that was asked for has come. */
    Watch watch(Runnable arrived);
}

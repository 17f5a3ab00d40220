package chevet.terminal.tv;

import chevet.terminal.link.Watch;
import java.time.Duration;

/** Does something a little later. On the JavaFX thread. */
@FunctionalInterface
interface Later {
    /**
     * @return closed, it is not done any more
     */
    Watch in(Duration wait, Runnable action);
}

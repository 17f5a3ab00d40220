package chevet.ward.console;

import java.util.List;

/**
 * A feature that has something to be seen at once. Asked for every page, so it answers quickly; it
 * tells a change on the topic {@link #TOPIC}, to which every live page listens.
 */
@FunctionalInterface
public interface AlertSource {
    /** What open pages are told of. */
    String TOPIC = "alerts";

    /** What this account has to see now, the most urgent first. */
    List<Alert> of(Account account);
}

package chevet.ward.console;

import java.util.Optional;

/**
 * The login page.
 *
 * @param login as typed before
 * @param problem key of the words that say what went wrong
 * @param over the session that this browser had is over
 * @param none there is no account yet on this server
 */
public record LoginPage(String login, Optional<String> problem, boolean over, boolean none) {}

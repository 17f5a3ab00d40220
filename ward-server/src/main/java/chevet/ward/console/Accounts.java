package chevet.ward.console;

import java.util.Optional;

/** Who may log in, as the frame needs it; the account feature answers. Safe for all threads. */
public interface Accounts {
    /**
     * Checks a login. Takes as long whether the account exists or not, and gives the same empty
     * answer for an unknown login, a wrong password, a locked account and a closed one.
     */
    Optional<Account> login(String login, String password);

    /** The account as it is now; empty where it does not exist or is closed. */
    Optional<Account> byId(String id);

    /** True where there is no account at all: a fresh server, whose login page says what to do. */
    boolean none();
}

package chevet.ward.account;

import chevet.ward.console.Account;
import java.time.Instant;

/**
 * An account as it is kept.
 *
 * @param password its hash
 * @param closed it may not log in any more; kept because papers name it
 * @param failures wrong passwords in a row
 * @param lockedUntil the epoch where it is not locked
 */
record StoredAccount(
        Account account,
        String password,
        boolean closed,
        int failures,
        Instant lockedUntil,
        Instant created) {
    boolean locked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    @Override
    public String toString() {
        return account.toString();
    }
}

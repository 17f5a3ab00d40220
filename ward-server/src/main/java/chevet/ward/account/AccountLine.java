package chevet.ward.account;

import chevet.ward.console.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as IT sees it.
 *
 * @param lockedUntil where wrong passwords have locked it
 */
public record AccountLine(Account account, boolean closed, Optional<Instant> lockedUntil) {}

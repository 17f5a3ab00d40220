package chevet.ward.account;

import java.util.List;
import java.util.Optional;

/**
 * The list of accounts.
 *
 * @param panel opened with the page, where its address names one
 */
public record AccountsPage(List<AccountLine> lines, Optional<AccountForm> panel) {
    public AccountsPage {
        lines = List.copyOf(lines);
    }
}

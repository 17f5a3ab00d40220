package chevet.ward.account;

import chevet.ward.console.Fault;
import chevet.ward.console.Faulted;
import chevet.ward.console.WardName;
import java.util.List;
import java.util.Optional;

/**
 * The panel in which IT makes or changes an account.
 *
 * @param line the account as it is; empty for a new one
 * @param values what the fields hold
 * @param wards all of the hospital
 * @param faults of what was sent
 * @param password to hand over, where one was just made
 */
public record AccountForm(
        Optional<AccountLine> line,
        AccountRequest values,
        List<WardName> wards,
        List<Fault> faults,
        Optional<String> password)
        implements Faulted {
    public AccountForm {
        wards = List.copyOf(wards);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "AccountForm";
    }
}

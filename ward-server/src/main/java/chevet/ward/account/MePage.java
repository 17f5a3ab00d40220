package chevet.ward.account;

import chevet.ward.console.Fault;
import chevet.ward.console.Faulted;
import java.util.List;

/** One's own account: language and password. */
public record MePage(List<Fault> faults, boolean saved) implements Faulted {
    public MePage {
        faults = List.copyOf(faults);
    }
}

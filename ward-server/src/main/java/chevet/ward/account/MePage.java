package chevet.ward.account;

import chevet.ward.console.Fault;
import java.util.List;

/** One's own account: language and password. */
public record MePage(List<Fault> faults, boolean saved) {
    public MePage {
        faults = List.copyOf(faults);
    }

    /** True where that field has a fault. */
    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }
}

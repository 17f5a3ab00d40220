package chevet.ward.console;

import java.util.List;

/** What a person sent, with what is wrong with it. */
public interface Faulted {
    List<Fault> faults();

    /** True where that field has a fault. */
    default boolean faulty(String field) {
        return faults().stream().anyMatch(fault -> fault.field().equals(field));
    }
}

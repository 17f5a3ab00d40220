package chevet.ward.account;

import chevet.ward.console.Account;
import chevet.ward.console.Fault;
import java.util.List;
import java.util.Optional;

/** What became of a change to an account. */
public sealed interface AccountResult {
    /**
     * @param password to be handed over once, where one was generated; it is kept nowhere
     */
    record Done(Account account, Optional<String> password) implements AccountResult {
        @Override
        public String toString() {
            return "Done[" + account + "]";
        }
    }

    /** Nothing was changed; every fault at once. */
    record Faulty(List<Fault> faults) implements AccountResult {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}

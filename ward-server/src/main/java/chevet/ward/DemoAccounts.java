package chevet.ward;

import chevet.ward.account.AccountDesk;
import chevet.ward.account.AccountRequest;
import chevet.ward.account.AccountResult;
import chevet.ward.console.Role;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may log in to the demo's console, with a password that everybody knows. */
final class DemoAccounts {
    /** Of every demo account; no secret, and refused nowhere. */
    private static final String PASSWORD = "demo-chevet-2026";

    private record DemoAccount(String login, String name, Role role) {}

    private static final List<DemoAccount> ACCOUNTS =
            List.of(
                    new DemoAccount("soignant", "Soignant démo", Role.WARD),
                    new DemoAccount("cuisine", "Cuisine démo", Role.KITCHEN),
                    new DemoAccount("dieteticien", "Diététicien démo", Role.DIETITIAN),
                    new DemoAccount("informatique", "Informatique démo", Role.IT),
                    new DemoAccount("confidentialite", "Confidentialité démo", Role.AUDIT));

    private DemoAccounts() {}

    /** Makes them where there is no account yet. */
    static void make(AccountDesk desk) {
        if (desk.none()) {
            ACCOUNTS.forEach(account -> add(desk, account));
        }
    }

    /** Login and password of each, in the order in which they are told. */
    static Map<String, String> passwords() {
        Map<String, String> passwords = new LinkedHashMap<>();
        ACCOUNTS.forEach(account -> passwords.put(account.login(), PASSWORD));
        return passwords;
    }

    private static void add(AccountDesk desk, DemoAccount account) {
        AccountResult result =
                desk.add(
                        new AccountRequest(
                                account.login(),
                                account.name(),
                                EnumSet.of(account.role()),
                                true,
                                Set.of(),
                                Optional.empty()),
                        Optional.of(PASSWORD),
                        false);
        if (result instanceof AccountResult.Faulty faulty) {
            throw new IllegalStateException("demo account refused: " + faulty.faults());
        }
    }
}

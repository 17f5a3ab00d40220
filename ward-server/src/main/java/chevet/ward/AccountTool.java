package chevet.ward;

import chevet.config.WardConfig;
import chevet.model.place.WardId;
import chevet.ward.account.AccountDesk;
import chevet.ward.account.AccountLine;
import chevet.ward.account.AccountRequest;
import chevet.ward.account.AccountResult;
import chevet.ward.account.AccountRoutes;
import chevet.ward.console.Account;
import chevet.ward.console.Fault;
import chevet.ward.console.Role;
import chevet.ward.console.Sessions;
import chevet.ward.db.JdbiDatabase;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Accounts from the command line, over the same desk as the console's page. */
final class AccountTool {
    private final AccountDesk desk;
    private final Set<WardId> wards;

    private AccountTool(AccountDesk desk, Set<WardId> wards) {
        this.desk = desk;
        this.wards = wards;
    }

    /** Opens the database beside a running server, which sees the changes at its next look. */
    static int use(WardConfig config, Commands.Work<AccountTool> work) {
        Clock clock = Clock.systemUTC();
        try (JdbiDatabase database = Wiring.database(config, clock)) {
            AccountDesk desk =
                    new AccountDesk(database, new Sessions(database, clock), clock, _ -> {});
            return work.with(
                    new AccountTool(
                            desk,
                            config.wards().stream()
                                    .map(WardConfig.Ward::id)
                                    .collect(Collectors.toSet())));
        }
    }

    /**
     * @param of wards that it may see; all where empty
     */
    int add(String login, String name, List<Role> roles, List<String> of, boolean json) {
        Set<WardId> seen = of.stream().map(WardId::new).collect(Collectors.toSet());
        for (WardId ward : seen) {
            if (!wards.contains(ward)) {
                Speech.fault(Terms.say("accounts.no-such-ward", ward.value()), json);
                return WardServer.WRONG;
            }
        }
        return told(
                desk.add(
                        new AccountRequest(
                                login,
                                name,
                                EnumSet.copyOf(roles),
                                seen.isEmpty(),
                                seen,
                                Optional.empty()),
                        Optional.empty()),
                json);
    }

    int list(boolean json) {
        List<AccountLine> all = desk.all();
        if (json) {
            Speech.json(all.stream().map(AccountTool::fields).toList());
        } else {
            for (AccountLine line : all) {
                Account account = line.account();
                Speech.say(
                        account.login()
                                + "\t"
                                + account.name()
                                + "\t"
                                + new TreeSet<>(account.roles())
                                + (line.closed() ? "\t" + Terms.say("accounts.closed") : ""));
            }
        }
        return WardServer.DONE;
    }

    int disable(String login, boolean json) {
        return known(login, json)
                .map(id -> told(desk.close(id, true), json))
                .orElse(WardServer.FAILED);
    }

    int password(String login, boolean json) {
        return known(login, json).map(id -> told(desk.reset(id), json)).orElse(WardServer.FAILED);
    }

    private Optional<String> known(String login, boolean json) {
        Optional<String> id =
                desk.all().stream()
                        .map(AccountLine::account)
                        .filter(account -> account.login().equals(login))
                        .map(Account::id)
                        .findFirst();
        if (id.isEmpty()) {
            Speech.fault(Terms.say("accounts.unknown", login), json);
        }
        return id;
    }

    private static int told(AccountResult result, boolean json) {
        return switch (result) {
            case AccountResult.Done(Account account, Optional<String> password) -> {
                if (json) {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("login", account.login());
                    password.ifPresent(p -> fields.put("password", p));
                    Speech.json(fields);
                } else {
                    Speech.say(Terms.say("accounts.done", account.login()));
                    password.ifPresent(p -> Speech.say(Terms.say("accounts.password", p)));
                }
                yield WardServer.DONE;
            }
            case AccountResult.Faulty faulty -> {
                if (json) {
                    Speech.json(
                            Map.of(
                                    "faults",
                                    faulty.faults().stream()
                                            .map(
                                                    fault ->
                                                            Map.of(
                                                                    "field",
                                                                    fault.field(),
                                                                    "what",
                                                                    words(fault)))
                                            .toList()));
                } else {
                    faulty.faults()
                            .forEach(
                                    fault ->
                                            Speech.fault(
                                                    Terms.say(
                                                            "accounts.fault",
                                                            fault.field(),
                                                            words(fault))));
                }
                yield WardServer.FAILED;
            }
        };
    }

    /** The console's own words: the fault is the same. */
    private static String words(Fault fault) {
        return Terms.words(AccountRoutes.WORDS, fault.key(), fault.about().toArray());
    }

    private static Map<String, Object> fields(AccountLine line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("login", line.account().login());
        fields.put("name", line.account().name());
        fields.put("roles", new TreeSet<>(line.account().roles()));
        fields.put("wards", line.account().wards().stream().map(WardId::value).sorted().toList());
        fields.put("allWards", line.account().allWards());
        fields.put("closed", line.closed());
        fields.put("lockedUntil", line.lockedUntil().map(Object::toString).orElse(""));
        return fields;
    }
}

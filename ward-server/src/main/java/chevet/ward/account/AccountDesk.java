package chevet.ward.account;

import chevet.model.text.Language;
import chevet.ward.console.Account;
import chevet.ward.console.Accounts;
import chevet.ward.console.Fault;
import chevet.ward.console.Role;
import chevet.ward.console.Sessions;
import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import chevet.ward.http.Live;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Local accounts: login with lockout, and what IT does with accounts. Safe for all threads. */
public final class AccountDesk implements Accounts {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private final Database database;
    private final Sessions sessions;
    private final InstantSource clock;
    private final Live live;
    private final AccountStore store = new AccountStore();
    private final Passwords passwords;

    public AccountDesk(Database database, Sessions sessions, InstantSource clock, Live live) {
        this(database, sessions, clock, live, new Passwords());
    }

    AccountDesk(
            Database database,
            Sessions sessions,
            InstantSource clock,
            Live live,
            Passwords passwords) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
        this.live = live;
        this.passwords = passwords;
    }

    @Override
    public Optional<Account> login(String login, String password) {
        Optional<StoredAccount> found =
                database.read(handle -> store.byLogin(handle, normal(login)));
        if (found.isEmpty()) {
            passwords.pretend(password);
            // As many writes as a wrong password for somebody: the answer takes as long.
            return database.write(_ -> Optional.<Account>empty()).join();
        }
        boolean right = passwords.matches(password, found.get().password());
        String id = found.get().account().id();
        return database.write(tx -> judge(tx, id, right)).join();
    }

    /** The lock is judged and written in one transaction: tries at the same instant all count. */
    private Optional<Account> judge(Tx tx, String id, boolean right) {
        StoredAccount now = store.byId(tx.handle(), id).orElseThrow();
        Instant at = clock.instant();
        if (now.closed() || now.locked(at)) {
            return Optional.empty();
        }
        int failures = right ? 0 : now.failures() + 1;
        if (failures != now.failures()) {
            Instant until = Lockout.until(failures, at);
            store.update(tx.handle(), withFailures(now, failures, until));
            if (until.isAfter(at)) {
                tx.afterCommit(() -> live.changed("accounts"));
            }
        }
        return right ? Optional.of(now.account()) : Optional.empty();
    }

    @Override
    public Optional<Account> byId(String id) {
        return database.read(handle -> store.byId(handle, id))
                .filter(stored -> !stored.closed())
                .map(StoredAccount::account);
    }

    @Override
    public boolean none() {
        return database.read(store::none);
    }

    /** All accounts by login, closed ones too. */
    public List<AccountLine> all() {
        Instant now = clock.instant();
        return database.read(store::all).stream()
                .map(
                        stored ->
                                new AccountLine(
                                        stored.account(),
                                        stored.closed(),
                                        stored.locked(now)
                                                ? Optional.of(stored.lockedUntil())
                                                : Optional.empty()))
                .toList();
    }

    /**
     * Adds an account.
     *
     * @param password its first one, to be changed at first login; generated where empty
     */
    public AccountResult add(AccountRequest request, Optional<String> password) {
        return add(request, password, true);
    }

    /**
     * @param mustChange false where the password is this person's own choice already, or a demo's
     */
    public AccountResult add(
            AccountRequest request, Optional<String> password, boolean mustChange) {
        String login = normal(request.login());
        List<Fault> faults = faultsOf(request);
        if (!LOGIN.matcher(login).matches()) {
            faults.add(Fault.of("login", "account.fault.login"));
        }
        password.flatMap(p -> faultOf("password", p, login)).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return new AccountResult.Faulty(faults);
        }
        Optional<String> generated =
                password.isPresent() ? Optional.empty() : Optional.of(passwords.generated());
        String hash = passwords.hash(password.or(() -> generated).orElseThrow());
        Account account =
                new Account(
                        UUID.randomUUID().toString(),
                        login,
                        request.name().strip(),
                        request.roles(),
                        request.allWards(),
                        request.wards(),
                        request.language(),
                        mustChange);
        return database.write(
                        tx -> {
                            if (store.byLogin(tx.handle(), login).isPresent()) {
                                return new AccountResult.Faulty(
                                        List.of(Fault.of("login", "account.fault.taken")));
                            }
                            store.insert(
                                    tx.handle(),
                                    new StoredAccount(
                                            account, hash, false, 0, Instant.EPOCH, tx.now()));
                            tx.afterCommit(() -> live.changed("accounts"));
                            return new AccountResult.Done(account, generated);
                        })
                .join();
    }

    /**
     * Changes name, roles and wards; the language where one is named. Refused where no IT account
     * would be left.
     */
    public AccountResult change(String id, AccountRequest request) {
        List<Fault> faults = faultsOf(request);
        if (!faults.isEmpty()) {
            return new AccountResult.Faulty(faults);
        }
        return update(
                id,
                "roles",
                stored -> {
                    Account old = stored.account();
                    return new StoredAccount(
                            new Account(
                                    old.id(),
                                    old.login(),
                                    request.name().strip(),
                                    request.roles(),
                                    request.allWards(),
                                    request.wards(),
                                    request.language().or(old::language),
                                    old.mustChange()),
                            stored.password(),
                            stored.closed(),
                            stored.failures(),
                            stored.lockedUntil(),
                            stored.created());
                },
                false);
    }

    /** Closes or reopens an account; closing ends its sessions at once. */
    public AccountResult close(String id, boolean closed) {
        return update(
                id,
                "closed",
                s ->
                        new StoredAccount(
                                s.account(), s.password(), closed, 0, Instant.EPOCH, s.created()),
                closed);
    }

    /** Forgets the wrong passwords of an account that has locked itself. */
    public AccountResult unlock(String id) {
        return update(id, "login", s -> withFailures(s, 0, Instant.EPOCH), false);
    }

    /** Gives an account a new password, to be changed at its next login; its sessions end. */
    public AccountResult reset(String id) {
        String generated = passwords.generated();
        AccountResult result = update(id, "login", s -> withPassword(s, generated, true), true);
        return result instanceof AccountResult.Done(Account account, _)
                ? new AccountResult.Done(account, Optional.of(generated))
                : result;
    }

    /** Changes one's own password; all sessions of the account end, this one too. */
    public AccountResult changePassword(Account account, String old, String wanted) {
        Optional<Fault> fault = faultOf("wanted", wanted, account.login());
        if (fault.isPresent()) {
            return new AccountResult.Faulty(List.of(fault.get()));
        }
        if (login(account.login(), old).isEmpty()) {
            return new AccountResult.Faulty(List.of(Fault.of("old", "account.fault.old")));
        }
        if (old.equals(wanted)) {
            return new AccountResult.Faulty(List.of(Fault.of("wanted", "account.fault.same")));
        }
        return update(account.id(), "wanted", s -> withPassword(s, wanted, false), true);
    }

    /** Sets the language of one's own console; the browser's where empty. */
    public AccountResult speak(Account account, Optional<Language> language) {
        return update(
                account.id(),
                "language",
                s -> {
                    Account a = s.account();
                    return new StoredAccount(
                            new Account(
                                    a.id(),
                                    a.login(),
                                    a.name(),
                                    a.roles(),
                                    a.allWards(),
                                    a.wards(),
                                    language,
                                    a.mustChange()),
                            s.password(),
                            s.closed(),
                            s.failures(),
                            s.lockedUntil(),
                            s.created());
                },
                false);
    }

    private AccountResult update(
            String id,
            String field,
            java.util.function.UnaryOperator<StoredAccount> change,
            boolean endSessions) {
        return database.write(
                        tx -> {
                            Optional<StoredAccount> found = store.byId(tx.handle(), id);
                            if (found.isEmpty()) {
                                return new AccountResult.Faulty(
                                        List.of(Fault.of(field, "account.fault.gone")));
                            }
                            StoredAccount changed = change.apply(found.get());
                            if (lastOfIt(tx, changed)) {
                                return new AccountResult.Faulty(
                                        List.of(Fault.of(field, "account.fault.last-it")));
                            }
                            store.update(tx.handle(), changed);
                            if (endSessions) {
                                sessions.closeAll(tx, id);
                            }
                            tx.afterCommit(() -> live.changed("accounts"));
                            return new AccountResult.Done(changed.account(), Optional.empty());
                        })
                .join();
    }

    /** True where this change would leave nobody who may change accounts. */
    private boolean lastOfIt(Tx tx, StoredAccount changed) {
        return !opensAccounts(changed)
                && store.all(tx.handle()).stream().anyMatch(AccountDesk::opensAccounts)
                && store.all(tx.handle()).stream()
                        .filter(s -> !s.account().id().equals(changed.account().id()))
                        .noneMatch(AccountDesk::opensAccounts);
    }

    private static boolean opensAccounts(StoredAccount stored) {
        return !stored.closed() && stored.account().has(Role.IT);
    }

    private StoredAccount withPassword(StoredAccount s, String password, boolean mustChange) {
        Account a = s.account();
        return new StoredAccount(
                new Account(
                        a.id(),
                        a.login(),
                        a.name(),
                        a.roles(),
                        a.allWards(),
                        a.wards(),
                        a.language(),
                        mustChange),
                passwords.hash(password),
                s.closed(),
                0,
                Instant.EPOCH,
                s.created());
    }

    private static StoredAccount withFailures(StoredAccount s, int failures, Instant until) {
        return new StoredAccount(
                s.account(), s.password(), s.closed(), failures, until, s.created());
    }

    private static List<Fault> faultsOf(AccountRequest request) {
        List<Fault> faults = new ArrayList<>();
        if (request.name().isBlank() || request.name().length() > 200) {
            faults.add(Fault.of("name", "account.fault.name"));
        }
        if (request.roles().isEmpty()) {
            faults.add(Fault.of("roles", "account.fault.roles"));
        }
        boolean needsWards =
                request.roles().stream().anyMatch(Set.of(Role.WARD, Role.DIETITIAN)::contains);
        if (needsWards && !request.allWards() && request.wards().isEmpty()) {
            faults.add(Fault.of("wards", "account.fault.wards"));
        }
        return faults;
    }

    private static Optional<Fault> faultOf(String field, String password, String login) {
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            return Optional.of(
                    Fault.of(
                            field,
                            "account.fault.password",
                            Passwords.SHORTEST,
                            Passwords.LONGEST));
        }
        return password.toLowerCase(Locale.ROOT).contains(login) && !login.isEmpty()
                ? Optional.of(Fault.of(field, "account.fault.password-login"))
                : Optional.empty();
    }

    private static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}

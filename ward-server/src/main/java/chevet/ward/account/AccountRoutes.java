package chevet.ward.account;

import chevet.model.place.WardId;
import chevet.model.text.Language;
import chevet.ward.console.Account;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.console.WardName;
import chevet.ward.http.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages of accounts: IT's list, and everybody's own. */
public final class AccountRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/account/words";

    private static final Set<Role> IT = Set.of(Role.IT);

    private final Console console;
    private final AccountDesk desk;

    public AccountRoutes(Console console, AccountDesk desk) {
        this.console = console;
        this.desk = desk;
        console.nav(new NavItem("/accounts", "account.nav", "people", IT, 90));
        console.get("/accounts", IT, this::page);
        console.get("/accounts/list", IT, this::list);
        console.get("/accounts/new", IT, visit -> panel(visit, blank()));
        console.post("/accounts/new", IT, this::add);
        console.get("/accounts/{id}", IT, visit -> withLine(visit, this::shown));
        console.post("/accounts/{id}", IT, this::change);
        console.post("/accounts/{id}/unlock", IT, act(desk::unlock));
        console.post("/accounts/{id}/reset", IT, act(desk::reset));
        console.post("/accounts/{id}/close", IT, act(id -> desk.close(id, true)));
        console.post("/accounts/{id}/reopen", IT, act(id -> desk.close(id, false)));
        console.get("/me", Console.ANYONE, visit -> me(200, visit, new MePage(List.of(), false)));
        console.post("/me/language", Console.ANYONE, this::speak);
        console.post("/me/password", Console.ANYONE, this::password);
    }

    private Reply page(Visit visit) {
        return console.page(
                visit, "account/page.jte", new AccountsPage(desk.all(), Optional.empty()));
    }

    private Reply list(Visit visit) {
        return console.page(
                visit, "account/list.jte", new AccountsPage(desk.all(), Optional.empty()));
    }

    private Reply add(Visit visit) {
        AccountRequest request = requestOf(visit);
        return switch (desk.add(request, Optional.empty())) {
            case AccountResult.Done(Account account, Optional<String> password) ->
                    panel(visit, formOf(account.id(), List.of(), password).orElseThrow());
            case AccountResult.Faulty(List<Fault> faults) ->
                    panel(
                            visit,
                            new AccountForm(
                                    Optional.empty(),
                                    request,
                                    console.wards(),
                                    faults,
                                    Optional.empty()));
        };
    }

    private Reply change(Visit visit) {
        AccountRequest request = requestOf(visit);
        String id = visit.part("id");
        return switch (desk.change(id, request)) {
            case AccountResult.Done _ -> console.done(visit.t("account.saved"));
            case AccountResult.Faulty(List<Fault> faults) ->
                    formOf(id, faults, Optional.empty())
                            .map(
                                    form ->
                                            panel(
                                                    visit,
                                                    new AccountForm(
                                                            form.line(),
                                                            request,
                                                            form.wards(),
                                                            faults,
                                                            Optional.empty())))
                            .orElseGet(() -> notFound(visit));
        };
    }

    private Console.Action act(Function<String, AccountResult> act) {
        return visit -> {
            String id = visit.part("id");
            AccountResult result = act.apply(id);
            List<Fault> faults =
                    result instanceof AccountResult.Faulty(List<Fault> found) ? found : List.of();
            Optional<String> password =
                    result instanceof AccountResult.Done(_, Optional<String> made)
                            ? made
                            : Optional.empty();
            return formOf(id, faults, password)
                    .map(form -> panel(visit, form))
                    .orElseGet(() -> notFound(visit));
        };
    }

    private Reply shown(Visit visit, AccountForm form) {
        return panel(visit, form);
    }

    private Reply withLine(
            Visit visit, java.util.function.BiFunction<Visit, AccountForm, Reply> action) {
        return formOf(visit.part("id"), List.of(), Optional.empty())
                .map(form -> action.apply(visit, form))
                .orElseGet(() -> notFound(visit));
    }

    private Optional<AccountForm> formOf(String id, List<Fault> faults, Optional<String> password) {
        return desk.all().stream()
                .filter(line -> line.account().id().equals(id))
                .findFirst()
                .map(
                        line ->
                                new AccountForm(
                                        Optional.of(line),
                                        valuesOf(line.account()),
                                        console.wards(),
                                        faults,
                                        password));
    }

    private AccountForm blank() {
        AccountRequest values =
                new AccountRequest("", "", Set.of(), false, Set.of(), Optional.empty());
        return new AccountForm(
                Optional.empty(), values, console.wards(), List.of(), Optional.empty());
    }

    /** The panel alone for htmx, else the whole page with the panel open. */
    private Reply panel(Visit visit, AccountForm form) {
        int status = form.faults().isEmpty() ? 200 : 422;
        return visit.partial()
                ? console.page(status, visit, "account/form.jte", form)
                : console.page(
                        status,
                        visit,
                        "account/page.jte",
                        new AccountsPage(desk.all(), Optional.of(form)));
    }

    private Reply speak(Visit visit) {
        Optional<Language> language =
                visit.field("language")
                        .flatMap(
                                tag ->
                                        Arrays.stream(Language.values())
                                                .filter(l -> l.tag().equals(tag))
                                                .findFirst());
        desk.speak(visit.account(), language);
        return Reply.seeOther("/me");
    }

    private Reply password(Visit visit) {
        String wanted = visit.request().form("wanted").orElse("");
        if (!wanted.equals(visit.request().form("again").orElse(""))) {
            return me(
                    422,
                    visit,
                    new MePage(List.of(Fault.of("again", "account.fault.again")), false));
        }
        String old = visit.request().form("old").orElse("");
        return switch (desk.changePassword(visit.account(), old, wanted)) {
            case AccountResult.Done _ -> Reply.seeOther("/login");
            case AccountResult.Faulty(List<Fault> faults) ->
                    me(422, visit, new MePage(faults, false));
        };
    }

    private Reply me(int status, Visit visit, MePage page) {
        return console.page(status, visit, "account/me.jte", page);
    }

    private static Reply notFound(Visit visit) {
        return Reply.text(404, visit.t("account.fault.gone"));
    }

    private static AccountRequest valuesOf(Account account) {
        return new AccountRequest(
                account.login(),
                account.name(),
                account.roles(),
                account.allWards(),
                account.wards(),
                account.language());
    }

    private AccountRequest requestOf(Visit visit) {
        Set<Role> roles =
                Arrays.stream(Role.values())
                        .filter(role -> visit.request().formAll("roles").contains(role.name()))
                        .collect(Collectors.toSet());
        Set<WardId> wards =
                console.wards().stream()
                        .map(WardName::id)
                        .filter(id -> visit.request().formAll("wards").contains(id.value()))
                        .collect(Collectors.toSet());
        return new AccountRequest(
                visit.field("login").orElse(""),
                visit.field("name").orElse(""),
                roles,
                visit.field("all-wards").isPresent(),
                visit.field("all-wards").isPresent() ? Set.of() : wards,
                Optional.empty());
    }
}

package chevet.ward.staff;

import chevet.ward.console.Account;
import chevet.ward.console.Alert;
import chevet.ward.console.Console;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queue of broken glasses, and what every page says of one at once. */
final class GlassRoutes {
    private static final Set<Role> AUDIT = Set.of(Role.AUDIT);

    private final Console console;
    private final GlassDesk desk;

    GlassRoutes(Console console, GlassDesk desk) {
        this.console = console;
        this.desk = desk;
        console.nav(new NavItem("/glass", "glass.nav", "question", AUDIT, 80));
        console.get("/glass", AUDIT, this::page);
        console.post("/glass/{id}", AUDIT, this::review);
        console.alerts(this::alerts);
    }

    /** Reviewers see what waits for them; the ward's team sees it while it lasts. */
    private List<Alert> alerts(Account account) {
        boolean reviews = account.has(Role.AUDIT);
        if (!reviews && !account.has(Role.WARD)) {
            return List.of();
        }
        return desk.waiting().stream()
                .filter(glass -> reviews || account.maySee(glass.ward()))
                .filter(glass -> reviews || desk.lasts(glass))
                .limit(3)
                .map(
                        glass ->
                                new Alert(
                                        reviews ? Optional.of("/glass") : Optional.empty(),
                                        "glass.alert",
                                        List.of(glass.bed(), glass.at())))
                .toList();
    }

    private Reply page(Visit visit) {
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(
                visit,
                live ? "staff/glasslist.jte" : "staff/glass.jte",
                new GlassPage(desk.list()));
    }

    private Reply review(Visit visit) {
        Optional<Glass.Verdict> verdict =
                visit.field("verdict")
                        .filter(word -> word.equals("JUSTIFIED") || word.equals("UNJUSTIFIED"))
                        .map(Glass.Verdict::valueOf);
        if (verdict.isEmpty()) {
            return Reply.text(400, visit.t("glass.fault.verdict"));
        }
        boolean done =
                desk.review(
                        visit.part("id"),
                        visit.account().id(),
                        StaffRoutes.roles(visit.account()),
                        verdict.get(),
                        visit.field("note").orElse(""));
        if (!done) {
            return Reply.text(409, visit.t("glass.fault.changed"));
        }
        return visit.partial()
                ? console.done(visit.t("glass.reviewed-now"))
                : Reply.seeOther("/glass");
    }
}

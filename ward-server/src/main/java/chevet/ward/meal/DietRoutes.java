package chevet.ward.meal;

import chevet.ward.console.Console;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.util.Set;

/** The dietitian's list: each line opens the form that settles it. */
final class DietRoutes {
    private static final Set<Role> ROLES = Set.of(Role.DIETITIAN, Role.WARD);

    private final Console console;
    private final DietList list;

    DietRoutes(Console console, DietList list) {
        this.console = console;
        this.list = list;
        console.nav(new NavItem("/diets", "diets.nav", "question", ROLES, 22));
        console.get("/diets", ROLES, this::page);
    }

    private Reply page(Visit visit) {
        DietPage page =
                new DietPage(
                        visit.frame().wards().stream()
                                .flatMap(ward -> list.of(ward.id()).stream())
                                .toList());
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(visit, live ? "meal/dietlist.jte" : "meal/diets.jte", page);
    }
}

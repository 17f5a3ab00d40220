package chevet.ward.meal;

import chevet.config.Problem;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.model.text.Language;
import chevet.ward.console.Console;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kitchen's own data: its dishes and its cycle of menus, read while the server runs. */
public final class MenuRoutes {
    private static final Set<Role> KEEP = Set.of(Role.DIETITIAN, Role.IT);

    /** A catalogue of some thousand dishes, written as a form. */
    static final int FILE_LIMIT = 4 * 1024 * 1024;

    private final Console console;
    private final MenuDesk menus;

    public MenuRoutes(Console console, MenuDesk menus) {
        this.console = console;
        this.menus = menus;
        console.nav(new NavItem("/menus", "menus.nav", "file", KEEP, 95));
        console.get("/menus", KEEP, visit -> page(visit, 200, Optional.empty()));
        for (String what : List.of(MenuFilePanel.DISHES, MenuFilePanel.CYCLE)) {
            console.get("/menus/" + what, KEEP, visit -> panel(visit, MenuFilePanel.empty(what)));
            console.post("/menus/" + what, KEEP, FILE_LIMIT, visit -> take(visit, what));
        }
    }

    private Reply page(Visit visit, int status, Optional<MenuFilePanel> panel) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("meal.no-ward"));
        }
        List<MenusPage.Day> days =
                menus.menus(ward.get()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        menu -> menu.key().date(),
                                        TreeMap::new,
                                        Collectors.<ServiceMenu>toList()))
                        .entrySet()
                        .stream()
                        .map(day -> new MenusPage.Day(day.getKey(), day.getValue()))
                        .toList();
        MenusPage page =
                new MenusPage(
                        ward.get(),
                        menus.dishes().size(),
                        menus.cycle(),
                        days,
                        mayChange(visit),
                        panel);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "meal/menus.jte" : "meal/menuspage.jte", page);
    }

    private Reply panel(Visit visit, MenuFilePanel panel) {
        int status = panel.faulty() ? 422 : 200;
        return visit.partial()
                ? console.page(status, visit, "meal/menufile.jte", panel)
                : page(visit, status, Optional.of(panel));
    }

    private Reply take(Visit visit, String what) {
        if (!mayChange(visit)) {
            return Reply.text(403, visit.t("menus.all-wards"));
        }
        String text = visit.request().form("text").orElse("");
        String monday = visit.field("monday").orElse("");
        Optional<LocalDate> begins = date(monday);
        MenuFilePanel sent =
                new MenuFilePanel(
                        what, text, monday, !monday.isEmpty() && begins.isEmpty(), List.of());
        if (sent.mondayWrong()) {
            return panel(visit, sent);
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Language told = visit.frame().words().language();
        MenuImport result =
                sent.cycle()
                        ? menus.importCycle(sent.file(), content, begins, told)
                        : menus.importDishes(sent.file(), content, told);
        return switch (result) {
            case MenuImport.Done(int rows) ->
                    visit.partial()
                            ? console.done(visit.t("menus.done." + what, rows))
                            : Reply.seeOther("/menus");
            case MenuImport.Faulty(List<Problem> problems) -> panel(visit, sent.with(problems));
        };
    }

    /** The files are the whole hospital's. */
    private boolean mayChange(Visit visit) {
        return visit.frame().wards().size() == console.wards().size();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}

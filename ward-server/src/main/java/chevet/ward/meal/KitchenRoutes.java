package chevet.ward.meal;

import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.WardId;
import chevet.ward.console.Console;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kitchen's page, its papers, and the closing of a service. */
final class KitchenRoutes {
    private static final Set<Role> KITCHEN = Set.of(Role.KITCHEN);

    private final Console console;
    private final MealDesk meals;
    private final MenuDesk menus;
    private final KitchenDesk kitchen;

    KitchenRoutes(Console console, MealDesk meals, MenuDesk menus, KitchenDesk kitchen) {
        this.console = console;
        this.meals = meals;
        this.menus = menus;
        this.kitchen = kitchen;
        console.nav(new NavItem("/meals", "meal.nav", "meal", MealRoutes.SEE, 20));
        console.get("/meals", MealRoutes.SEE, this::page);
        console.post("/meals/close", KITCHEN, this::close);
        console.get("/meals/cards.pdf", MealRoutes.SEE, this::cards);
        console.get("/meals/production.pdf", MealRoutes.SEE, this::production);
        console.get("/meals/production.csv", MealRoutes.SEE, this::csv);
    }

    private interface SheetAction {
        Reply answer(Visit visit, KitchenSheet sheet);
    }

    private Reply page(Visit visit) {
        return withSheet(visit, (v, sheet) -> page(200, v, sheet));
    }

    private Reply.Whole page(int status, Visit visit, KitchenSheet sheet) {
        WardId ward = sheet.ward();
        ServiceKey key = sheet.menu().key();
        Instant now = visit.frame().now();
        List<ServiceMenu> all = menus.menus(ward);
        int patients = sheet.tally().patients();
        MealsPage page =
                new MealsPage(
                        sheet,
                        all.stream().filter(m -> m.key().date().equals(key.date())).toList(),
                        day(all, key.date().minusDays(1)),
                        day(all, key.date().plusDays(1)),
                        meals.warnings(ward).stream()
                                .filter(w -> w.key().equals(key))
                                .filter(w -> w.kind() != MealWarning.Kind.HELD)
                                .toList(),
                        menus.dishes(),
                        Chart.of(sheet.menu(), kitchen.progress(ward, key), patients, now),
                        visit.account().has(Role.KITCHEN)
                                && sheet.closed().isEmpty()
                                && !now.isBefore(sheet.menu().cutOff()));
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "meal/sheet.jte" : "meal/page.jte", page);
    }

    private static Optional<LocalDate> day(List<ServiceMenu> all, LocalDate date) {
        return all.stream().map(m -> m.key().date()).filter(date::equals).findFirst();
    }

    private Reply close(Visit visit) {
        return withSheet(
                visit,
                (v, sheet) ->
                        switch (kitchen.close(sheet.ward(), sheet.menu().key(), v.account().id())) {
                            case MealResult.Done _ ->
                                    v.partial()
                                            ? console.done(
                                                    v.t(
                                                            "meal.closed-done",
                                                            MealWords.service(
                                                                    v.frame(), sheet.menu().key())))
                                            : Reply.seeOther("/meals");
                            case MealResult.Refused(var reason) ->
                                    Reply.text(409, v.frame().reason(reason));
                        });
    }

    private Reply cards(Visit visit) {
        return document(
                visit,
                "pdf",
                "cartes",
                sheet ->
                        kitchen.trayCards(
                                sheet.ward(),
                                sheet.menu().key(),
                                visit.frame().words().language()));
    }

    private Reply production(Visit visit) {
        return document(
                visit,
                "pdf",
                "production",
                sheet ->
                        kitchen.productionSheet(
                                sheet.ward(),
                                sheet.menu().key(),
                                visit.frame().words().language()));
    }

    private Reply csv(Visit visit) {
        return document(
                visit,
                "csv",
                "production",
                sheet ->
                        kitchen.productionCsv(
                                sheet.ward(),
                                sheet.menu().key(),
                                visit.frame().words().language()));
    }

    private interface Document {
        Optional<byte[]> of(KitchenSheet sheet);
    }

    private Reply document(Visit visit, String type, String name, Document document) {
        return withSheet(
                visit,
                (v, sheet) ->
                        document.of(sheet)
                                .<Reply>map(
                                        bytes ->
                                                Reply.file(
                                                        name
                                                                + "-"
                                                                + sheet.ward()
                                                                + "-"
                                                                + sheet.menu().key().date()
                                                                + "-"
                                                                + sheet.menu().key().service()
                                                                + "."
                                                                + type,
                                                        type.equals("pdf")
                                                                ? "application/pdf"
                                                                : "text/csv; charset=utf-8",
                                                        bytes))
                                .orElseGet(() -> Reply.text(404, v.t("meal.no-service"))));
    }

    /** The service that the request names, else the first that is not served yet. */
    private Reply withSheet(Visit visit, SheetAction action) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("meal.no-ward"));
        }
        return wanted(visit, ward.get())
                .flatMap(key -> kitchen.sheet(ward.get(), key))
                .map(sheet -> action.answer(visit, sheet))
                .orElseGet(() -> console.page(404, visit, "meal/none.jte", ward.get()));
    }

    private Optional<ServiceKey> wanted(Visit visit, WardId ward) {
        Optional<String> date =
                visit.request().query("date").or(() -> visit.request().form("date"));
        Optional<String> service =
                visit.request().query("service").or(() -> visit.request().form("service"));
        if (date.isPresent() && service.isPresent()) {
            return MealRoutes.key(date.get(), service.get());
        }
        List<ServiceMenu> all = menus.menus(ward);
        if (date.isPresent()) {
            return all.stream()
                    .map(ServiceMenu::key)
                    .filter(key -> key.date().toString().equals(date.get()))
                    .findFirst();
        }
        return all.stream()
                .filter(menu -> visit.frame().now().isBefore(menu.served()))
                .findFirst()
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()))
                .map(ServiceMenu::key);
    }
}

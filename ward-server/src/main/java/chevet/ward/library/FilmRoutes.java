package chevet.ward.library;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.place.Id;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import chevet.ward.sync.Bedsides;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The page of films: who was prescribed what, what was understood, and the shelves. */
public final class FilmRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/library/words";

    private static final Set<Role> SEE = Set.of(Role.WARD, Role.IT);
    private static final Set<Role> ACT = Set.of(Role.WARD);
    private static final Set<Role> SHELVE = Set.of(Role.IT);

    private final Console console;
    private final FilmDesk films;
    private final LibraryDesk desk;
    private final Function<String, Optional<String>> names;

    /**
     * @param names who signed a film off, for a reader; empty where nobody knows
     */
    public FilmRoutes(Console console, Library library, Function<String, Optional<String>> names) {
        this.console = console;
        this.names = names;
        this.films = library.films();
        this.desk = library.desk();
        console.nav(new NavItem("/films", "films.nav", "film", SEE, 40));
        console.get("/films", SEE, visit -> page(visit, 200, Optional.empty()));
        console.get("/films/prescribe", ACT, this::form);
        console.post("/films/prescribe", ACT, this::prescribe);
        console.post("/films/withdraw", ACT, visit -> act(visit, false));
        console.post("/films/sign", ACT, visit -> act(visit, true));
        console.post("/films/remove", SHELVE, this::remove);
    }

    private Reply page(Visit visit, int status, Optional<PrescribePanel> panel) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("films.no-ward"));
        }
        boolean mayAct = visit.frame().has(Role.WARD);
        FilmsPage page =
                new FilmsPage(
                        ward.get(),
                        // What patients understood is the ward's business, not IT's.
                        mayAct
                                ? desk.list(ward.get()).stream()
                                        .map(line -> line.named(names))
                                        .toList()
                                : List.of(),
                        films.films(),
                        mayAct,
                        mayRemove(visit),
                        panel);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "library/films.jte" : "library/page.jte", page);
    }

    private Reply form(Visit visit) {
        Map<String, String> values = new HashMap<>();
        visit.request().query("film").ifPresent(film -> values.put("film", film));
        return panel(visit, values, List.of());
    }

    private Reply panel(Visit visit, Map<String, String> values, List<Fault> faults) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("films.no-ward"));
        }
        int status = faults.isEmpty() ? 200 : 422;
        PrescribePanel panel =
                new PrescribePanel(
                        ward.get(), desk.lying(ward.get()), films.films(), values, faults);
        return visit.partial()
                ? console.page(status, visit, "library/prescribe.jte", panel)
                : page(visit, status, Optional.of(panel));
    }

    private Reply prescribe(Visit visit) {
        Map<String, String> values = new HashMap<>();
        for (String field : List.of("stay", "film", "before")) {
            visit.field(field).ifPresent(value -> values.put(field, value));
        }
        List<Fault> faults = new ArrayList<>();
        Optional<Bedsides.Lying> lying = lying(visit);
        Optional<FilmId> film = film(visit);
        Optional<Instant> before = before(visit);
        if (lying.isEmpty()) {
            faults.add(Fault.of("stay", "films.fault.stay"));
        }
        if (film.isEmpty()) {
            faults.add(Fault.of("film", "films.fault.film"));
        }
        if (values.containsKey("before") && before.isEmpty()) {
            faults.add(Fault.of("before", "films.fault.before"));
        }
        if (!faults.isEmpty()) {
            return panel(visit, values, faults);
        }
        LibraryResult result =
                desk.prescribe(
                        lying.orElseThrow().stay(),
                        film.orElseThrow(),
                        before,
                        visit.account().id());
        return switch (result) {
            case DONE ->
                    visit.partial()
                            ? console.done(visit.t("films.prescribed", lying.get().bed().value()))
                            : Reply.seeOther("/films");
            case NOBODY, NOT_PRESCRIBED ->
                    panel(visit, values, List.of(Fault.of("stay", "films.fault.stay")));
            case NO_SUCH_FILM ->
                    panel(visit, values, List.of(Fault.of("film", "films.fault.film")));
        };
    }

    private Reply act(Visit visit, boolean sign) {
        Optional<Bedsides.Lying> lying = lying(visit);
        Optional<FilmId> film = film(visit);
        if (lying.isEmpty() || film.isEmpty()) {
            return Reply.text(404, visit.t("films.fault.changed"));
        }
        StayId stay = lying.get().stay();
        LibraryResult result =
                sign
                        ? desk.sign(stay, film.get(), visit.account().id())
                        : desk.withdraw(stay, film.get());
        if (result != LibraryResult.DONE) {
            return Reply.text(409, visit.t("films.fault.changed"));
        }
        String bed = lying.get().bed().value();
        return visit.partial()
                ? console.done(visit.t(sign ? "films.signed-now" : "films.withdrawn", bed))
                : Reply.seeOther("/films");
    }

    /** The library is the whole hospital's. */
    private boolean mayRemove(Visit visit) {
        return visit.frame().has(Role.IT) && visit.frame().wards().size() == console.wards().size();
    }

    private Reply remove(Visit visit) {
        if (!mayRemove(visit)) {
            return Reply.text(403, visit.t("films.all-wards"));
        }
        Optional<Film> film =
                film(visit)
                        .flatMap(
                                id ->
                                        films.films().stream()
                                                .filter(each -> each.id().equals(id))
                                                .findFirst());
        if (film.isEmpty()) {
            return Reply.text(409, visit.t("films.fault.changed"));
        }
        films.remove(film.get().id());
        String title = film.get().title().in(visit.frame().words().language());
        return visit.partial()
                ? console.done(visit.t("films.removed", title))
                : Reply.seeOther("/films");
    }

    /** The stay that the form names, where it lies in a ward that this account may see. */
    private Optional<Bedsides.Lying> lying(Visit visit) {
        return id(visit, "stay")
                .map(StayId::new)
                .flatMap(desk::lying)
                .filter(
                        lying ->
                                visit.frame().wards().stream()
                                        .anyMatch(ward -> ward.id().equals(lying.ward())));
    }

    private static Optional<FilmId> film(Visit visit) {
        return id(visit, "film").map(FilmId::new);
    }

    private static Optional<String> id(Visit visit, String field) {
        return visit.field(field).filter(Id::is);
    }

    private static Optional<Instant> before(Visit visit) {
        try {
            return visit.field("before")
                    .map(LocalDateTime::parse)
                    .map(at -> at.atZone(visit.frame().zone()).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}

package chevet.ward.staff;

import chevet.ward.console.Account;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of people and cards. */
public final class StaffRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/staff/words";

    private static final Set<Role> IT = Set.of(Role.IT);

    /** A file of a large hospital, written as a form. */
    private static final int LONGEST_FILE = 16 << 20;

    /** Lines that are shown at a time. */
    private static final int SHOWN = 200;

    private final Console console;
    private final StaffDirectory directory;
    private final boolean cards;

    /**
     * @param staff the feature
     * @param cards whether the site believes any card
     */
    public StaffRoutes(Console console, Staff staff, boolean cards) {
        this.console = console;
        this.directory = staff.directory();
        this.cards = cards;
        console.nav(new NavItem("/staff", "staff.nav", "badge", IT, 85));
        console.get("/staff", IT, visit -> page(visit, 200, Optional.empty(), Optional.empty()));
        console.get("/staff/new", IT, visit -> form(visit, blank(), List.of(), Optional.empty()));
        console.post("/staff/new", IT, visit -> save(visit, true));
        console.get("/staff/file", IT, visit -> file(visit, new StaffFilePanel("", List.of())));
        console.post("/staff/file", IT, LONGEST_FILE, this::take);
        console.get("/staff/person/{id}", IT, this::known);
        console.post("/staff/person/{id}", IT, visit -> save(visit, false));
        console.post("/staff/card/{serial}/withdraw", IT, act(directory::withdraw, "withdrawn"));
        console.post("/staff/card/{serial}/back", IT, act(directory::giveBack, "back"));
        console.post("/staff/card/{serial}/unlock", IT, act(directory::unlock, "unlocked"));
        new GlassRoutes(console, staff.glasses());
    }

    private Reply page(
            Visit visit, int status, Optional<StaffForm> panel, Optional<StaffFilePanel> file) {
        List<StaffLine> all = directory.all();
        String search = visit.request().query("q").map(String::strip).orElse("");
        StaffPage page =
                new StaffPage(
                        all.stream().filter(line -> found(line, search)).limit(SHOWN).toList(),
                        all.size(),
                        search,
                        cards,
                        panel,
                        file);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "staff/list.jte" : "staff/page.jte", page);
    }

    private static boolean found(StaffLine line, String search) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return Stream.of(
                        line.person().id(),
                        line.person().name(),
                        line.person().profile(),
                        line.card().map(Card::serial).orElse(""))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Reply known(Visit visit) {
        return line(visit.part("id"))
                .map(line -> form(visit, valuesOf(line), List.of(), Optional.of(line)))
                .orElseGet(() -> Reply.text(404, visit.t("staff.fault.gone")));
    }

    private Reply form(
            Visit visit, Map<String, String> values, List<Fault> faults, Optional<StaffLine> line) {
        StaffForm form = new StaffForm(line, values, directory.profiles(), console.wards(), faults);
        int status = faults.isEmpty() ? 200 : 422;
        return visit.partial()
                ? console.page(status, visit, "staff/form.jte", form)
                : page(visit, status, Optional.of(form), Optional.empty());
    }

    private Reply save(Visit visit, boolean fresh) {
        Map<String, String> values = sent(visit);
        if (!fresh) {
            values.put("person", visit.part("id"));
        }
        List<Fault> faults =
                directory.save(field -> values.getOrDefault(field, ""), fresh, by(visit));
        if (faults.isEmpty()) {
            return visit.partial()
                    ? console.done(visit.t("staff.saved"))
                    : Reply.seeOther("/staff");
        }
        return form(visit, values, faults, fresh ? Optional.empty() : line(visit.part("id")));
    }

    private static Map<String, String> sent(Visit visit) {
        Map<String, String> values = new HashMap<>();
        for (String field : fields()) {
            visit.field(field).ifPresent(text -> values.put(field, text));
        }
        values.put("wards", String.join(" ", visit.request().formAll("wards")));
        return values;
    }

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(EnrolmentReader.REQUIRED);
        fields.addAll(EnrolmentReader.OPTIONAL);
        return fields;
    }

    private Console.Action act(BiPredicate<String, By> act, String said) {
        return visit -> {
            String serial = visit.part("serial");
            if (!act.test(serial, by(visit))) {
                return Reply.text(404, visit.t("staff.fault.gone"));
            }
            return visit.partial()
                    ? console.done(visit.t("staff.card." + said, serial))
                    : Reply.seeOther("/staff");
        };
    }

    private Reply file(Visit visit, StaffFilePanel panel) {
        int status = panel.problems().isEmpty() ? 200 : 422;
        return visit.partial()
                ? console.page(status, visit, "staff/file.jte", panel)
                : page(visit, status, Optional.empty(), Optional.of(panel));
    }

    private Reply take(Visit visit) {
        String text = visit.request().form("text").orElse("");
        StaffImport result =
                directory.importFile(
                        visit.t("staff.by-hand"),
                        text.getBytes(StandardCharsets.UTF_8),
                        by(visit),
                        visit.frame().words().language());
        return switch (result) {
            case StaffImport.Done(int people) ->
                    visit.partial()
                            ? console.done(visit.t("staff.imported", people))
                            : Reply.seeOther("/staff");
            case StaffImport.Faulty(var problems) ->
                    file(visit, new StaffFilePanel(text, problems));
        };
    }

    private Optional<StaffLine> line(String person) {
        return directory.all().stream()
                .filter(line -> line.person().id().equals(person))
                .findFirst();
    }

    private static Map<String, String> blank() {
        return Map.of();
    }

    private static Map<String, String> valuesOf(StaffLine line) {
        Person person = line.person();
        Map<String, String> values = new HashMap<>();
        values.put("person", person.id());
        values.put("name", person.name());
        values.put("profile", person.profile());
        values.put(
                "wards",
                person.allWards()
                        ? EnrolmentReader.EVERYWHERE
                        : person.wards().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(" ")));
        person.from().ifPresent(day -> values.put("valid_from", day.toString()));
        person.until().ifPresent(day -> values.put("valid_until", day.toString()));
        line.card()
                .filter(card -> card.withdrawn().isEmpty())
                .ifPresent(
                        card -> {
                            values.put("card", card.serial());
                            values.put("key_9a", card.key9a());
                            card.key9e().ifPresent(key -> values.put("key_9e", key));
                        });
        return values;
    }

    static By by(Visit visit) {
        return new By(visit.account().id(), roles(visit.account()));
    }

    /** The roles of an account, for the audit. */
    static String roles(Account account) {
        return account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}

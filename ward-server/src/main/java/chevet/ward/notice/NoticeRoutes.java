package chevet.ward.notice;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.place.Id;
import chevet.model.place.WardId;
import chevet.model.text.Texts;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of urgent notices: what stands, and the form of a new one. */
public final class NoticeRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/notice/words";

    private static final Set<Role> ROLES = Set.of(Role.WARD, Role.IT);
    private static final List<String> TEXTS = List.of("fr", "en", "ar");
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(2);

    private final Console console;
    private final NoticeDesk desk;

    public NoticeRoutes(Console console, NoticeDesk desk) {
        this.console = console;
        this.desk = desk;
        console.nav(new NavItem("/notices", "notices.nav", "alert", ROLES, 70));
        console.get("/notices", ROLES, visit -> page(visit, 200, Optional.empty()));
        console.get("/notices/write", ROLES, this::form);
        console.post("/notices/write", ROLES, this::write);
        console.post("/notices/withdraw", ROLES, this::withdraw);
    }

    private Reply page(Visit visit, int status, Optional<NoticePanel> panel) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("notices.no-ward"));
        }
        NoticePage page = new NoticePage(ward.get(), desk.in(ward.get()), panel);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(status, visit, live ? "notice/list.jte" : "notice/page.jte", page);
    }

    private Reply form(Visit visit) {
        Instant usual = visit.frame().now().plus(USUAL);
        return panel(visit, Map.of("until", visit.frame().local(usual)), List.of());
    }

    private Reply panel(Visit visit, Map<String, String> values, List<Fault> faults) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("notices.no-ward"));
        }
        int status = faults.isEmpty() ? 200 : 422;
        NoticePanel panel = new NoticePanel(ward.get(), values, faults);
        return visit.partial()
                ? console.page(status, visit, "notice/form.jte", panel)
                : page(visit, status, Optional.of(panel));
    }

    private Reply write(Visit visit) {
        Map<String, String> values = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (String field : TEXTS) {
            visit.field(field)
                    .ifPresent(
                            text -> {
                                values.put(field, text);
                                if (text.length() > Notice.LONGEST) {
                                    faults.add(
                                            Fault.of(
                                                    field,
                                                    "notices.fault.long",
                                                    text.length(),
                                                    Notice.LONGEST));
                                }
                            });
        }
        visit.field("until").ifPresent(until -> values.put("until", until));
        if (!values.containsKey("fr")) {
            faults.add(Fault.of("fr", "notices.fault.fr"));
        }
        Instant now = visit.frame().now();
        Optional<Instant> until =
                until(visit)
                        .filter(at -> at.isAfter(now))
                        .filter(at -> !at.isAfter(now.plus(LONGEST)));
        if (until.isEmpty()) {
            faults.add(Fault.of("until", "notices.fault.until", LONGEST.toDays()));
        }
        Optional<WardId> ward = visit.ward();
        if (!faults.isEmpty() || ward.isEmpty()) {
            return panel(visit, values, faults);
        }
        Texts text =
                new Texts(
                        values.getOrDefault("fr", ""),
                        Optional.ofNullable(values.get("en")),
                        Optional.ofNullable(values.get("ar")));
        Optional<NoticeId> written =
                desk.write(ward.get(), text, until.orElseThrow(), visit.account().id());
        if (written.isEmpty()) {
            return panel(
                    visit, values, List.of(Fault.of("fr", "notices.fault.many", NoticeDesk.MOST)));
        }
        return done(visit, ward.get(), "notices.written");
    }

    private Reply withdraw(Visit visit) {
        Optional<WardId> ward = visit.ward();
        Optional<NoticeId> id = visit.field("id").filter(Id::is).map(NoticeId::new);
        if (ward.isEmpty() || id.isEmpty() || !desk.withdraw(ward.get(), id.get())) {
            return Reply.text(409, visit.t("notices.changed"));
        }
        return done(visit, ward.get(), "notices.withdrawn");
    }

    private Reply done(Visit visit, WardId ward, String words) {
        return visit.partial()
                ? console.done(visit.t(words, visit.frame().wardName(ward)))
                : Reply.seeOther("/notices?ward=" + ward.value());
    }

    private static Optional<Instant> until(Visit visit) {
        try {
            return visit.field("until")
                    .map(LocalDateTime::parse)
                    .map(at -> at.atZone(visit.frame().zone()).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}

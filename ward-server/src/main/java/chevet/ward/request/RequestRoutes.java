package chevet.ward.request;

import chevet.model.place.Id;
import chevet.model.place.WardId;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.request.RequestRule;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.NavItem;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of requests: who waits for what, and the ward's answers. */
public final class RequestRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/request/words";

    static final Set<Role> ROLES = Set.of(Role.WARD);

    private final Console console;
    private final RequestDesk desk;

    public RequestRoutes(Console console, Requests requests) {
        this.console = console;
        this.desk = requests.desk();
        console.nav(new NavItem("/requests", "requests.nav", "hand", ROLES, 15));
        console.get("/requests", ROLES, visit -> page(visit, 200, Optional.empty()));
        console.get("/requests/reply", ROLES, this::form);
        console.post("/requests/reply", ROLES, this::reply);
        console.post("/requests/answer", ROLES, this::answer);
    }

    private Reply page(Visit visit, int status, Optional<ReplyPanel> panel) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("requests.no-ward"));
        }
        RequestPage page =
                new RequestPage(ward.get(), desk.open(ward.get()), desk.over(ward.get()), panel);
        boolean live = visit.request().header("x-live").isPresent();
        return console.page(
                status, visit, live ? "request/requests.jte" : "request/page.jte", page);
    }

    private Reply form(Visit visit) {
        return line(visit, visit.request().query("request"))
                .map(line -> panel(visit, new ReplyPanel(line, Map.of(), List.of())))
                .orElseGet(() -> Reply.text(404, visit.t("requests.gone")));
    }

    private Reply panel(Visit visit, ReplyPanel panel) {
        int status = panel.faults().isEmpty() ? 200 : 422;
        return visit.partial()
                ? console.page(status, visit, "request/reply.jte", panel)
                : page(visit, status, Optional.of(panel));
    }

    private Reply reply(Visit visit) {
        Optional<RequestDesk.Line> line = line(visit, visit.field("request"));
        if (line.isEmpty()) {
            return Reply.text(404, visit.t("requests.gone"));
        }
        Map<String, String> values = new HashMap<>();
        for (String field : List.of("to", "why", "said")) {
            visit.field(field).ifPresent(value -> values.put(field, value));
        }
        Optional<State> to = pick(State.values(), visit.field("to"));
        Optional<Why> why =
                pick(Why.values(), visit.field("why"))
                        .filter(_ -> to.filter(State.DECLINED::equals).isPresent());
        // Browsers send lines as CR LF.
        Optional<String> said = visit.field("said").map(text -> text.replace("\r\n", "\n"));
        List<Fault> faults = new ArrayList<>();
        if (to.isEmpty()) {
            faults.add(Fault.of("to", "requests.fault.to"));
        }
        if (to.filter(State.DECLINED::equals).isPresent() && why.isEmpty()) {
            faults.add(Fault.of("why", "requests.fault.why"));
        }
        if (said.filter(text -> !RequestRule.readable(text)).isPresent()) {
            faults.add(Fault.of("said", "requests.fault.said", RequestRule.LONGEST_TEXT));
        }
        return faults.isEmpty()
                ? said(visit, line.get(), to.orElseThrow(), why, said)
                : panel(visit, new ReplyPanel(line.get(), values, faults));
    }

    private Reply answer(Visit visit) {
        Optional<RequestDesk.Line> line = line(visit, visit.field("request"));
        Optional<State> to = pick(State.values(), visit.field("to"));
        return line.isEmpty() || to.isEmpty()
                ? Reply.text(404, visit.t("requests.gone"))
                : said(visit, line.get(), to.get(), Optional.empty(), Optional.empty());
    }

    private Reply said(
            Visit visit,
            RequestDesk.Line line,
            State to,
            Optional<Why> why,
            Optional<String> said) {
        RequestDesk.Answered answered =
                desk.answer(
                        line.request().id(),
                        Optional.of(line.lying().stay()),
                        to,
                        why,
                        said,
                        visit.account().id());
        String bed = line.lying().bed().value();
        return switch (answered.result()) {
            case DONE ->
                    visit.partial()
                            ? console.done(visit.t("requests.said." + to, bed))
                            : Reply.seeOther("/requests");
            case UNKNOWN, OVER -> Reply.text(409, visit.t("requests.gone"));
        };
    }

    /** The request that is named, where its patient lies in a ward that this account may see. */
    private Optional<RequestDesk.Line> line(Visit visit, Optional<String> named) {
        return named.filter(Id::is)
                .map(RequestId::new)
                .flatMap(desk::line)
                .filter(
                        line ->
                                visit.frame().wards().stream()
                                        .anyMatch(w -> w.id().equals(line.lying().ward())));
    }

    static <E extends Enum<E>> Optional<E> pick(E[] all, Optional<String> name) {
        return Arrays.stream(all)
                .filter(each -> name.filter(each.name()::equals).isPresent())
                .findFirst();
    }
}

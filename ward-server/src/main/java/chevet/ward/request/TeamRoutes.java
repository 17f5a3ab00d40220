package chevet.ward.request;

import chevet.model.place.WardId;
import chevet.model.request.CareTeam;
import chevet.model.request.Carer;
import chevet.model.request.RequestRule;
import chevet.model.request.Trade;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.NavItem;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of the care team: who is there on a day, as patients are told. */
public final class TeamRoutes {
    private final Console console;
    private final TeamDesk desk;

    public TeamRoutes(Console console, Requests requests) {
        this.console = console;
        this.desk = requests.teams();
        console.nav(new NavItem("/team", "team.nav", "people", RequestRoutes.ROLES, 45));
        console.get("/team", RequestRoutes.ROLES, visit -> page(visit, Map.of(), List.of()));
        console.post("/team/add", RequestRoutes.ROLES, this::add);
        console.post("/team/remove", RequestRoutes.ROLES, this::remove);
        console.post("/team/copy", RequestRoutes.ROLES, this::copy);
    }

    private Reply page(Visit visit, Map<String, String> values, List<Fault> faults) {
        Optional<WardId> ward = visit.ward();
        if (ward.isEmpty()) {
            return Reply.text(404, visit.t("requests.no-ward"));
        }
        LocalDate day = day(visit);
        CareTeam team = desk.team(ward.get(), day);
        TeamPage page =
                new TeamPage(
                        ward.get(),
                        desk.today(),
                        team,
                        team.carers().isEmpty() ? desk.before(ward.get(), day) : Optional.empty(),
                        values,
                        faults);
        int status = faults.isEmpty() ? 200 : 422;
        boolean part = visit.partial() || visit.request().header("x-live").isPresent();
        return console.page(
                status, visit, part ? "request/team.jte" : "request/teampage.jte", page);
    }

    private LocalDate day(Visit visit) {
        try {
            return visit.request()
                    .query("day")
                    .or(() -> visit.field("day"))
                    .map(LocalDate::parse)
                    .filter(day -> !day.isBefore(desk.today().minusDays(7)))
                    .filter(day -> !day.isAfter(desk.today().plusDays(31)))
                    .orElseGet(desk::today);
        } catch (DateTimeParseException notADay) {
            return desk.today();
        }
    }

    private Reply add(Visit visit) {
        Map<String, String> values = new HashMap<>();
        visit.field("name").ifPresent(name -> values.put("name", name));
        visit.field("trade").ifPresent(trade -> values.put("trade", trade));
        Optional<String> name =
                visit.field("name")
                        .filter(RequestRule::readable)
                        .filter(text -> text.length() <= TeamDesk.LONGEST_NAME);
        Optional<Trade> trade = RequestRoutes.pick(Trade.values(), visit.field("trade"));
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty()) {
            faults.add(Fault.of("name", "team.fault.name", TeamDesk.LONGEST_NAME));
        }
        if (trade.isEmpty()) {
            faults.add(Fault.of("trade", "team.fault.trade"));
        }
        if (faults.isEmpty()
                && visit.ward().isPresent()
                && !desk.add(
                        visit.ward().get(),
                        day(visit),
                        new Carer(name.orElseThrow(), trade.orElseThrow()),
                        visit.account().id())) {
            faults.add(Fault.of("name", "team.fault.full"));
        }
        return faults.isEmpty() ? shown(visit) : page(visit, values, faults);
    }

    private Reply remove(Visit visit) {
        Optional<Trade> trade = RequestRoutes.pick(Trade.values(), visit.field("trade"));
        Optional<String> name = visit.field("name");
        if (visit.ward().isPresent() && trade.isPresent() && name.isPresent()) {
            desk.remove(
                    visit.ward().get(),
                    day(visit),
                    new Carer(name.get(), trade.get()),
                    visit.account().id());
        }
        return shown(visit);
    }

    /** Takes the last known team, where this day has none yet. */
    private Reply copy(Visit visit) {
        visit.ward()
                .filter(ward -> desk.team(ward, day(visit)).carers().isEmpty())
                .ifPresent(
                        ward ->
                                desk.before(ward, day(visit))
                                        .ifPresent(
                                                last ->
                                                        desk.put(
                                                                ward,
                                                                day(visit),
                                                                last.carers(),
                                                                visit.account().id())));
        return shown(visit);
    }

    private Reply shown(Visit visit) {
        return visit.partial()
                ? page(visit, Map.of(), List.of())
                : Reply.seeOther("/team?day=" + day(visit));
    }
}

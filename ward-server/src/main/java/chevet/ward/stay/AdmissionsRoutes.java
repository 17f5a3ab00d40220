package chevet.ward.stay;

import chevet.ward.console.Console;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Many admissions, transfers and discharges at once, from a file. */
final class AdmissionsRoutes {
    private static final Set<Role> ACT = Set.of(Role.WARD);

    private final Console console;
    private final StayDesk desk;

    AdmissionsRoutes(Console console, StayDesk desk) {
        this.console = console;
        this.desk = desk;
        console.get("/admissions", ACT, visit -> page(200, visit, AdmissionsPanel.EMPTY));
        console.post("/admissions", ACT, this::take);
    }

    private Reply take(Visit visit) {
        String text = visit.request().form("text").orElse("");
        if (visit.frame().wards().size() < console.wards().size()) {
            return Reply.text(403, visit.t("beds.admissions-all-wards"));
        }
        Optional<String> sure = visit.request().form("sure");
        ImportResult result =
                desk.importAdmissions(
                        visit.field("file").orElse("admissions.csv"),
                        text.getBytes(StandardCharsets.UTF_8),
                        visit.account().id(),
                        visit.frame().words().language(),
                        ending -> sure.equals(Optional.of(AdmissionsPanel.sure(ending))));
        return switch (result) {
            case ImportResult.Done(var stays, int moved, int ended) ->
                    visit.partial()
                            ? console.done(
                                    visit.t("beds.admissions-done", stays.size(), moved, ended))
                            : Reply.seeOther("/beds");
            case ImportResult.Ending(var beds) ->
                    page(200, visit, new AdmissionsPanel(text, List.of(), beds));
            case ImportResult.Faulty(var problems) ->
                    page(422, visit, new AdmissionsPanel(text, problems, List.of()));
        };
    }

    private Reply page(int status, Visit visit, AdmissionsPanel panel) {
        return console.page(
                status,
                visit,
                visit.partial() ? "stay/admissions.jte" : "stay/admissionspage.jte",
                panel);
    }
}

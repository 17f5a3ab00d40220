package chevet.ward.stay;

import chevet.config.Problem;
import chevet.ward.console.Console;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Many admissions at once, from a file. */
final class AdmissionsRoutes {
    private static final Set<Role> ACT = Set.of(Role.WARD);

    private final Console console;
    private final StayDesk desk;

    AdmissionsRoutes(Console console, StayDesk desk) {
        this.console = console;
        this.desk = desk;
        console.get("/admissions", ACT, visit -> page(visit, "", List.of()));
        console.post("/admissions", ACT, this::take);
    }

    private Reply take(Visit visit) {
        String text = visit.request().form("text").orElse("");
        if (visit.frame().wards().size() < console.wards().size()) {
            return Reply.text(403, visit.t("beds.admissions-all-wards"));
        }
        ImportResult result =
                desk.importAdmissions(
                        visit.field("file").orElse("admissions.csv"),
                        text.getBytes(StandardCharsets.UTF_8),
                        visit.account().id(),
                        visit.frame().words().language());
        return switch (result) {
            case ImportResult.Done(var stays) ->
                    visit.partial()
                            ? console.done(visit.t("beds.admissions-done", stays.size()))
                            : Reply.seeOther("/beds");
            case ImportResult.Faulty(var problems) -> page(visit, text, problems);
        };
    }

    private Reply page(Visit visit, String text, List<Problem> problems) {
        return console.page(
                problems.isEmpty() ? 200 : 422,
                visit,
                visit.partial() ? "stay/admissions.jte" : "stay/admissionspage.jte",
                new AdmissionsPanel(text, problems));
    }
}

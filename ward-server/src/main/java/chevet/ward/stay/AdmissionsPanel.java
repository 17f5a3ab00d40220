package chevet.ward.stay;

import chevet.config.Problem;
import chevet.model.place.BedId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Admissions, transfers and discharges from a file.
 *
 * @param text what is in the field
 * @param problems every fault of what was sent
 * @param ending beds whose stays what was sent would end: asked about once
 */
public record AdmissionsPanel(String text, List<Problem> problems, List<BedId> ending) {
    static final AdmissionsPanel EMPTY = new AdmissionsPanel("", List.of(), List.of());

    public AdmissionsPanel {
        problems = List.copyOf(problems);
        ending = List.copyOf(ending);
    }

    /**
     * The beds as the form sends them back, so that a file changed meanwhile is asked about anew.
     */
    public String sure() {
        return sure(ending);
    }

    static String sure(List<BedId> beds) {
        return beds.stream().map(BedId::value).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "AdmissionsPanel";
    }
}

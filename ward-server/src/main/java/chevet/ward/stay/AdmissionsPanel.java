package chevet.ward.stay;

import chevet.config.Problem;
import java.util.List;

/**
 * Admissions from a file.
 *
 * @param text what is in the field
 * @param problems every fault of what was sent
 */
public record AdmissionsPanel(String text, List<Problem> problems) {
    public AdmissionsPanel {
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "AdmissionsPanel";
    }
}

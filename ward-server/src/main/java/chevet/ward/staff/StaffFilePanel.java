package chevet.ward.staff;

import chevet.config.Problem;
import java.util.List;

/**
 * A file of staff about to be brought.
 *
 * @param text what is in the field
 * @param problems of what was sent
 */
public record StaffFilePanel(String text, List<Problem> problems) {
    public StaffFilePanel {
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "StaffFilePanel";
    }
}

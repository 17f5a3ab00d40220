package chevet.ward.staff;

import java.util.List;
import java.util.Optional;

/**
 * The list of people.
 *
 * @param lines those that are shown
 * @param all how many there are
 * @param search what was looked for; may be empty
 * @param cards whether the site believes any card
 * @param panel opened with the page, where its address names one
 * @param file the same for a file
 */
public record StaffPage(
        List<StaffLine> lines,
        int all,
        String search,
        boolean cards,
        Optional<StaffForm> panel,
        Optional<StaffFilePanel> file) {
    public StaffPage {
        lines = List.copyOf(lines);
    }
}

package chevet.ward.meal;

import chevet.config.Problem;
import java.util.List;

/**
 * A file of the kitchen, about to be read.
 *
 * @param what it is: {@code dishes} or {@code cycle}
 * @param text what is in the field
 * @param monday what stands in the field of the cycle's first week; empty for dishes
 * @param mondayWrong it is no date
 * @param problems every fault of what was sent
 */
public record MenuFilePanel(
        String what, String text, String monday, boolean mondayWrong, List<Problem> problems) {
    static final String DISHES = "dishes";
    static final String CYCLE = "cycle";

    public MenuFilePanel {
        problems = List.copyOf(problems);
    }

    static MenuFilePanel empty(String what) {
        return new MenuFilePanel(what, "", "", false, List.of());
    }

    /** The same, refused: with its faults. */
    MenuFilePanel with(List<Problem> faults) {
        return new MenuFilePanel(what, text, monday, mondayWrong, faults);
    }

    public boolean cycle() {
        return what.equals(CYCLE);
    }

    public boolean faulty() {
        return mondayWrong || !problems.isEmpty();
    }

    /**
     * What the text is called, so that it is read as what it looks like: only TOML has a line that
     * begins a table.
     */
    String file() {
        boolean toml = text.lines().anyMatch(line -> line.strip().startsWith("[["));
        return what + (toml ? ".toml" : ".csv");
    }
}

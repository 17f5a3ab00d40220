package chevet.ward.meal;

import java.util.List;

/** The dietitian's list, of all wards that the account may see. */
public record DietPage(List<DietLine> lines) {
    public DietPage {
        lines = List.copyOf(lines);
    }

    /** Of how many a line was not understood. */
    public long doubted() {
        return lines.stream().filter(line -> !line.doubts().isEmpty()).count();
    }

    /** How many trays are held. */
    public int held() {
        return lines.stream().mapToInt(line -> line.held().size()).sum();
    }

    /** How many profiles nobody has confirmed. */
    public long unconfirmed() {
        return lines.stream().filter(line -> !line.profile().confirmed()).count();
    }
}

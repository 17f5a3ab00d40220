package chevet.ward.staff;

import java.util.List;

/** The queue of broken glasses. */
public record GlassPage(List<GlassLine> lines) {
    public GlassPage {
        lines = List.copyOf(lines);
    }

    /** How many nobody has reviewed. */
    public long waiting() {
        return lines.stream().filter(line -> line.glass().review().isEmpty()).count();
    }
}

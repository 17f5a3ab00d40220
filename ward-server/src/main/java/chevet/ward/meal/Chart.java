package chevet.ward.meal;

import chevet.model.meal.ServiceMenu;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How the choices came in, as a line to draw in a box of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param points of the line, as SVG wants them
 * @param end where the cut-off stands, from the left
 * @param from the left edge
 * @param to the right edge
 */
public record Chart(String points, double end, Instant from, Instant to, int chosen) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 90;

    /** A day at the most before the cut-off, for before that hardly anybody chooses. */
    private static final Duration SHOWN = Duration.ofHours(24);

    static Chart of(ServiceMenu menu, List<ProgressPoint> progress, int patients, Instant now) {
        Instant from = menu.cutOff().minus(SHOWN);
        Instant to = menu.served();
        StringBuilder points = new StringBuilder();
        int chosen = 0;
        for (ProgressPoint point : progress) {
            if (!point.at().isAfter(now)) {
                // A step: the number holds until one more has chosen.
                add(points, x(point.at(), from, to), y(chosen, patients));
                chosen = point.chosen();
                add(points, x(point.at(), from, to), y(chosen, patients));
            }
        }
        if (points.isEmpty()) {
            add(points, 0, y(0, patients));
        }
        add(points, x(now, from, to), y(chosen, patients));
        return new Chart(points.toString(), x(menu.cutOff(), from, to), from, to, chosen);
    }

    private static void add(StringBuilder points, double x, double y) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    private static double x(Instant at, Instant from, Instant to) {
        double share =
                (double) Duration.between(from, at).toMillis()
                        / Math.max(1, Duration.between(from, to).toMillis());
        return Math.clamp(share, 0, 1) * WIDTH;
    }

    private static double y(int chosen, int patients) {
        return HEIGHT - (double) chosen / Math.max(1, Math.max(patients, chosen)) * (HEIGHT - 8);
    }
}

package chevet.terminal.record;

import chevet.model.record.RecordItem.Point;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A small line of earlier values, oldest at the start of the line. */
final class Sparkline extends Region {
    private final Polyline line = new Polyline();
    private final List<Point> points;

    /**
     * @param points two at least, oldest first
     * @param said what it shows, in words
     */
    Sparkline(List<Point> points, String said) {
        this.points = List.copyOf(points);
        getStyleClass().add("record-trend");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(said);
        line.getStyleClass().add("record-trend-line");
        line.setManaged(false);
        getChildren().add(line);
    }

    @Override
    protected void layoutChildren() {
        double least = points.stream().mapToDouble(Point::value).min().orElse(0);
        double most = points.stream().mapToDouble(Point::value).max().orElse(1);
        long from = points.getFirst().at().toEpochMilli();
        double span = Math.max(1, points.getLast().at().toEpochMilli() - from);
        double height = Math.max(1e-9, most - least);
        line.getPoints().clear();
        for (Point point : points) {
            double x = 2 + (getWidth() - 4) * (point.at().toEpochMilli() - from) / span;
            double y = 2 + (getHeight() - 4) * (most - point.value()) / height;
            line.getPoints().addAll(x, most == least ? getHeight() / 2 : y);
        }
    }
}

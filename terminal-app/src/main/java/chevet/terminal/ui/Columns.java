package chevet.terminal.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays its columns side by side while each has the width it needs, and one under the other when
 * larger text leaves no room for that. Widths are in {@code em}, so they grow with the text.
 */
public final class Columns extends Pane {
    private record Column(Node node, double ems, double grow) {}

    private final Look look;

    /** Held here only: the look outlives what it dresses, and would keep all that stands in it. */
    private final ChangeListener<TextSize> relayout = (_, _, _) -> requestLayout();

    private final double gap;
    private final List<Column> columns = new ArrayList<>();

    /**
     * @param gap pixels between columns, and between rows when stacked
     */
    public Columns(Look look, double gap) {
        this.look = look;
        this.gap = gap;
        getStyleClass().add("columns");
        look.textSizeProperty().addListener(new WeakChangeListener<>(relayout));
    }

    /**
     * Adds a column at the end.
     *
     * @param ems what it needs to be beside others
     * @param grow its share of what is left over; 0 keeps its width
     */
    public Columns add(Node node, double ems, double grow) {
        columns.add(new Column(node, ems, grow));
        getChildren().add(node);
        return this;
    }

    /** True where they stand one under the other at this width. */
    public boolean stacked(double width) {
        double needed = 0;
        int shown = 0;
        for (Column column : columns) {
            if (column.node.isManaged()) {
                needed += look.em(column.ems);
                shown++;
            }
        }
        return needed + gap * Math.max(0, shown - 1) > width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        double height = 0;
        boolean stacked = stacked(inner);
        double[] widths = widths(inner, stacked);
        for (int i = 0; i < columns.size(); i++) {
            Node node = columns.get(i).node;
            if (node.isManaged()) {
                double own = node.prefHeight(widths[i]);
                height = stacked ? height + own + (height > 0 ? gap : 0) : Math.max(height, own);
            }
        }
        return height + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        if (stacked(inner)) {
            return computePrefHeight(width);
        }
        double[] widths = widths(inner, false);
        double height = 0;
        for (int i = 0; i < widths.length; i++) {
            Node node = columns.get(i).node;
            if (node.isManaged()) {
                height = Math.max(height, node.minHeight(widths[i]));
            }
        }
        return height + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double inner = getWidth() - left - snappedRightInset();
        boolean stacked = stacked(inner);
        double[] widths = widths(inner, stacked);
        double x = left;
        double y = top;
        for (int i = 0; i < columns.size(); i++) {
            Node node = columns.get(i).node;
            if (!node.isManaged()) {
                continue;
            }
            double height =
                    stacked
                            ? snapSizeY(node.prefHeight(widths[i]))
                            : getHeight() - top - snappedBottomInset();
            node.resizeRelocate(x, y, widths[i], height);
            if (stacked) {
                y += height + gap;
            } else {
                x += widths[i] + gap;
            }
        }
    }

    private double[] widths(double inner, boolean stacked) {
        double[] widths = new double[columns.size()];
        double left = inner;
        double grow = 0;
        int shown = 0;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            if (column.node.isManaged()) {
                widths[i] = stacked ? inner : look.em(column.ems);
                left -= widths[i];
                grow += column.grow;
                shown++;
            }
        }
        left -= gap * Math.max(0, shown - 1);
        if (!stacked && grow > 0) {
            for (int i = 0; i < widths.length; i++) {
                if (columns.get(i).node.isManaged()) {
                    widths[i] = Math.floor(widths[i] + left * columns.get(i).grow / grow);
                }
            }
        }
        return widths;
    }
}

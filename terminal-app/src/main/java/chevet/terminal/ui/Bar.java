package chevet.terminal.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * One row with things at its start and things at its end. Where larger text leaves no room for all,
 * those that can be found elsewhere too go, in the order in which they were named; the first at the
 * start wraps before anything is cut.
 */
public final class Bar extends Pane {
    private final double gap;
    private final List<Node> starts = new ArrayList<>();
    private final List<Node> ends = new ArrayList<>();
    private final List<Node> optional = new ArrayList<>();
    private final Heights heights = new Heights();

    /**
     * @param gap pixels between two things
     */
    public Bar(double gap) {
        this.gap = gap;
        getStyleClass().add("bar");
    }

    public Bar start(Node... nodes) {
        starts.addAll(List.of(nodes));
        getChildren().addAll(nodes);
        return this;
    }

    public Bar end(Node... nodes) {
        ends.addAll(List.of(nodes));
        getChildren().addAll(nodes);
        return this;
    }

    /** These go first when room is short. */
    public Bar optional(Node... nodes) {
        optional.addAll(List.of(nodes));
        return this;
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
        return heights.at(width, this::preferredHeight);
    }

    @Override
    public void requestLayout() {
        Heights.forget(heights);
        super.requestLayout();
    }

    private double preferredHeight(double width) {
        double inner = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        List<Node> shown = shown(inner);
        double[] widths = widths(shown, inner);
        double height = 0;
        for (int i = 0; i < widths.length; i++) {
            height = Math.max(height, shown.get(i).prefHeight(widths[i]));
        }
        return snapSizeY(height) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        List<Node> shown = shown(inner);
        double[] widths = widths(shown, inner);
        for (Node node : optional) {
            node.setVisible(shown.contains(node));
        }
        double x = snappedLeftInset();
        double all = gap * Math.max(0, shown.size() - 1);
        for (double width : widths) {
            all += width;
        }
        boolean ended = false;
        for (int i = 0; i < widths.length; i++) {
            Node node = shown.get(i);
            if (!ended && ends.contains(node)) {
                ended = true;
                x += Math.max(0, inner - all);
            }
            double own = Math.min(height, snapSizeY(node.prefHeight(widths[i])));
            node.resizeRelocate(
                    snapPositionX(x),
                    snapPositionY(snappedTopInset() + (height - own) / 2),
                    widths[i],
                    own);
            x += widths[i] + gap;
        }
    }

    private List<Node> shown(double inner) {
        List<Node> shown = new ArrayList<>(starts);
        shown.addAll(ends);
        shown.removeIf(node -> !node.isManaged());
        for (Node node : optional) {
            if (needed(shown) <= inner) {
                break;
            }
            shown.remove(node);
        }
        return shown;
    }

    private double needed(List<Node> shown) {
        double needed = gap * Math.max(0, shown.size() - 1);
        for (Node node : shown) {
            needed += snapSizeX(node.prefWidth(-1));
        }
        return needed;
    }

    private double[] widths(List<Node> shown, double inner) {
        double over = Math.max(0, needed(shown) - inner);
        double[] widths = new double[shown.size()];
        Node wrapping = widest(shown);
        for (int i = 0; i < widths.length; i++) {
            double width = snapSizeX(shown.get(i).prefWidth(-1));
            widths[i] = shown.get(i).equals(wrapping) ? Math.max(0, width - over) : width;
        }
        return widths;
    }

    private static Node widest(List<Node> shown) {
        Node widest = shown.getFirst();
        for (Node node : shown) {
            if (node.prefWidth(-1) > widest.prefWidth(-1)) {
                widest = node;
            }
        }
        return widest;
    }
}

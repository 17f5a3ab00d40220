package chevet.terminal.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Keys side by side over the whole width, each as wide as its share of ten. */
final class KeyRow extends Pane {
    private static final double GAP = 12;
    private static final double LOWEST = 56;
    private static final double HIGHEST = 84;

    private final List<Double> shares = new ArrayList<>();

    KeyRow() {
        getStyleClass().add("key-row");
    }

    KeyRow add(Node key, double share) {
        shares.add(share);
        getChildren().add(key);
        return this;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = LOWEST;
        for (Node key : getChildren()) {
            height = Math.max(height, key.prefHeight(-1));
        }
        return Math.ceil(height);
    }

    /** Where there is room keys are higher, and easier to hit. */
    @Override
    protected double computeMaxHeight(double width) {
        return Math.max(HIGHEST, computePrefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        double all = shares.stream().mapToDouble(Double::doubleValue).sum();
        double room = getWidth() - GAP * (shares.size() - 1);
        double x = 0;
        for (int i = 0; i < shares.size(); i++) {
            double width = room * shares.get(i) / all;
            double left = Math.rint(x);
            getChildren().get(i).resizeRelocate(left, 0, Math.rint(x + width) - left, getHeight());
            x += width + GAP;
        }
    }
}

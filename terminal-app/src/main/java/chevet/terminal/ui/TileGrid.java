package chevet.terminal.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Tiles in as few rows as their words allow: four beside each other at most, fewer with larger
 * text. All have one size; where the last row has fewer they share its width, so that no hole looks
 * like something that is missing.
 */
public final class TileGrid extends Pane {
    private static final double TILE_EMS = 11;
    private static final double LOWEST_EMS = 7;
    private static final int MOST_COLUMNS = 4;
    private static final double GAP = 20;

    private final Look look;

    public TileGrid(Look look) {
        this.look = look;
        look.textSizeProperty().addListener((_, _, _) -> requestLayout());
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
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width < 0 ? getWidth() : width;
        int columns = columns(inner);
        List<Node> tiles = getManagedChildren();
        int rows = rows(tiles.size(), columns);
        // As wide as it will be laid out: a pixel more may save a line that it then needs.
        double side = Math.floor((inner - GAP * (columns - 1)) / columns);
        double highest = look.em(LOWEST_EMS);
        for (Node tile : tiles) {
            highest = Math.max(highest, snapSizeY(tile.minHeight(side)));
        }
        return rows == 0 ? 0 : rows * highest + GAP * (rows - 1);
    }

    @Override
    protected void layoutChildren() {
        List<Node> tiles = getManagedChildren();
        if (tiles.isEmpty()) {
            return;
        }
        int columns = columns(getWidth());
        int rows = rows(tiles.size(), columns);
        double height = Math.floor((getHeight() - GAP * (rows - 1)) / rows);
        for (int i = 0; i < tiles.size(); i++) {
            int beside = Math.min(columns, tiles.size() - i + i % columns);
            double width = Math.floor((getWidth() - GAP * (beside - 1)) / beside);
            tiles.get(i)
                    .resizeRelocate(
                            (i % columns) * (width + GAP),
                            Math.floorDiv(i, columns) * (height + GAP),
                            width,
                            height);
        }
    }

    private int columns(double width) {
        int count = Math.max(1, getManagedChildren().size());
        int most = (int) ((width + GAP) / (look.em(TILE_EMS) + GAP));
        most = Math.clamp(most, 1, Math.min(MOST_COLUMNS, count));
        int rows = rows(count, most);
        return Math.ceilDiv(count, rows);
    }

    private static int rows(int count, int columns) {
        return Math.ceilDiv(count, columns);
    }
}

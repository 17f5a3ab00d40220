package chevet.terminal;

import chevet.terminal.ui.Pressable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/**
 * Looks at what a scene shows as a patient would and notes what hinders: cut or overflowing text,
 * small targets, targets too close, weak contrast, controls without a name. On the JavaFX thread,
 * after layout.
 */
public final class Walk {
    private static final double TOLERANCE = 1.5;
    private static final double TARGET = 56;
    private static final double APART = 10;
    private static final double TEXT_CONTRAST = 4.5;
    private static final double LINE_CONTRAST = 3;

    private final String where;
    private final Bounds window;
    private final List<String> problems = new ArrayList<>();
    private final List<Node> targets = new ArrayList<>();

    /** Where each lies in the scene: everything asks for what is around it, again and again. */
    private final Map<Node, Bounds> places = new HashMap<>();

    private Walk(String where, Parent root) {
        this.where = where;
        this.window = root.localToScene(root.getLayoutBounds());
    }

    /** What hinders, one sentence each; empty when all is well. */
    public static List<String> problems(String where, Parent root) {
        Walk walk = new Walk(where, root);
        walk.visit(root);
        walk.apart();
        return walk.problems;
    }

    private Bounds place(Node node) {
        Bounds known = places.get(node);
        if (known == null) {
            known = node.localToScene(node.getLayoutBounds());
            places.put(node, known);
        }
        return known;
    }

    private void visit(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getOpacity() < 1) {
            note(node, "is seen through");
        }
        if (node instanceof Labeled labeled) {
            labeled(labeled);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            inside(text, text.getText());
            contrast(text, text.getFill(), TEXT_CONTRAST);
        }
        if (node instanceof SVGPath path) {
            contrast(path, path.getStroke(), LINE_CONTRAST);
        }
        if (node instanceof ButtonBase || node instanceof Pressable) {
            target(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::visit);
        }
    }

    private void labeled(Labeled labeled) {
        String said = labeled.getText() == null ? "" : labeled.getText();
        if (said.isBlank()) {
            return;
        }
        for (Node shown : labeled.getChildrenUnmodifiable()) {
            if (shown instanceof Text text) {
                if (!text.getText().equals(said)) {
                    note(labeled, "shows \"" + text.getText() + "\" of \"" + said + "\"");
                }
                return;
            }
        }
        note(labeled, "does not show \"" + said + "\"");
    }

    /** Inside all that is around it; what is scrolled may be above or below. */
    private void inside(Node node, String said) {
        Bounds bounds = place(node);
        boolean scrolled = false;
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            Parent outer = around.getParent();
            scrolled |= outer != null && outer.getStyleClass().contains("viewport");
            Bounds room = place(around);
            boolean wide =
                    bounds.getMinX() < room.getMinX() - TOLERANCE
                            || bounds.getMaxX() > room.getMaxX() + TOLERANCE;
            boolean high =
                    !scrolled
                            && (bounds.getMinY() < room.getMinY() - TOLERANCE
                                    || bounds.getMaxY() > room.getMaxY() + TOLERANCE);
            if (wide || high) {
                note(
                        around,
                        "is too small for \""
                                + said
                                + "\": "
                                + shortened(bounds)
                                + " in "
                                + shortened(room));
                return;
            }
        }
        if (!scrolled && !grown(window).contains(bounds)) {
            note(node, "is outside the window: \"" + said + "\"");
        }
    }

    private void target(Node node) {
        Bounds size = node.getLayoutBounds();
        if (size.getWidth() < TARGET || size.getHeight() < TARGET) {
            note(node, "is a target of " + size.getWidth() + " x " + size.getHeight());
        }
        String name = node.getAccessibleText();
        if (name == null || name.isBlank()) {
            note(node, "has no accessible name");
        }
        if (!node.isFocusTraversable()) {
            note(node, "cannot be reached by Tab");
        }
        targets.add(node);
    }

    private void apart() {
        targets.removeIf(target -> seen(target).isEmpty());
        List<Bounds> seen = targets.stream().map(this::seen).toList();
        for (int i = 0; i < targets.size(); i++) {
            for (int j = i + 1; j < targets.size(); j++) {
                Bounds one = seen.get(i);
                Bounds other = seen.get(j);
                double across =
                        Math.max(one.getMinX() - other.getMaxX(), other.getMinX() - one.getMaxX());
                double down =
                        Math.max(one.getMinY() - other.getMaxY(), other.getMinY() - one.getMaxY());
                if (Math.max(across, down) < APART - TOLERANCE) {
                    note(
                            targets.get(i),
                            "is " + Math.max(across, down) + " px from " + named(targets.get(j)));
                }
            }
        }
    }

    /** What can be touched of it: what is scrolled away cannot. */
    private Bounds seen(Node node) {
        Bounds bounds = place(node);
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                Bounds view = place(pane);
                double top = Math.max(bounds.getMinY(), view.getMinY());
                double bottom = Math.min(bounds.getMaxY(), view.getMaxY());
                return bottom <= top
                        ? new BoundingBox(0, 0, -1, -1)
                        : new BoundingBox(bounds.getMinX(), top, bounds.getWidth(), bottom - top);
            }
        }
        return bounds;
    }

    private void contrast(Node node, Paint paint, double least) {
        if (!(paint instanceof Color ink)) {
            return;
        }
        Color paper = paper(node);
        double ratio = ratio(ink, paper);
        if (ratio < least) {
            note(node, "has contrast %.2f, %s on %s".formatted(ratio, ink, paper));
        }
    }

    private static Color paper(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            Background background = around instanceof Region region ? region.getBackground() : null;
            if (background != null && !background.getFills().isEmpty()) {
                BackgroundFill last = background.getFills().getLast();
                if (last.getFill() instanceof Color colour && colour.getOpacity() == 1) {
                    return colour;
                }
            }
        }
        return Color.WHITE;
    }

    /** WCAG 2.2, contrast ratio. */
    private static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Bounds grown(Bounds bounds) {
        return new BoundingBox(
                bounds.getMinX() - TOLERANCE,
                bounds.getMinY() - TOLERANCE,
                bounds.getWidth() + 2 * TOLERANCE,
                bounds.getHeight() + 2 * TOLERANCE);
    }

    private static String shortened(Bounds b) {
        return "%.0f,%.0f %.0fx%.0f"
                .formatted(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight());
    }

    private static String named(Node node) {
        String name =
                node instanceof Labeled labeled && labeled.getText() != null
                        ? labeled.getText()
                        : String.valueOf(node.getAccessibleText());
        return node.getClass().getSimpleName() + node.getStyleClass() + " \"" + name + "\"";
    }

    private void note(Node node, String what) {
        problems.add(where + ": " + named(node) + " " + what);
    }
}

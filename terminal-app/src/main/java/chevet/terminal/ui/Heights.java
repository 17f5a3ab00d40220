package chevet.terminal.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a node's height is at a width, once measured, until its layout is asked for anew: panes ask
 * for it many times in one layout, and measuring text is the dearest part of that.
 */
final class Heights {
    private final Map<Double, Double> known = new HashMap<>();

    /** Both in pixels; a negative width means that none is given: nothing is kept of that. */
    double at(double width, DoubleUnaryOperator measure) {
        if (width < 0) {
            return measure.applyAsDouble(width);
        }
        Double before = known.get(width);
        if (before != null) {
            return before;
        }
        double height = measure.applyAsDouble(width);
        known.put(width, height);
        return height;
    }

    /** For a node's own requestLayout, which its constructor already calls before it has any. */
    static void forget(@Nullable Heights heights) {
        if (heights != null) {
            heights.known.clear();
        }
    }
}

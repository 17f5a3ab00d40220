package chevet.model.wire;

import java.util.Map;

/**
 * Why something was refused: a code that every side has words for in its bundles ({@code
 * meal.too-late}), and what those words are about ({@code cutOff → 2026-11-21T13:00:00Z}).
 */
public record Reason(String code, Map<String, String> about) {
    public Reason {
        about = Map.copyOf(about);
    }

    public static Reason of(String code) {
        return new Reason(code, Map.of());
    }
}

package chevet.terminal;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/** What an eye finds below a node. On the JavaFX thread. */
public final class Seen {
    private Seen() {}

    /** All that is visible, parents before children. */
    public static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> children =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(Seen::below)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), children);
    }

    /** What can be read there, a line each. */
    public static String text(Node node) {
        return below(node)
                .filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}

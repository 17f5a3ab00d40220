package chevet.terminal.player;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * The lines of subtitles at the foot of a picture, in the size of text that the screen has. Each
 * cue has the direction of its first letter, whatever the screen's is.
 */
final class CueBoard extends VBox {
    private List<String> shown = List.of();

    CueBoard() {
        getStyleClass().add("cues");
        setAlignment(Pos.BOTTOM_CENTER);
        setFillWidth(false);
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    /**
     * @param texts one below the other, each of one line or several
     */
    void show(List<String> texts) {
        if (texts.equals(shown)) {
            return;
        }
        shown = List.copyOf(texts);
        getChildren().setAll(shown.stream().map(this::label).toList());
    }

    private Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("cue");
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setNodeOrientation(
                rightToLeft(text) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        if (arabic(text)) {
            label.getStyleClass().add("script-arabic");
        }
        label.maxWidthProperty().bind(widthProperty().multiply(0.9));
        return label;
    }

    /** The first strong letter decides (Unicode UAX 9, P2 and P3). */
    static boolean rightToLeft(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .filter(
                        each ->
                                each == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                                        || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                        || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .mapToObj(each -> each != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .findFirst()
                .orElse(false);
    }

    private static boolean arabic(String text) {
        return text.codePoints()
                .anyMatch(
                        each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.ARABIC);
    }
}

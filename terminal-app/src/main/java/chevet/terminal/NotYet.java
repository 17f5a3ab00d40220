package chevet.terminal;

import chevet.model.text.Language;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The plain screen of a terminal that cannot open its files: what it says needs none of them. */
final class NotYet {
    private static final double WIDTH = 30;

    private NotYet() {}

    static Scene scene(Language language, double width, double height) {
        Look.loadFonts();
        Words words = new Words(List.of("chevet.terminal.texts"));
        words.languageProperty().set(language);
        Kit kit = new Kit(words, new Look());
        Label title = kit.title(words.live("start.not-yet"));
        title.setGraphic(new Icon(Icon.Shape.CLOCK));
        VBox card = kit.card(title, kit.text("start.not-yet.do"));
        card.setMaxSize(kit.look().em(WIDTH), 0);
        card.setId("not-yet");
        StackPane root = new StackPane(card);
        StackPane.setAlignment(card, Pos.CENTER);
        root.getStyleClass().add("stage");
        Scene scene = new Scene(root, width, height);
        kit.look().dress(scene, words, List.of(Look.sheet(Shell.class, "shell.css")));
        return scene;
    }
}

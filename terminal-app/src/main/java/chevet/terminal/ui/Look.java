package chevet.terminal.ui;

import chevet.model.text.Language;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * How the screen looks now: colours, size of text, motion, direction. What is dressed by it changes
 * at once when it changes. On the JavaFX thread.
 */
public final class Look {
    private static final List<String> FONTS =
            List.of(
                    "AtkinsonHyperlegibleNext_400Regular.ttf",
                    "AtkinsonHyperlegibleNext_700Bold.ttf",
                    "DejaVuSans.ttf",
                    "DejaVuSans-Bold.ttf");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DAY);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();

    /**
     * Tells JavaFX how to paint; before it starts, for later it does not listen. It would keep the
     * round corners of every surface as an image and stretch that: without a graphics card this
     * takes three times as long as painting the surface. And it would keep texts that it has laid
     * out, also a patient's record after the card is out. What is set by hand stays.
     */
    public static void beforeStart() {
        System.getProperties().putIfAbsent("prism.disableRegionCaching", "true");
        System.getProperties().putIfAbsent("prism.cacheLayoutSize", "0");
    }

    /** Reads the fonts from the application's resources; once, before the first screen. */
    public static void loadFonts() {
        for (String font : FONTS) {
            URL url = Objects.requireNonNull(Look.class.getResource("fonts/" + font), font);
            Objects.requireNonNull(Font.loadFont(address(url), 20), font);
        }
    }

    /** Of a file JavaFX reads that very file, and of all else a copy that it unpacks first. */
    private static String address(URL url) {
        // It takes what stands there for the file's name: no character may be written otherwise.
        return url.getProtocol().equals("file")
                ? "file:" + Path.of(URI.create(url.toString()))
                : url.toString();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Pixels of so many {@code em}, rounded: for the few sizes that a style sheet cannot say. */
    public double em(double ems) {
        return Math.rint(textSize.get().body() * ems);
    }

    /**
     * Dresses a scene, now and at each change.
     *
     * @param sheets the features' own style sheets, after the theme's
     */
    public void dress(Scene scene, Words words, List<String> sheets) {
        // Of the scene: those of its root would be gathered anew for every node within.
        scene.getStylesheets().add(sheet(Look.class, "theme.css"));
        scene.getStylesheets().addAll(sheets);
        dressPart(scene.getRoot(), words);
    }

    /**
     * Dresses a part of a scene that another look has dressed with all sheets: it has this look's
     * colours, size of text and direction. Now and at each change.
     */
    public void dressPart(Parent part, Words words) {
        part.getStyleClass().add("chevet");
        Runnable dressing = () -> dressed(part, words.language());
        theme.addListener((_, _, _) -> dressing.run());
        textSize.addListener((_, _, _) -> dressing.run());
        words.languageProperty().addListener((_, _, _) -> dressing.run());
        dressing.run();
    }

    /** Address of a style sheet that lies beside a class. */
    public static String sheet(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
    }

    private void dressed(Parent root, Language language) {
        List<String> now = new ArrayList<>(root.getStyleClass());
        now.removeIf(Look::changes);
        now.addAll(List.of(theme.get().styleClass(), script(language)));
        // At once and only where something is another: each change has all that is within matched
        // with all sheets again.
        if (!now.equals(root.getStyleClass())) {
            root.getStyleClass().setAll(now);
        }
        root.setStyle("-fx-font-size: " + textSize.get().body() + "px;");
        root.setNodeOrientation(
                language.rightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
    }

    private static boolean changes(String name) {
        return name.startsWith("script-")
                || Arrays.stream(Theme.values()).anyMatch(each -> name.equals(each.styleClass()));
    }

    /** The style class that gives a node the font of a language's script. */
    public static String script(Language language) {
        return language == Language.AR ? "script-arabic" : "script-latin";
    }
}

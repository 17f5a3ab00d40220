package chevet.terminal.shell;

import chevet.model.text.Language;
import chevet.terminal.shell.ShellModel.Drawer;
import chevet.terminal.ui.Bar;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.Theme;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.ZonedDateTime;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The frame: a bar above that says where one is, a bar below that is always the same. */
final class ShellView {
    private static final int LOUDER = 5;
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

    private final Kit kit;
    private final Words words;
    private final ShellModel model;
    private final WardTime time;
    private final Comfort comfort;
    private final Shell navigator;
    private final StackPane stage = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);

    ShellView(Kit kit, ShellModel model, WardTime time, Comfort comfort, Shell navigator) {
        this.kit = kit;
        this.words = kit.words();
        this.model = model;
        this.time = time;
        this.comfort = comfort;
        this.navigator = navigator;
    }

    /**
     * Builds it.
     *
     * @param greeting what the bar above says on the home screen
     * @param hasDisplay there is a screen named {@code display}
     */
    StackPane build(
            ObservableValue<String> greeting, boolean hasDisplay, Cover cover, Parent exitPad) {
        stage.getStyleClass().add("stage");
        stage.setMinSize(0, 0);
        Node top = new VBox(top(greeting), strip());
        Node bottom = bottom(hasDisplay);
        Kit.shownWhen(top, model.whole().not());
        Kit.shownWhen(bottom, model.whole().not());
        model.whole().addListener((_, _, whole) -> stage.pseudoClassStateChanged(WHOLE, whole));
        frame.setTop(top);
        frame.setCenter(stage);
        frame.setBottom(bottom);
        exitPad.visibleProperty().bind(model.exiting());
        frame.visibleProperty().bind(model.exiting().not().and(cover.onProperty().not()));
        root.getChildren().addAll(cover.root(), exitPad);
        model.screen().addListener((_, _, now) -> now.ifPresent(this::show));
        kit.look().themeProperty().addListener((_, _, _) -> leaveOnlyWhatIsSeen());
        kit.look().textSizeProperty().addListener((_, _, _) -> leaveOnlyWhatIsSeen());
        words.languageProperty().addListener((_, _, _) -> leaveOnlyWhatIsSeen());
        return root;
    }

    /**
     * What changes how all looks has all that is in the scene styled and laid out anew, seen or
     * not, while a patient waits for it. The other screens come back when they are shown.
     */
    private void leaveOnlyWhatIsSeen() {
        stage.getChildren().removeIf(each -> !each.isVisible());
    }

    /**
     * Screens stay in the scene and only one is visible: a screen that comes back is painted, and
     * neither styled nor laid out again.
     */
    private void show(Screen screen) {
        Parent view = screen.view();
        if (!stage.getChildren().contains(view)) {
            stage.getChildren().add(view);
        }
        stage.getChildren().forEach(each -> each.setVisible(each.equals(view)));
    }

    private boolean home() {
        return model.screen().get().map(screen -> screen.name().equals(Shell.HOME)).orElse(true);
    }

    private Node top(ObservableValue<String> greeting) {
        Icon bed = new Icon(Icon.Shape.BED);
        bed.getStyleClass().add("bed");
        Button back = kit.button(Icon.Shape.BACK, "shell.back", navigator::back);
        ObservableBooleanValue atHome = Bindings.createBooleanBinding(this::home, model.screen());
        Kit.shownWhen(bed, atHome);
        Kit.shownWhen(back, Bindings.not(atHome));
        Label title =
                kit.title(
                        Bindings.createStringBinding(
                                () ->
                                        home()
                                                ? greeting.getValue()
                                                : words.text(
                                                        model.screen()
                                                                .get()
                                                                .map(Screen::titleKey)
                                                                .orElseThrow()),
                                greeting,
                                model.screen(),
                                words.languageProperty()));
        title.getStyleClass().add("screen-title");
        Label date = kit.secondary(now(at -> words.date(at.toLocalDate())));
        Label clock = kit.strong(now(at -> words.time(at.toLocalTime())));
        clock.getStyleClass().add("clock");
        Bar bar = new Bar(22).start(bed, back, title).end(date, clock).optional(date);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private ObservableValue<String> now(Function<ZonedDateTime, String> said) {
        return Bindings.createStringBinding(
                () -> said.apply(time.minuteProperty().get()),
                time.minuteProperty(),
                words.languageProperty());
    }

    private Node strip() {
        Label stale =
                kit.text(
                        Bindings.createStringBinding(
                                this::age,
                                model.link(),
                                model.fresh(),
                                time.minuteProperty(),
                                words.languageProperty()));
        stale.setGraphic(new Icon(Icon.Shape.OFFLINE));
        stale.getStyleClass().addAll("strip", "strip-warn");
        stale.setMaxWidth(Double.MAX_VALUE);
        Kit.shownWhen(stale, Bindings.not(model.fresh()));

        Label wrong = kit.text("shell.fault");
        wrong.setGraphic(new Icon(Icon.Shape.WARNING));
        Button read =
                kit.button(Icon.Shape.CHECK, "shell.fault-read", () -> model.fault().set(false));
        Bar fault = new Bar(16).start(wrong).end(read);
        fault.getStyleClass().addAll("strip", "strip-alert");
        Kit.shownWhen(fault, model.fault());
        return new VBox(stale, fault);
    }

    /** How old what is seen is, and what waits to be sent. */
    private String age() {
        String age =
                model.link()
                        .get()
                        .current()
                        .map(time::at)
                        .map(at -> words.text("shell.offline-since", words.time(at.toLocalTime())))
                        .orElseGet(() -> words.text("shell.offline"));
        int waiting = model.link().get().waiting();
        return waiting == 0 ? age : age + " " + words.count("shell.waiting", waiting);
    }

    private Node bottom(boolean hasDisplay) {
        Node buttons = buttons(hasDisplay);
        Node volume = volumeDrawer();
        Node language = languageDrawer();
        drawer(buttons, Drawer.NONE);
        drawer(volume, Drawer.VOLUME);
        drawer(language, Drawer.LANGUAGE);
        StackPane bottom = new StackPane(buttons, volume, language);
        bottom.getStyleClass().add("bottom-bar");
        return bottom;
    }

    private void drawer(Node node, Drawer drawer) {
        Kit.shownWhen(
                node,
                Bindings.createBooleanBinding(
                        () -> model.drawer().get() == drawer, model.drawer()));
    }

    private Node buttons(boolean hasDisplay) {
        Button home = kit.button(Icon.Shape.HOME, "shell.home", navigator::home);
        home.getStyleClass().add("here");
        ObservableValue<Theme> theme = kit.look().themeProperty();
        Button night =
                kit.button(
                        Icon.Shape.MOON,
                        Bindings.createStringBinding(
                                () ->
                                        words.text(
                                                theme.getValue() == Theme.NIGHT
                                                        ? "shell.day"
                                                        : "shell.night"),
                                theme,
                                words.languageProperty()),
                        this::turn);
        theme.addListener((_, _, now) -> nightIcon(night, now));
        nightIcon(night, theme.getValue());
        Button language =
                kit.button(
                        Icon.Shape.LANGUAGE,
                        "language.own",
                        () -> model.drawer().set(Drawer.LANGUAGE));
        language.accessibleTextProperty().unbind();
        language.accessibleTextProperty().bind(words.live("shell.language"));
        Bar bar = new Bar(14).start(home);
        Node volume = volumeButton();
        if (comfort.hasSound()) {
            bar.start(volume);
        }
        bar.start(night).optional(night);
        if (hasDisplay) {
            bar.end(
                    kit.button(
                            Icon.Shape.DISPLAY,
                            "display.title",
                            () -> navigator.show(Shell.DISPLAY)));
            // The display screen has them too.
            bar.optional(volume, language);
        }
        return bar.end(language);
    }

    private static void nightIcon(Button button, Theme theme) {
        button.setGraphic(new Icon(theme == Theme.NIGHT ? Icon.Shape.SUN : Icon.Shape.MOON));
    }

    private void turn() {
        comfort.themeProperty()
                .set(
                        kit.look().themeProperty().get() == Theme.NIGHT
                                ? ThemeChoice.DAY
                                : ThemeChoice.NIGHT);
    }

    private Button volumeButton() {
        ObservableValue<String> percent = percent();
        Button volume =
                kit.button(Icon.Shape.VOLUME, percent, () -> model.drawer().set(Drawer.VOLUME));
        volume.accessibleTextProperty().unbind();
        volume.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.text("shell.volume", comfort.volumeProperty().get()),
                                comfort.volumeProperty(),
                                words.languageProperty()));
        return volume;
    }

    private ObservableValue<String> percent() {
        return Bindings.createStringBinding(
                () -> words.text("percent", comfort.volumeProperty().get()),
                comfort.volumeProperty(),
                words.languageProperty());
    }

    private Node volumeDrawer() {
        Label percent = kit.strong(percent());
        return new Bar(14)
                .start(
                        kit.button(Icon.Shape.MINUS, "shell.softer", () -> louder(-LOUDER)),
                        percent,
                        kit.button(Icon.Shape.PLUS, "shell.louder", () -> louder(LOUDER)),
                        new CapNote(kit, comfort.quiet()))
                .end(close());
    }

    private void louder(int by) {
        comfort.setVolume(comfort.volumeProperty().get() + by);
    }

    private Node languageDrawer() {
        Bar bar = new Bar(14);
        for (Language each : Language.values()) {
            bar.start(languageButton(kit, each, () -> model.drawer().set(Drawer.NONE)));
        }
        return bar.end(close());
    }

    /** A language by its own name in its own script; pressing it speaks it. */
    static Button languageButton(Kit kit, Language language, Runnable after) {
        String name = kit.words().text("language." + language.tag());
        Button button = new Button(name);
        button.setAccessibleText(name);
        button.getStyleClass().add(Look.script(language));
        button.graphicProperty()
                .bind(
                        kit.words()
                                .languageProperty()
                                .map(now -> now == language ? new Icon(Icon.Shape.CHECK) : null));
        button.setOnAction(
                _ -> {
                    kit.words().languageProperty().set(language);
                    after.run();
                });
        return button;
    }

    private Button close() {
        return kit.button(Icon.Shape.CHECK, "shell.close", () -> model.drawer().set(Drawer.NONE));
    }
}

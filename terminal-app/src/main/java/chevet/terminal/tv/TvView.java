package chevet.terminal.tv;

import chevet.model.tv.ChannelId;
import chevet.terminal.tv.TvModel.Panel;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pictures;
import chevet.terminal.ui.Pressable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The nodes of the television screen, bound to its model. On the JavaFX thread. */
final class TvView {
    /** What is always one tap away; the others are opened by a button. */
    private static final List<Panel> TABS = List.of(Panel.NOW, Panel.GUIDE, Panel.RADIO);

    /** What only goes by while the list is moved is not looked at. */
    private static final Duration SETTLED = Duration.millis(300);

    /**
     * After a zap the picture comes first, with its channel's name: the list, whose layout and
     * painting take as long as the picture's, follows when that can be seen.
     */
    private static final Duration MARKED = Duration.millis(100);

    private final Kit kit;
    private final TvModel model;
    private final TvInteractor interactor;
    private final ChannelCards televisions;
    private final ChannelCards radios;
    private final Map<Panel, Region> panels = new EnumMap<>(Panel.class);
    private final Map<Panel, Button> tabs = new EnumMap<>(Panel.class);
    private final VBox panel = new VBox();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final PauseTransition marking = new PauseTransition(MARKED);
    private final TvLayout layout;
    private final StackPane root;

    TvView(
            Kit kit,
            TvWords words,
            Pictures logos,
            TvModel model,
            TvInteractor interactor,
            Node picture) {
        this.kit = kit;
        this.model = model;
        this.interactor = interactor;
        televisions = new ChannelCards(kit, words, logos, interactor::touch, interactor::zap);
        radios = new ChannelCards(kit, words, logos, interactor::touch, interactor::zap);
        panels.put(Panel.NOW, televisions.list());
        panels.put(Panel.RADIO, radios.list());
        panels.put(Panel.GUIDE, new GuideView(kit, words, logos, model, interactor).node());
        panels.put(
                Panel.TRACKS,
                titled(
                        "tv.tracks.title",
                        new TracksView(kit, words, model, interactor.choices()).node()));
        panels.put(Panel.NUMBER, titled("tv.number", new NumberView(kit, interactor).node()));
        panels.put(
                Panel.SLEEP,
                titled("tv.sleep", new SleepView(kit, words, model, interactor).node()));
        layout =
                new TvLayout(
                        kit,
                        new PictureView(kit, words, model, interactor, picture),
                        new TvButtons(kit, model, interactor),
                        tabs(),
                        panel,
                        settled::playFromStart);
        Pressable dark =
                new Pressable(
                        new Region(), kit.words().live("tv.wake"), () -> interactor.dark(false));
        dark.getStyleClass().add("tv-dark");
        dark.visibleProperty().bind(model.dark());
        layout.visibleProperty().bind(model.dark().not());
        root = new StackPane(layout, dark);
        root.getStyleClass().add("tv");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        bind();
    }

    Parent root() {
        return root;
    }

    /** Drops every word that was said to the patient who lay here. */
    void forget() {
        televisions.forget();
        radios.forget();
    }

    private void inSight() {
        boolean radio = model.panel().get() == Panel.RADIO;
        interactor.inSight((radio ? radios : televisions).inSight(layout::shows));
    }

    /** The list shows the channel that is on, however it was come to. */
    private void follow() {
        Optional<ChannelId> on = model.tuned().get().map(TvModel.Card::id);
        on.flatMap(televisions::card).or(() -> on.flatMap(radios::card)).ifPresent(layout::follow);
    }

    private void bind() {
        settled.setOnFinished(_ -> inSight());
        model.panel().addListener((_, _, _) -> show());
        marking.setOnFinished(
                _ -> {
                    list();
                    follow();
                });
        model.tuned()
                .map(card -> card.map(TvModel.Card::id))
                .addListener((_, _, _) -> marking.playFromStart());
        model.televisions().addListener((_, _, _) -> listUnlessMarking());
        model.radios().addListener((_, _, _) -> listUnlessMarking());
        model.whole()
                .addListener(
                        (_, _, whole) -> {
                            layout.whole(whole);
                            follow();
                        });
        model.onAir().addListener((_, _, _) -> layout.requestLayout());
        model.doorway().addListener((_, _, _) -> marks());
        kit.words()
                .languageProperty()
                .addListener(
                        (_, _, _) -> {
                            forget();
                            list();
                        });
        list();
        layout.whole(model.whole().get());
        show();
    }

    private void listUnlessMarking() {
        if (marking.getStatus() != Animation.Status.RUNNING) {
            list();
        }
    }

    private void list() {
        televisions.show(model.televisions().get());
        radios.show(model.radios().get());
    }

    private Region tabs() {
        FlowPane row = kit.row();
        row.getStyleClass().add("tv-tabs");
        row.setMinHeight(Region.USE_PREF_SIZE);
        for (Panel each : TABS) {
            Button tab = new Button();
            Kit.name(tab, kit.words().live("tv.panel." + each.name()));
            tab.accessibleTextProperty().bind(kit.words().live("tv.panel." + each.name()));
            tab.getStyleClass().add("tv-tab");
            tab.setId("tv-" + each.name());
            tab.setOnAction(_ -> interactor.open(each));
            tabs.put(each, tab);
            row.getChildren().add(tab);
        }
        return row;
    }

    private Region titled(String key, Region content) {
        Button done = kit.button(Icon.Shape.CHECK, "tv.done", () -> interactor.open(Panel.NOW));
        // The way back is first, so that nobody has to look for it below.
        Label title = kit.title(kit.words().live(key));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        done.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, done);
        head.getStyleClass().add("tv-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox all = new VBox(head, content);
        all.getStyleClass().addAll("tv-choices");
        return all;
    }

    private void show() {
        marks();
        Panel opened = model.panel().get();
        Region shown = Objects.requireNonNull(panels.get(opened));
        VBox.setVgrow(shown, Priority.ALWAYS);
        panel.getChildren().setAll(shown);
        layout.opened(!TABS.contains(opened));
        follow();
        settled.playFromStart();
    }

    private void marks() {
        tabs.forEach(
                (each, tab) -> {
                    tab.getStyleClass().remove("here");
                    if (each == model.panel().get()) {
                        tab.getStyleClass().add("here");
                    }
                });
        Button radio = Objects.requireNonNull(tabs.get(Panel.RADIO));
        radio.setVisible(model.doorway().get().radios() > 0);
        radio.setManaged(radio.isVisible());
    }

    /** A keyboard or a remote control does what the buttons do. */
    private void key(KeyEvent event) {
        String text = event.getText();
        if (model.dark().get()) {
            interactor.dark(false);
        } else if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            interactor.type(text.charAt(0) - '0');
        } else if (event.getCode() == KeyCode.CHANNEL_UP || event.getCode() == KeyCode.PAGE_UP) {
            interactor.up();
        } else if (event.getCode() == KeyCode.CHANNEL_DOWN
                || event.getCode() == KeyCode.PAGE_DOWN) {
            interactor.down();
        } else {
            return;
        }
        event.consume();
    }
}

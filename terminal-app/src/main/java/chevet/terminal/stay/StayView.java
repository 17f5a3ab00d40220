package chevet.terminal.stay;

import chevet.model.request.RequestKind;
import chevet.terminal.stay.StayModel.Agreed;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What can be asked for and what became of it; beside it the team, the day, the record's readers.
 */
final class StayView {
    /** Openings of the record that are shown. */
    private static final int MOST_OPENINGS = 6;

    private final Kit kit;
    private final StayWords words;
    private final StayModel model;
    private final StayInteractor interactor;
    private final RequestCards cards;
    private final VBox lines = new VBox();
    private final VBox team = new VBox();
    private final VBox day = new VBox();
    private final VBox openings = new VBox();
    private final Scroller scroller;
    private final VBox root;

    StayView(
            Kit kit,
            StayWords words,
            StayModel model,
            StayInteractor interactor,
            WriteView writing) {
        this.kit = kit;
        this.words = words;
        this.model = model;
        this.interactor = interactor;
        this.cards = new RequestCards(kit, words, model, interactor);
        for (VBox list : List.of(lines, team, day, openings)) {
            list.getStyleClass().add("stay-list");
        }
        VBox left = new VBox(ask(), lines);
        VBox right = new VBox(card("stay.team", team), card("stay.day", day), access());
        left.getStyleClass().add("stay-column");
        right.getStyleClass().add("stay-column");
        VBox page =
                new VBox(called(), new Columns(kit.look(), 20).add(left, 22, 3).add(right, 15, 2));
        page.getStyleClass().add("stay-page");
        scroller = new Scroller(kit, page);
        scroller.visibleProperty().bind(model.writing().not());
        writing.root().visibleProperty().bind(model.writing());
        StackPane pages = new StackPane(scroller, writing.root());
        VBox.setVgrow(pages, Priority.ALWAYS);
        root = new VBox(new CallStrip(kit, model), pages);
        root.getStyleClass().add("stay");
        model.lines().addListener((_, _, _) -> showLines());
        model.asking().addListener((_, _, _) -> showLines());
        model.team().addListener((_, _, _) -> showTeam());
        model.agreed().addListener((_, _, _) -> showDay());
        model.appointments().addListener((_, _, _) -> showDay());
        model.openings().addListener((_, _, _) -> showOpenings());
        kit.words().languageProperty().addListener((_, _, _) -> showAll());
        // What must not be missed stands first.
        model.call().addListener((_, _, _) -> toTop());
        showAll();
    }

    Parent root() {
        return root;
    }

    void toTop() {
        scroller.toTop();
    }

    /** After words that sound like a symptom or distress, until it is read. */
    private Node called() {
        Button read = kit.primary("stay.call.read", interactor::callRead);
        read.setId("stay-call-read");
        VBox card =
                kit.card(
                        kit.title(kit.words().live("stay.call")),
                        kit.text("stay.call.do"),
                        kit.text("stay.call.told"),
                        kit.row(read));
        card.getStyleClass().add("stay-called");
        card.visibleProperty().bind(model.call());
        card.managedProperty().bind(model.call());
        return card;
    }

    private Node ask() {
        FlowPane kinds = kit.row();
        for (RequestKind kind : RequestKind.values()) {
            Button ask =
                    kit.button(
                            RequestCards.icon(kind),
                            "stay.ask." + kind,
                            () -> interactor.ask(kind));
            ask.setId("ask-" + kind);
            ask.disableProperty().bind(model.asked().map(asked -> asked.contains(kind)));
            kinds.getChildren().add(ask);
        }
        return kit.card(
                kit.title(kit.words().live("stay.ask")),
                kit.secondary(kit.words().live("stay.ask.how")),
                kinds);
    }

    private Node access() {
        VBox card = kit.card(kit.title(kit.words().live("stay.openings")), openings);
        card.getChildren().add(1, kit.secondary(kit.words().live("stay.openings.how")));
        card.setId("stay-openings");
        return card;
    }

    private VBox card(String title, VBox list) {
        return kit.card(kit.title(kit.words().live(title)), list);
    }

    private void showAll() {
        showLines();
        showTeam();
        showDay();
        showOpenings();
    }

    private void showLines() {
        lines.getChildren().setAll(model.lines().get().stream().map(cards::card).toList());
    }

    private void showTeam() {
        show(team, model.team().get(), words::carer, "stay.team.none");
    }

    private void showOpenings() {
        show(
                openings,
                model.openings().get().stream().limit(MOST_OPENINGS).toList(),
                words::opening,
                "stay.openings.none");
    }

    private <T> void show(VBox list, List<T> all, Function<T, String> said, String none) {
        list.getChildren()
                .setAll(
                        all.isEmpty()
                                ? List.of(kit.text(none))
                                : all.stream()
                                        .map(each -> kit.text(fixed(said.apply(each))))
                                        .toList());
    }

    private void showDay() {
        Agreed agreed = model.agreed().get();
        if (agreed == Agreed.YES) {
            show(day, model.appointments().get(), words::appointment, "stay.day.none");
            day.getChildren().add(kit.row(agreeing("stay.day.hide", false)));
        } else {
            day.getChildren()
                    .setAll(
                            kit.text(agreed == Agreed.NO ? "stay.day.hidden" : "stay.day.ask"),
                            kit.row(agreeing("stay.day.show", true)));
        }
    }

    private Button agreeing(String key, boolean wanted) {
        Button button = kit.button(Icon.Shape.CALENDAR, key, () -> interactor.agree(wanted));
        button.setId(wanted ? "stay-agree" : "stay-disagree");
        return button;
    }

    private static ObservableValue<String> fixed(String text) {
        return new SimpleStringProperty(text);
    }
}

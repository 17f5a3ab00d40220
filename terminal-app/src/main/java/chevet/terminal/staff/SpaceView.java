package chevet.terminal.staff;

import chevet.model.staff.StaffSession;
import chevet.model.staff.Standing;
import chevet.terminal.ui.Bar;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.WardTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What an open session shows: whose screen it is now, until when, and the panes. */
final class SpaceView {
    private final Kit kit;
    private final WardTime time;
    private final StaffModel model;
    private final StaffInteractor interactor;
    private final PaneRow panes;
    private final VBox wide = new VBox(20);
    private final VBox others = new VBox(20);

    SpaceView(Kit kit, WardTime time, StaffModel model, StaffInteractor interactor, PaneRow panes) {
        this.kit = kit;
        this.time = time;
        this.model = model;
        this.interactor = interactor;
        this.panes = panes;
    }

    Parent build() {
        Node glass = new GlassView(kit, model, interactor.glass()).build();
        Node more = more();
        Node without = without();
        Label nothing = kit.text("staff.nothing");
        wide.getChildren().addAll(panes.cards(true));
        others.getChildren().addAll(more, without, nothing);
        others.getChildren().addAll(panes.cards(false));
        others.getChildren().add(glass);
        model.session()
                .addListener(
                        (_, _, session) -> {
                            panes.show(session, interactor.asks());
                            Kit.show(nothing, panes.none());
                            Kit.show(
                                    glass, session.filter(StaffSession::mayBreakGlass).isPresent());
                            Kit.show(more, stands(session, Standing.GRACE));
                            Kit.show(without, stands(session, Standing.OFFLINE));
                            arrange();
                        });
        Columns columns = new Columns(kit.look(), 20).add(wide, 22, 1.2).add(others, 18, 1);
        Scroller page = new Scroller(kit, columns);
        page.getStyleClass().add("staff-panes");
        BooleanBinding writing =
                Bindings.createBooleanBinding(
                        () -> model.glass().get() instanceof StaffModel.Glass.Writing,
                        model.glass());
        Parent words = new GlassWords(kit, interactor.glass(), writing).root();
        words.visibleProperty().bind(writing);
        page.visibleProperty().bind(writing.not());
        BorderPane space = new BorderPane(new StackPane(page, words));
        space.setTop(new VBox(bar(), warning(), fault()));
        space.getStyleClass().add("staff-space");
        space.setId("staff-space");
        return space;
    }

    /** Without the record the others have the whole width. */
    private void arrange() {
        boolean any = wide.getChildren().stream().anyMatch(Node::isManaged);
        Kit.show(wide, any);
    }

    private Node bar() {
        Label title = kit.title(kit.words().live("staff.title"));
        Label who = kit.chip(Kit.Tone.PLAIN, said(this::who));
        who.getStyleClass().add("staff-who");
        Label standing = kit.chip(Kit.Tone.WARN, Icon.Shape.INFO, said(this::standing));
        ObservableBooleanValue special =
                Bindings.createBooleanBinding(() -> !standing().isEmpty(), model.session());
        standing.visibleProperty().bind(special);
        standing.managedProperty().bind(special);
        Label until = kit.secondary(said(this::until));
        Button lock = kit.button(Icon.Shape.LOCK, "staff.lock", interactor::lock);
        lock.setId("staff-lock");
        lock.getStyleClass().add("staff-lock");
        Bar bar =
                new Bar(18)
                        .start(new Icon(Icon.Shape.CARD), title, who, standing)
                        .end(until, lock)
                        .optional(until, title);
        bar.getStyleClass().add("staff-bar");
        return bar;
    }

    private StringBinding said(java.util.concurrent.Callable<String> what) {
        return Bindings.createStringBinding(
                what, model.session(), model.left(), kit.words().languageProperty());
    }

    private String who() {
        return model.session()
                .get()
                .map(
                        session ->
                                kit.words()
                                        .text(
                                                "staff.who",
                                                kit.words().text(session.trade()),
                                                session.name()))
                .orElse("");
    }

    private String standing() {
        Optional<StaffSession> session = model.session().get();
        return session.map(
                        now ->
                                switch (now.standing()) {
                                    case PIN -> "";
                                    case GRACE -> kit.words().text("staff.standing.grace");
                                    case OFFLINE -> offline();
                                    case EMERGENCY ->
                                            now.emergencyUntil()
                                                    .map(time::at)
                                                    .map(
                                                            at ->
                                                                    kit.words()
                                                                            .text(
                                                                                    "staff.standing.emergency",
                                                                                    kit.words()
                                                                                            .time(
                                                                                                    at
                                                                                                            .toLocalTime())))
                                                    .orElse("");
                                })
                .orElse("");
    }

    /** What is shown is as old as the last word of the server. */
    private String offline() {
        return model.current()
                .get()
                .map(at -> kit.words().time(time.at(at).toLocalTime()))
                .map(at -> kit.words().text("staff.standing.offline", at))
                .orElseGet(() -> kit.words().text("staff.standing.offline.undated"));
    }

    private String until() {
        return kit.words().text("staff.locks-in", clock(model.left().get()));
    }

    private static String clock(Duration left) {
        return String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    private Node warning() {
        Label text =
                kit.text(
                        said(
                                () ->
                                        kit.words()
                                                .text(
                                                        "staff.locks-soon",
                                                        clock(model.left().get()))));
        text.setGraphic(new Icon(Icon.Shape.CLOCK));
        Button here = kit.button(Icon.Shape.CHECK, "staff.here", interactor::touched);
        here.setId("staff-here");
        Bar strip = new Bar(16).start(text).end(here);
        strip.getStyleClass().addAll("strip", "strip-alert");
        strip.visibleProperty().bind(model.warning());
        strip.managedProperty().bind(model.warning());
        return strip;
    }

    private Node fault() {
        Label text =
                kit.text(
                        Bindings.createStringBinding(
                                () -> model.fault().get().map(kit.words()::text).orElse(""),
                                model.fault(),
                                kit.words().languageProperty()));
        text.setGraphic(new Icon(Icon.Shape.WARNING));
        text.getStyleClass().addAll("strip", "strip-warn");
        text.setMaxWidth(Double.MAX_VALUE);
        model.fault().addListener((_, _, now) -> Kit.show(text, now.isPresent()));
        Kit.show(text, false);
        return text;
    }

    private static boolean stands(Optional<StaffSession> session, Standing standing) {
        return session.filter(now -> now.standing() == standing).isPresent();
    }

    /** Why the record is not among the panes. */
    private Node without() {
        Node card =
                kit.card(
                        kit.title(kit.words().live("staff.without")),
                        kit.secondary(kit.words().live("staff.without.text")));
        card.setId("staff-without");
        return card;
    }

    private Node more() {
        Button code = kit.button(Icon.Shape.KEYPAD, "staff.more.code", interactor::wantsMore);
        code.setId("staff-more");
        return kit.card(
                kit.title(kit.words().live("staff.more")),
                kit.secondary(kit.words().live("staff.more.text")),
                code);
    }
}

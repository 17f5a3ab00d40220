package chevet.terminal.shell;

import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.StreamId;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * What every pane of staff is made of: its session, its rows, what became of its acts, and what it
 * follows of the replica while the session lasts. A pane has one and tells it of its own opening
 * and closing. On the JavaFX thread.
 */
public final class PaneBoard {
    private final Work work;
    private final PaneActs acts;
    private final Supplier<List<Node>> drawing;
    private final VBox rows = rows(List.of());
    private final VBox view;
    private final List<Watch> watches = new ArrayList<>();
    private Optional<StaffSession> session = Optional.empty();

    /**
     * @param kit of staff
     * @param drawing the rows as they are to be seen now; asked only while the pane is open
     */
    public PaneBoard(Kit kit, Work work, Supplier<List<Node>> drawing) {
        this.work = work;
        this.acts = new PaneActs(kit.words(), work.screen());
        this.drawing = drawing;
        this.view = rows(List.of(rows, acts.said(kit)));
        kit.words().languageProperty().addListener((_, _, _) -> draw());
    }

    /** Nodes one under the other, as they stand in a pane. */
    public static VBox rows(List<? extends Node> parts) {
        VBox rows = new VBox();
        rows.getChildren().addAll(parts);
        rows.getStyleClass().add("pane-rows");
        return rows;
    }

    /** The rows, and below them what became of the last act. */
    public Node view() {
        return view;
    }

    /** The pane is seen. */
    public void open(StaffSession opened, Asks asks) {
        session = Optional.of(opened);
        acts.open(asks);
        draw();
    }

    /** The pane is gone, and with it its rows; what it kept besides it drops itself. */
    public void close() {
        watches.forEach(Watch::close);
        watches.clear();
        session = Optional.empty();
        acts.close();
        rows.getChildren().clear();
    }

    /** Whether the session permits it; the server decides once more. */
    public boolean may(Resource resource, Action action) {
        return session.filter(now -> now.may(resource, action)).isPresent();
    }

    /**
     * Reads now, and again at each change, until the session is over.
     *
     * @param reader apart; has to leave out what is not of the session's own patient, since the bed
     *     may have another one already
     * @param taker gets it while the session lasts; the rows are drawn after it
     */
    public <F> void follow(
            Replica replica,
            Collection<StreamId.Kind> kinds,
            Function<StaffSession, F> reader,
            Consumer<F> taker) {
        session.ifPresent(
                opened ->
                        kinds.forEach(
                                kind ->
                                        watches.add(
                                                replica.watch(
                                                        kind, _ -> read(opened, reader, taker)))));
    }

    private <F> void read(StaffSession asked, Function<StaffSession, F> reader, Consumer<F> taker) {
        work.read(
                () -> reader.apply(asked),
                read -> {
                    if (session.equals(Optional.of(asked))) {
                        taker.accept(read);
                        draw();
                    }
                });
    }

    /** Draws the rows anew; whoever goes by keys stays where they were. */
    public void draw() {
        if (session.isEmpty()) {
            return;
        }
        Optional<String> focused =
                Optional.ofNullable(rows.getScene())
                        .map(Scene::getFocusOwner)
                        .map(Node::getId)
                        .filter(id -> find(rows, id).isPresent());
        rows.getChildren().setAll(drawing.get());
        focused.flatMap(id -> find(rows, id)).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> find(Parent within, String id) {
        for (Node node : within.getChildrenUnmodifiable()) {
            Optional<Node> found =
                    id.equals(node.getId())
                            ? Optional.of(node)
                            : node instanceof Parent parent ? find(parent, id) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A button that waits while an act is under way. */
    public Button busy(Button button) {
        button.disableProperty().bind(acts.busyProperty());
        return button;
    }

    /** What becomes of the pane's acts. */
    public PaneActs acts() {
        return acts;
    }

    /** Asks for an act whose answer says something; see {@link PaneActs}. */
    public <T> void ask(String type, Function<String, Object> body, PaneActs.Heard<T> heard) {
        session.ifPresent(now -> acts.act(type, body.apply(now.token()), heard));
    }

    /**
     * Asks for an act; nothing is done while another one is under way or the pane is closed.
     *
     * @param body makes a record of shared-model of the session's token
     * @param done runs when the server has done it; the rows are drawn after it
     */
    public void act(String type, Function<String, Object> body, Runnable done) {
        session.ifPresent(
                now ->
                        acts.act(
                                type,
                                body.apply(now.token()),
                                () -> {
                                    done.run();
                                    draw();
                                }));
    }
}

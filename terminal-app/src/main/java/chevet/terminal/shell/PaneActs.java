package chevet.terminal.shell;

import chevet.model.wire.Answer;
import chevet.model.wire.Reason;
import chevet.terminal.link.Asks;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Words;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;

/**
 * Acts of one pane of staff: each is done before their eyes or has failed before their eyes, and
 * the pane says which. One at a time. On the JavaFX thread.
 */
public final class PaneActs {
    private final Words words;
    private final Executor screen;
    private final ObjectProperty<Optional<String>> key =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Optional<Asks> asks = Optional.empty();
    private int session;

    /**
     * @param screen runs what it is given on the JavaFX thread
     */
    public PaneActs(Words words, Executor screen) {
        this.words = words;
        this.screen = screen;
    }

    /** The pane is seen. */
    public void open(Asks through) {
        session++;
        asks = Optional.of(through);
        key.set(Optional.empty());
        busy.set(false);
    }

    /** The pane is gone: answers that come later are nobody's. */
    public void close() {
        session++;
        asks = Optional.empty();
        key.set(Optional.empty());
        busy.set(false);
    }

    /** True while the server has not answered: a button for another act waits. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /**
     * Asks; nothing is done while another act is under way or the pane is closed.
     *
     * @param body a record of shared-model, with the session's token
     * @param done runs when the server has done it
     */
    public void act(String type, Object body, Runnable done) {
        if (asks.isEmpty() || busy.get()) {
            return;
        }
        int asked = session;
        busy.set(true);
        key.set(Optional.of("act.asking"));
        asks.get()
                .act(type, body)
                .whenComplete(
                        (answer, fault) ->
                                screen.execute(
                                        () -> {
                                            if (asked == session) {
                                                answered(Optional.ofNullable(answer), done);
                                            }
                                        }));
    }

    private void answered(Optional<Answer> answer, Runnable done) {
        busy.set(false);
        Optional<Reason> refused = answer.flatMap(Answer::refused);
        if (answer.isEmpty()) {
            key.set(Optional.of("act.no-answer"));
        } else if (refused.isPresent()) {
            String own = "act.refused." + refused.get().code();
            key.set(Optional.of(words.has(own) ? own : "act.refused"));
        } else {
            key.set(Optional.of("act.done"));
            done.run();
        }
    }

    /** What became of the last act; nothing while there was none. */
    public Label said(Kit kit) {
        Label said =
                kit.strong(
                        Bindings.createStringBinding(
                                () -> key.get().map(words::text).orElse(""),
                                key,
                                words.languageProperty()));
        said.getStyleClass().add("act-said");
        said.visibleProperty().bind(key.map(Optional::isPresent));
        said.managedProperty().bind(key.map(Optional::isPresent));
        return said;
    }
}

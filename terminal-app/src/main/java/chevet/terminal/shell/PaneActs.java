package chevet.terminal.shell;

import chevet.model.wire.Answer;
import chevet.model.wire.Reason;
import chevet.model.wire.WireCodec;
import chevet.model.wire.WireException;
import chevet.terminal.link.Asks;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Words;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
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
     * Asks for an act; nothing is done while something else is under way or the pane is closed.
     *
     * @param body a record of shared-model, with the session's token
     * @param done runs when the server has done it
     */
    public void act(String type, Object body, Runnable done) {
        act(type, body, new Heard<>(_ -> Optional.of(true), _ -> done.run(), _ -> {}));
    }

    /** The same of an act whose answer says something. */
    public <T> void act(String type, Object body, Heard<T> heard) {
        begin(through -> through.act(type, body), Optional.of("act.done"), heard);
    }

    /** Asks what only reads: says nothing but that it failed. */
    public <T> void read(String type, Object body, Heard<T> heard) {
        begin(through -> through.ask(type, body), Optional.empty(), heard);
    }

    /**
     * What follows of an answer; each on the JavaFX thread.
     *
     * @param reading makes something of the answer; empty where it cannot be read, which is no
     *     answer
     * @param refused runs beside the words that say so
     */
    public record Heard<T>(
            Function<Answer, Optional<T>> reading, Consumer<T> done, Consumer<Reason> refused) {
        /** For an answer whose body is of that type. */
        public static <T> Heard<T> of(Class<T> type, Consumer<T> done, Consumer<Reason> refused) {
            return new Heard<>(answer -> body(answer, type), done, refused);
        }

        private static <T> Optional<T> body(Answer answer, Class<T> type) {
            try {
                return answer.body().map(body -> WireCodec.lenient(body, type));
            } catch (WireException _) {
                return Optional.empty();
            }
        }
    }

    private <T> void begin(
            Function<Asks, CompletableFuture<Answer>> asking,
            Optional<String> after,
            Heard<T> heard) {
        if (asks.isEmpty() || busy.get()) {
            return;
        }
        int asked = session;
        busy.set(true);
        if (after.isPresent()) {
            key.set(Optional.of("act.asking"));
        }
        asking.apply(asks.get())
                .whenComplete(
                        (answer, _) ->
                                screen.execute(
                                        () -> {
                                            if (asked == session) {
                                                answered(Optional.ofNullable(answer), after, heard);
                                            }
                                        }));
    }

    private <T> void answered(Optional<Answer> answer, Optional<String> after, Heard<T> heard) {
        busy.set(false);
        Optional<Reason> refused = answer.flatMap(Answer::refused);
        Optional<T> read = refused.isPresent() ? Optional.empty() : answer.flatMap(heard.reading());
        if (refused.isPresent()) {
            key.set(Optional.of(words(refused.get())));
            heard.refused().accept(refused.get());
        } else if (read.isEmpty()) {
            key.set(Optional.of("act.no-answer"));
        } else {
            after.ifPresent(said -> key.set(Optional.of(said)));
            heard.done().accept(read.get());
        }
    }

    /** Of the act's own, of asks in general, or that it was refused. */
    private String words(Reason reason) {
        return Stream.of("act.refused." + reason.code(), reason.code())
                .filter(words::has)
                .findFirst()
                .orElse("act.refused");
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

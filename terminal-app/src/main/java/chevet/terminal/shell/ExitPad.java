package chevet.terminal.shell;

import chevet.config.ExitCode;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.NumberPad;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The big number pad where IT types the code that ends the kiosk. */
final class ExitPad {
    private static final int LONGEST = 12;

    private enum State {
        ASKING,
        CHECKING,
        WRONG,
        CLOSED
    }

    private final Kit kit;
    private final Work work;
    private final WardTime time;
    private final Optional<ExitCode> code;
    private final Runnable cancelled;
    private final Runnable exited;
    private final ExitTries tries = new ExitTries();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.ASKING);
    private final IntegerProperty left = new SimpleIntegerProperty(ExitTries.TRIES);

    /**
     * @param code without one there is no way out, and the pad is never shown
     */
    ExitPad(
            Kit kit,
            Work work,
            WardTime time,
            Optional<ExitCode> code,
            Runnable cancelled,
            Runnable exited) {
        this.kit = kit;
        this.work = work;
        this.time = time;
        this.code = code;
        this.cancelled = cancelled;
        this.exited = exited;
    }

    boolean exists() {
        return code.isPresent();
    }

    /** Forgets what was typed. */
    void open() {
        typed.set("");
        state.set(tries.open(time.now()) ? State.ASKING : State.CLOSED);
    }

    Parent view() {
        Label title = kit.title(kit.words().live("exit.title"));
        Label said = kit.text(Bindings.createStringBinding(this::said, state, left, language()));
        Label dots = new Label();
        dots.getStyleClass().add("pad-dots");
        dots.textProperty()
                .bind(Bindings.createStringBinding(() -> "●".repeat(typed.get().length()), typed));
        dots.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> kit.words().count("exit.typed", typed.get().length()),
                                typed,
                                language()));
        Button cancel = kit.button(Icon.Shape.CLOSE, "exit.cancel", cancelled);
        VBox words = new VBox(new Icon(Icon.Shape.LOCK), title, said, dots, cancel);
        words.getStyleClass().add("pad-words");
        Columns columns = new Columns(kit.look(), 40).add(words, 16, 1).add(keys(), 16, 1);
        columns.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane centre = new StackPane(columns);
        centre.getStyleClass().add("pad-centre");
        Scroller page = new Scroller(kit, centre);
        page.getStyleClass().add("pad");
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        return page;
    }

    private javafx.beans.Observable language() {
        return kit.words().languageProperty();
    }

    private String said() {
        return switch (state.get()) {
            case ASKING -> kit.words().text("exit.asking");
            case CHECKING -> kit.words().text("exit.checking");
            case WRONG -> kit.words().count("exit.wrong", left.get());
            case CLOSED -> kit.words().text("exit.closed", ExitTries.PAUSE.toMinutes());
        };
    }

    private Node keys() {
        return new NumberPad(
                "pad",
                NumberPad.digits(digit -> type(Integer.toString(digit))),
                kit.iconButton(Icon.Shape.ERASE, "exit.erase", this::erase),
                kit.iconButton(Icon.Shape.CHECK, "exit.ok", this::check));
    }

    private void key(KeyEvent event) {
        String text = event.getText();
        if (text.length() == 1 && Character.isDigit(text.charAt(0))) {
            type(text);
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            erase();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            cancelled.run();
        } else {
            return;
        }
        event.consume();
    }

    private void type(String digit) {
        if (typed.get().length() < LONGEST && state.get() != State.CHECKING) {
            typed.set(typed.get() + digit);
        }
    }

    private void erase() {
        if (!typed.get().isEmpty()) {
            typed.set(typed.get().substring(0, typed.get().length() - 1));
        }
    }

    private void check() {
        if (!tries.open(time.now())) {
            state.set(State.CLOSED);
            typed.set("");
            return;
        }
        if (typed.get().isEmpty() || state.get() == State.CHECKING) {
            return;
        }
        String attempt = typed.get();
        typed.set("");
        state.set(State.CHECKING);
        work.read(() -> code.map(each -> each.opens(attempt)).orElse(false), this::checked);
    }

    private void checked(boolean opens) {
        if (opens) {
            tries.succeeded();
            state.set(State.ASKING);
            exited.run();
            return;
        }
        tries.failed(time.now());
        left.set(tries.left());
        state.set(tries.open(time.now()) ? State.WRONG : State.CLOSED);
    }
}

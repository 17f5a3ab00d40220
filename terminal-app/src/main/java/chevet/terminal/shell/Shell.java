package chevet.terminal.shell;

import chevet.config.ExitCode;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.terminal.link.Replica;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.StackPane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts the features' screens in one scene and goes from one to the other. It names no feature but
 * the two that every terminal has: home, and display. On the JavaFX thread.
 */
public final class Shell implements Navigator {
    /** The first screen's name. */
    public static final String HOME = "home";

    /** The name of the screen behind the bar's display button. */
    public static final String DISPLAY = "display";

    private static final PseudoClass KEYS = PseudoClass.getPseudoClass("keys");
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    /** IT's way to the exit's number pad where there is a keyboard. */
    private static final KeyCombination EXIT_CHORD =
            new KeyCodeCombination(
                    KeyCode.X,
                    KeyCombination.CONTROL_DOWN,
                    KeyCombination.ALT_DOWN,
                    KeyCombination.SHIFT_DOWN);

    /** … and where there is none: a finger held in the corner at the top, where lines begin. */
    private static final double EXIT_CORNER = 40;

    /**
     * How the shell behaves.
     *
     * @param idle home again when nobody has touched it for so long
     * @param language of a bed where nobody lies
     * @param exitCode IT's code to leave the kiosk; empty: there is no way out
     * @param exitHold how long a finger is held in the corner
     * @param exited what happens when IT has typed the code
     */
    public record Rules(
            Duration idle,
            Language language,
            Optional<ExitCode> exitCode,
            Duration exitHold,
            Runnable exited) {}

    private final Kit kit;
    private final ShellModel model;
    private final Occupant occupant;
    private final Comfort comfort;
    private final Rules rules;
    private final ShellInteractor interactor;
    private final ExitPad exitPad;
    private final Map<String, Screen> screens = new LinkedHashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();
    private final WardTime time;
    private final OneAudioFocus focus = new OneAudioFocus();
    private final Cover cover = new Cover(focus);

    /** The patient chose a language before the terminal was switched off and on. */
    private boolean recalled;

    public Shell(
            Kit kit, WardTime time, Work work, Comfort comfort, Occupant occupant, Rules rules) {
        this.kit = kit;
        this.time = time;
        this.comfort = comfort;
        this.occupant = occupant;
        this.rules = rules;
        this.model = new ShellModel(time.now());
        this.interactor =
                new ShellInteractor(
                        model, occupant, time, work, rules.idle(), comfort::kept, this::changed);
        occupant.patientProperty().addListener((_, before, now) -> greet(before, now));
        this.exitPad = new ExitPad(kit, work, time, rules.exitCode(), this::stay, rules.exited());
        cover.onProperty().addListener((_, _, on) -> comfort.setCovered(on));
    }

    /** Who may be heard on this terminal. */
    public AudioFocus audioFocus() {
        return focus;
    }

    /** What comes before everything that is on. */
    public Interruptions interruptions() {
        return cover;
    }

    /** Takes in the style sheet of what is no screen; before {@link #scene}. */
    public void dress(String sheet) {
        sheets.add(sheet);
    }

    /** The patient's own language as soon as the patient is known, until another is chosen. */
    private void greet(Optional<Patient> before, Optional<Patient> now) {
        if (before.isEmpty() && !recalled) {
            now.ifPresent(patient -> kit.words().languageProperty().set(patient.language()));
        }
    }

    /** Takes a feature in; before {@link #scene}. */
    public void add(Feature feature) {
        features.add(feature);
        screens.put(feature.screen().name(), feature.screen());
    }

    /** Names of all screens, in the order in which their features came. */
    public List<String> screens() {
        return List.copyOf(screens.keySet());
    }

    /** Builds the scene and all screens, and shows home. */
    public Scene scene(double width, double height) {
        Greeting greeting = new Greeting(kit.words(), occupant);
        StackPane root =
                new ShellView(kit, model, time, comfort, this)
                        .build(
                                greeting.text(),
                                screens.containsKey(DISPLAY),
                                cover,
                                exitPad.view());
        List<String> all = new ArrayList<>();
        all.add(chevet.terminal.ui.Look.sheet(Shell.class, "shell.css"));
        features.forEach(feature -> all.addAll(feature.sheets()));
        all.addAll(sheets);
        Scene scene = new Scene(root, width, height);
        kit.look().dress(scene, kit.words(), all);
        guard(scene);
        screens.values().forEach(Screen::view);
        home();
        return scene;
    }

    /** Follows what the terminal knows of the bed and of the server. */
    public void follow(Replica replica) {
        interactor.follow(replica);
    }

    /** Once a second. */
    public void tick() {
        comfort.quiet().look();
        if (interactor.tick()) {
            model.exiting().set(false);
            if (!cover.onProperty().get()
                    && model.screen().get().filter(Screen::watched).isEmpty()) {
                home();
            }
        }
    }

    @Override
    public void show(String name) {
        Screen next = screens.get(name);
        if (next == null) {
            throw new IllegalArgumentException("screen: none is named \"" + name + "\"");
        }
        model.drawer().set(ShellModel.Drawer.NONE);
        Optional<Screen> before = model.screen().get();
        if (before.filter(next::equals).isPresent()) {
            return;
        }
        before.ifPresent(Screen::deactivate);
        model.whole().set(false);
        next.activate();
        model.screen().set(Optional.of(next));
    }

    @Override
    public void home() {
        show(HOME);
    }

    /** One step back: within the screen, or to the one that stands above it. */
    void back() {
        Optional<Screen> here = model.screen().get();
        if (here.filter(Screen::back).isEmpty()) {
            show(here.map(Screen::above).orElse(HOME));
        }
    }

    @Override
    public void whole(boolean alone) {
        model.whole().set(alone);
    }

    /** Name of the screen that is seen now. */
    public String shown() {
        return model.screen().get().map(Screen::name).orElse("");
    }

    /**
     * Says in plain words that something went wrong; for the one place where exceptions of the
     * JavaFX thread end.
     */
    public void failed(Throwable fault) {
        // Messages may hold what a patient typed; the place in our code says enough.
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error(
                "screen.fault kind={} at={} screen={}",
                fault.getClass().getName(),
                trace.length > 0 ? trace[0] : "?",
                shown());
        LOG.debug("screen.fault", fault);
        model.fault().set(true);
    }

    private void changed(Optional<StayId> stay, Map<String, String> kept) {
        screens.values().forEach(Screen::forget);
        recalled = comfort.begin(stay, rules.language(), kept);
        model.fault().set(false);
        if (!model.screen().get().isEmpty()) {
            home();
        }
    }

    private void stay() {
        model.exiting().set(false);
    }

    private void exit() {
        if (exitPad.exists()) {
            exitPad.open();
            model.exiting().set(true);
        }
    }

    private void guard(Scene scene) {
        // Not every event: JavaFX makes up mouse moves when what is under the pointer changes.
        List.of(
                        MouseEvent.MOUSE_PRESSED,
                        MouseEvent.MOUSE_DRAGGED,
                        KeyEvent.KEY_PRESSED,
                        TouchEvent.TOUCH_PRESSED,
                        TouchEvent.TOUCH_MOVED,
                        ScrollEvent.SCROLL)
                .forEach(type -> scene.addEventFilter(type, _ -> interactor.touched()));
        // The focus ring is for those who go by keys or a switch.
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED, _ -> scene.getRoot().pseudoClassStateChanged(KEYS, true));
        scene.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                _ -> scene.getRoot().pseudoClassStateChanged(KEYS, false));
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (EXIT_CHORD.match(event)) {
                        exit();
                        event.consume();
                    } else if (event.getCode() == KeyCode.ESCAPE && !model.exiting().get()) {
                        if (!cover.onProperty().get()) {
                            back();
                            event.consume();
                        }
                    } else if (event.isAltDown() && event.getCode() == KeyCode.F4) {
                        event.consume();
                    }
                });
        PauseTransition held =
                new PauseTransition(
                        javafx.util.Duration.millis((double) rules.exitHold().toMillis()));
        held.setOnFinished(_ -> exit());
        scene.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (inCorner(scene, event)) {
                        held.playFromStart();
                    }
                });
        scene.addEventFilter(
                MouseEvent.MOUSE_DRAGGED,
                event -> {
                    if (!inCorner(scene, event)) {
                        held.stop();
                    }
                });
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> held.stop());
    }

    private static boolean inCorner(Scene scene, MouseEvent event) {
        Node root = scene.getRoot();
        boolean mirrored =
                root.getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        double fromStart = mirrored ? scene.getWidth() - event.getSceneX() : event.getSceneX();
        return fromStart < EXIT_CORNER && event.getSceneY() < EXIT_CORNER;
    }
}

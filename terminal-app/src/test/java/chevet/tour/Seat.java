package chevet.tour;

import static java.lang.System.Logger.Level.ERROR;

import chevet.config.ExitCode;
import chevet.config.TerminalConfig;
import chevet.terminal.Bedside;
import chevet.terminal.Ports;
import chevet.terminal.Seen;
import chevet.terminal.Wiring;
import chevet.terminal.device.Backlight;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.ProgramSpeech;
import chevet.terminal.device.Sound;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.fetch.Fetches;
import chevet.terminal.link.Apart;
import chevet.terminal.link.Link;
import chevet.terminal.link.Links;
import chevet.terminal.link.RoughLinks;
import chevet.terminal.link.TerminalWire;
import chevet.terminal.player.Engines;
import chevet.terminal.player.SilentSound;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.Scroller;
import chevet.terminal.ui.Work;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * The whole terminal of one bed on the headless platform: its real screens over the real link to
 * the ward server. A finger taps it through the platform's own events.
 */
final class Seat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Seat.class.getName());
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double BAR = 90;
    private static final Apart APART = Apart.from(Platform::isFxApplicationThread);

    private final Link link;
    private final Engines engines;
    private final ExecutorService apart =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "apart");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final Wiring wiring;
    private final Scene scene;
    private final Stage stage;
    private final Timeline seconds;

    /** One and the same: the platform's robot knows only where it has moved itself. */
    private final Robot robot = Bedside.onScreen(() -> new Robot());

    Seat(TerminalConfig config) {
        this(config, CardReader.NONE);
    }

    /** One with a card reader, which stays open. */
    Seat(TerminalConfig config, CardReader cards) {
        this(config, cards, Links.start(config, "tour", APART));
    }

    /** One with something between it and its wire. */
    static Seat over(TerminalConfig config, CardReader cards, UnaryOperator<TerminalWire> between) {
        try {
            return new Seat(config, cards, RoughLinks.start(config, APART, between));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seat(TerminalConfig config, CardReader cards, Link link) {
        SilentSound.start();
        engines = Engines.silent(config.tv().multicastInterface());
        this.link = link;
        Bedside.onScreen(
                () ->
                        Thread.currentThread()
                                .setUncaughtExceptionHandler(
                                        (_, fault) -> {
                                            LOG.log(ERROR, "a screen has failed", fault);
                                            faults.add(fault);
                                        }));
        Ports ports =
                new Ports(
                        config.terminal(),
                        link,
                        link,
                        link,
                        link,
                        Clock.systemUTC(),
                        config.zone(),
                        new Work(apart, Platform::runLater),
                        Optional.of(speaker()),
                        Optional.of(light()),
                        new Notebook(config.data().resolve("tour.comfort")),
                        Fetches.start(config),
                        engines::engine,
                        ProgramSpeech.find(),
                        cards,
                        Links.seal(config),
                        new Notebook(config.data().resolve("tour.hours")));
        Shell.Rules rules =
                new Shell.Rules(
                        Duration.ofHours(1),
                        config.language(),
                        config.exitCodeHash().map(ExitCode::of),
                        Duration.ofSeconds(5),
                        () -> {});
        wiring = Bedside.onScreen(() -> Wiring.of(ports, rules));
        scene = Bedside.onScreen(() -> wiring.shell().scene(WIDTH, HEIGHT));
        stage =
                Bedside.onScreen(
                        () -> {
                            Stage window = new Stage(StageStyle.UNDECORATED);
                            window.setScene(scene);
                            window.show();
                            return window;
                        });
        seconds =
                Bedside.onScreen(
                        () -> {
                            Timeline each =
                                    new Timeline(
                                            new KeyFrame(
                                                    javafx.util.Duration.seconds(1),
                                                    _ -> wiring.shell().tick()));
                            each.setCycleCount(Animation.INDEFINITE);
                            each.play();
                            return each;
                        });
    }

    /** What was thrown on the thread that draws: it touched what it must not, or broke. */
    List<Throwable> faults() {
        return faults;
    }

    Link link() {
        return link;
    }

    /** A text of the terminal in the language that it speaks now. */
    String words(String key, Object... args) {
        return Bedside.onScreen(() -> wiring.kit().words().text(key, args));
    }

    /** Sets what somebody with these eyes would have set. */
    void look(Eyes eyes) {
        Bedside.onScreen(
                () -> {
                    wiring.comfort().themeProperty().set(eyes.theme());
                    wiring.kit().look().textSizeProperty().set(eyes.size());
                    wiring.kit().words().languageProperty().set(eyes.language());
                });
        settle();
        boolean mirrored =
                Bedside.onScreen(
                        () ->
                                scene.getRoot().getEffectiveNodeOrientation()
                                        == NodeOrientation.RIGHT_TO_LEFT);
        if (mirrored != eyes.language().rightToLeft()) {
            throw new AssertionError("the screen is not turned to " + eyes.language());
        }
    }

    /**
     * Sets how staff see what is theirs: by the patient's light, and in the language and size of a
     * house that has these. It lasts until the next card.
     */
    void lookAsStaff(Eyes eyes) {
        Bedside.onScreen(
                () -> {
                    wiring.comfort().themeProperty().set(eyes.theme());
                    wiring.staffKit().look().textSizeProperty().set(eyes.size());
                    wiring.staffKit().words().languageProperty().set(eyes.language());
                });
        settle();
    }

    /** Goes to a screen as the home screen's tiles do. */
    void show(String screen) {
        Bedside.onScreen(() -> wiring.shell().show(screen));
        settle();
        if (!Bedside.onScreen(() -> wiring.shell().shown()).equals(screen)) {
            throw new AssertionError("the screen is not " + screen);
        }
    }

    /** Waits until such words can be read on the screen; returns how long. */
    Duration read(String words) {
        try {
            return Wait.until(
                    "« " + words + " »", () -> unbroken(text()).contains(unbroken(words)));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but « " + unbroken(text()) + " »", e);
        }
    }

    /** Lines may be broken anywhere between words; Arabic ones are broken in the text itself. */
    private static String unbroken(String text) {
        return text.replaceAll("\\s+", " ");
    }

    String text() {
        return Bedside.onScreen(() -> Seen.text(scene.getRoot()));
    }

    /** Waits until the node with that id, or of that style class, is there. */
    void await(String selector) {
        Wait.until(selector, () -> Bedside.onScreen(() -> find(selector).isPresent()));
        settle();
    }

    boolean has(String selector) {
        return Bedside.onScreen(() -> find(selector).isPresent());
    }

    /** Taps what has that id, waiting until it is there. */
    void tap(String selector) {
        await(selector);
        press(Bedside.onScreen(() -> find(selector).orElseThrow()));
    }

    /** Taps what is called so in the language that is spoken now. */
    void tapNamed(String key) {
        Predicate<Node> named = named(key);
        Wait.until(
                "« " + words(key) + " »",
                () -> Bedside.onScreen(() -> walk(scene.getRoot(), named).isPresent()));
        settle();
        press(Bedside.onScreen(() -> walk(scene.getRoot(), named).orElseThrow()));
    }

    /** Taps the button with exactly these words or this digit on it. */
    void tapFace(String face) {
        Predicate<Node> named =
                node -> node instanceof Button button && face.equals(button.getText());
        Wait.until(face, () -> Bedside.onScreen(() -> walk(scene.getRoot(), named).isPresent()));
        settle();
        press(Bedside.onScreen(() -> walk(scene.getRoot(), named).orElseThrow()));
    }

    /** Writes with the keys on the screen, as quickly as they take what is meant. */
    void writes(String words) {
        StringBuilder written = new StringBuilder();
        for (String letter : words.split("")) {
            written.append(letter);
            Wait.until(
                    written.toString(),
                    () -> {
                        if (letter.equals(" ")) {
                            tapNamed("keyboard.space");
                        } else {
                            tapFace(letter);
                        }
                        return text().contains(written + "|");
                    });
        }
    }

    /** Scrolls until what has that id stands at the top, or the end is seen. */
    void scrollTo(String selector) {
        await(selector);
        Bedside.onScreen(
                () -> {
                    Node part = find(selector).orElseThrow();
                    Node up = part;
                    while (!(up instanceof Scroller)) {
                        up = up.getParent();
                    }
                    ((Scroller) up).toTopOf(part);
                });
        settle();
    }

    private Predicate<Node> named(String key) {
        String name = words(key);
        return node ->
                (node instanceof Pressable || node instanceof Button)
                        && (name.equals(node.getAccessibleText())
                                || (node instanceof Labeled labeled
                                        && name.equals(labeled.getText())));
    }

    /** By night sound asks for headphones, and what asks would stand in every picture. */
    void putsHeadphonesIn() {
        String asked = "quiet.headphones.in";
        Predicate<Node> named = named(asked);
        if (Bedside.onScreen(() -> walk(scene.getRoot(), named).isPresent())) {
            tapNamed(asked);
        }
    }

    private void press(Node node) {
        if (!Bedside.onScreen(() -> inReach(node))) {
            // Below what is seen: going there by Tab scrolls it up.
            Bedside.onScreen(node::requestFocus);
            settle();
        }
        Point2D finger = Bedside.onScreen(() -> middle(node));
        Bedside.onScreen(
                () -> {
                    robot.mouseMove(finger);
                    robot.mousePress(MouseButton.PRIMARY);
                });
        Bedside.onScreen(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Presses keys, the first ones held while the last is struck. */
    void type(KeyCode... keys) {
        Bedside.onScreen(
                () -> {
                    List.of(keys).forEach(robot::keyPress);
                    List.of(keys).reversed().forEach(robot::keyRelease);
                });
        settle();
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Neither bar lies over its middle, or it is a bar's own. */
    private static boolean inReach(Node node) {
        double at = middle(node).getY();
        boolean bars = at < BAR || at > HEIGHT - BAR;
        return bars ? inBar(node) : true;
    }

    private static boolean inBar(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.getStyleClass().contains("top-bar")
                    || up.getStyleClass().contains("bottom-bar")) {
                return true;
            }
        }
        return false;
    }

    private Optional<Node> find(String selector) {
        return walk(
                scene.getRoot(),
                node ->
                        selector.startsWith("#")
                                ? selector.substring(1).equals(node.getId())
                                : node.getStyleClass().contains(selector.substring(1)));
    }

    private static Optional<Node> walk(Node node, Predicate<Node> wanted) {
        return Seen.below(node).filter(wanted).findFirst();
    }

    /**
     * Waits until the film or the channel that plays has shown something new so often; returns how
     * long.
     */
    Duration awaitMoving(int times) {
        int[][] last = {pixels()};
        int[] changes = {0};
        return Wait.until(
                "a picture that moves",
                () -> {
                    int[] now = pixels();
                    boolean lit = Arrays.stream(now).anyMatch(each -> (each & 0xffffff) > 0x303030);
                    if (lit && !Arrays.equals(now, last[0])) {
                        last[0] = now;
                        changes[0]++;
                    }
                    return changes[0] >= times;
                });
    }

    /** Whether what plays has more red in it than blue. */
    boolean warm() {
        return Arrays.stream(pixels()).map(each -> (each >> 16 & 0xff) - (each & 0xff)).sum() > 0;
    }

    private int[] pixels() {
        BufferedImage seen =
                Bedside.onScreen(
                        () ->
                                SwingFXUtils.fromFXImage(
                                        find(".picture")
                                                .orElseThrow(
                                                        () ->
                                                                new AssertionError(
                                                                        "nothing plays here"))
                                                .snapshot(null, null),
                                        null));
        return seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
    }

    BufferedImage picture() {
        settle();
        List<String> missing =
                Bedside.onScreen(
                        () ->
                                Stream.of(wiring.kit(), wiring.staffKit())
                                        .flatMap(kit -> kit.words().missing().stream())
                                        .toList());
        if (!missing.isEmpty()) {
            throw new AssertionError("texts are missing: " + missing);
        }
        return Bedside.onScreen(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
    }

    /** Waits until what was asked apart has been shown, and lays out. */
    private void settle() {
        try {
            // What is shown may ask again once.
            for (int i = 0; i < 3; i++) {
                apart.submit(() -> {}).get(Wait.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                Bedside.onScreen(() -> {});
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
        Bedside.onScreen(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    scene.getRoot().layout();
                });
    }

    @Override
    public void close() {
        Bedside.onScreen(
                () -> {
                    seconds.stop();
                    stage.close();
                });
        engines.close();
        link.close();
        apart.shutdownNow();
    }

    /** A bed's device has one; this machine may not. */
    private static Sound speaker() {
        AtomicInteger percent = new AtomicInteger(40);
        return new Sound() {
            @Override
            public Optional<Integer> volume() {
                return Optional.of(percent.get());
            }

            @Override
            public void setVolume(int wanted) {
                percent.set(wanted);
            }
        };
    }

    private static Backlight light() {
        AtomicInteger percent = new AtomicInteger(80);
        return new Backlight() {
            @Override
            public Optional<Integer> percent() {
                return Optional.of(percent.get());
            }

            @Override
            public void set(int wanted) {
                percent.set(wanted);
            }
        };
    }
}

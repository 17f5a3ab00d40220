package chevet.terminal;

import chevet.config.ExitCode;
import chevet.config.TerminalConfig;
import chevet.terminal.device.Attach;
import chevet.terminal.link.Apart;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminal's window: the whole screen, and no way out of it but IT's code. */
public final class Kiosk extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
    private static final Duration EXIT_HOLD = Duration.ofSeconds(5);

    /** Before it tries once more to open its files. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private record Plan(TerminalConfig config, boolean windowed) {}

    /** JavaFX makes the application itself, so what it is to do waits here. */
    private static final AtomicReference<Plan> PLAN = new AtomicReference<>();

    private final ExecutorService apart =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "apart");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Attach attach = new Attach();
    private final Duration again;
    private Optional<Opened> opened = Optional.empty();
    private final Timeline seconds = new Timeline();

    /** JavaFX makes it so. */
    public Kiosk() {
        this(AGAIN);
    }

    /**
     * @param again how long it waits before it tries once more to open its files
     */
    Kiosk(Duration again) {
        this.again = again;
    }

    /** Says what the next launched one is to do. */
    static void plan(TerminalConfig config, boolean windowed) {
        PLAN.set(new Plan(config, windowed));
    }

    private static Plan planned() {
        return Objects.requireNonNull(PLAN.get(), "launched without a plan");
    }

    /** Opens files and hardware: JavaFX calls it on its launcher thread, before the screen is. */
    @Override
    public void init() {
        opened = tried();
    }

    private Optional<Opened> tried() {
        return Opened.tried(
                planned().config(),
                attach,
                new Work(apart, Platform::runLater),
                Apart.from(Platform::isFxApplicationThread));
    }

    @Override
    public void start(Stage stage) {
        Plan plan = planned();
        Rectangle2D screen = Screen.getPrimary().getBounds();
        if (!plan.windowed()) {
            lock(stage);
        }
        double width = plan.windowed() ? WIDTH : screen.getWidth();
        double height = plan.windowed() ? HEIGHT : screen.getHeight();
        stage.setTitle("Chevet");
        if (opened.isPresent()) {
            stage.setScene(scene(opened.get(), width, height));
        } else {
            stage.setScene(NotYet.scene(plan.config().language(), width, height));
            tryAgain(stage);
        }
        stage.show();
    }

    /** A terminal whose disk is full must not go dark: it comes up by itself once there is room. */
    private void tryAgain(Stage stage) {
        PauseTransition wait =
                new PauseTransition(javafx.util.Duration.millis((double) again.toMillis()));
        wait.setOnFinished(
                _ -> {
                    if (!apart.isShutdown()) {
                        apart.execute(
                                () -> {
                                    Optional<Opened> now = tried();
                                    Platform.runLater(() -> come(stage, now));
                                });
                    }
                });
        wait.play();
    }

    private void come(Stage stage, Optional<Opened> now) {
        if (now.isEmpty()) {
            tryAgain(stage);
        } else if (apart.isShutdown()) {
            now.get().close();
        } else {
            opened = now;
            Scene waiting = stage.getScene();
            stage.setScene(scene(now.get(), waiting.getWidth(), waiting.getHeight()));
            if (!planned().windowed()) {
                stage.setFullScreen(true);
            }
        }
    }

    private Scene scene(Opened over, double width, double height) {
        TerminalConfig config = planned().config();
        Wiring wiring =
                Wiring.of(
                        over.ports(),
                        new Shell.Rules(
                                config.idle(),
                                config.language(),
                                config.exitCodeHash().map(ExitCode::of),
                                EXIT_HOLD,
                                this::leave));
        Shell shell = wiring.shell();
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> shell.failed(fault));
        Scene scene = shell.scene(width, height);
        seconds.getKeyFrames()
                .setAll(new KeyFrame(javafx.util.Duration.seconds(1), _ -> shell.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        // A device that slept shows the time and the age of what it knows before anything else.
        attach.onResume(() -> Platform.runLater(shell::tick));
        LOG.info("terminal.started terminal={} bed={}", config.terminal(), config.bed());
        return scene;
    }

    /** Nothing that a keyboard, a gesture or the window's own menu can do closes it. */
    static void lock(Stage stage) {
        Platform.setImplicitExit(false);
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        stage.setAlwaysOnTop(true);
        guard(stage);
        stage.fullScreenProperty()
                .addListener(
                        (_, _, full) -> {
                            if (!full) {
                                Platform.runLater(() -> stage.setFullScreen(true));
                            }
                        });
    }

    /** The window does not close because somebody asks it to. */
    static void guard(Stage stage) {
        stage.setOnCloseRequest(javafx.event.Event::consume);
    }

    private void leave() {
        LOG.info("terminal.exit by=code");
        attach.shutdown();
        Platform.exit();
    }

    @Override
    public void stop() {
        seconds.stop();
        apart.shutdownNow();
        opened.ifPresent(Opened::close);
    }
}

package chevet.terminal;

import chevet.config.ExitCode;
import chevet.config.TerminalConfig;
import chevet.terminal.device.Attach;
import chevet.terminal.device.MixerSound;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.ProgramSpeech;
import chevet.terminal.device.SysfsBacklight;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.device.card.PcscReader;
import chevet.terminal.fetch.Fetch;
import chevet.terminal.fetch.Fetches;
import chevet.terminal.link.Apart;
import chevet.terminal.link.Link;
import chevet.terminal.link.Links;
import chevet.terminal.player.Engines;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
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
    private Optional<Link> link = Optional.empty();
    private Optional<Fetch> fetch = Optional.empty();
    private Optional<Engines> engines = Optional.empty();
    private Optional<CardReader> cards = Optional.empty();
    private Optional<Ports> ports = Optional.empty();

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
        TerminalConfig config = planned().config();
        Link started =
                Links.start(
                        config, TerminalApp.VERSION, Apart.from(Platform::isFxApplicationThread));
        link = Optional.of(started);
        Fetch fetching = Fetches.start(config);
        fetch = Optional.of(fetching);
        Engines media = Engines.find(config.multicastInterface());
        engines = Optional.of(media);
        CardReader reader = PcscReader.find();
        cards = Optional.of(reader);
        ports =
                Optional.of(
                        new Ports(
                                config.terminal(),
                                started,
                                started,
                                started,
                                started,
                                Clock.systemUTC(),
                                config.zone(),
                                new Work(apart, Platform::runLater),
                                MixerSound.find(),
                                SysfsBacklight.find(SysfsBacklight.CLASS),
                                new Notebook(
                                        attach.storage(config.data())
                                                .resolve(config.terminal() + ".comfort")),
                                fetching,
                                media::engine,
                                ProgramSpeech.find(),
                                reader));
    }

    @Override
    public void start(Stage stage) {
        Plan plan = planned();
        TerminalConfig config = plan.config();
        Wiring wiring =
                Wiring.of(
                        ports.orElseThrow(),
                        new Shell.Rules(
                                config.idle(),
                                config.language(),
                                config.exitCodeHash().map(ExitCode::of),
                                EXIT_HOLD,
                                this::leave));
        Shell shell = wiring.shell();
        Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> shell.failed(fault));
        if (plan.windowed()) {
            stage.setScene(shell.scene(WIDTH, HEIGHT));
        } else {
            lock(stage);
            Rectangle2D screen = Screen.getPrimary().getBounds();
            stage.setScene(shell.scene(screen.getWidth(), screen.getHeight()));
        }
        stage.setTitle("Chevet");
        stage.show();
        Timeline seconds =
                new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> shell.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        // A device that slept shows the time and the age of what it knows before anything else.
        attach.onResume(() -> Platform.runLater(shell::tick));
        LOG.info("terminal.started terminal={} bed={}", config.terminal(), config.bed());
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
        apart.shutdownNow();
        cards.ifPresent(CardReader::close);
        engines.ifPresent(Engines::close);
        fetch.ifPresent(Fetch::close);
        link.ifPresent(Link::close);
    }
}

package chevet.terminal;

import chevet.config.ExitCode;
import chevet.config.pack.ObjectStore;
import chevet.model.place.TerminalId;
import chevet.model.stay.Patient;
import chevet.model.text.Language;
import chevet.model.tv.Programmes;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.device.Backlight;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.Sound;
import chevet.terminal.device.Speech;
import chevet.terminal.device.card.HandReader;
import chevet.terminal.fetch.Fetches;
import chevet.terminal.library.Cinema;
import chevet.terminal.link.WardSeal;
import chevet.terminal.meal.Kitchen;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.shell.Shell;
import chevet.terminal.tv.Sets;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;

/**
 * The whole terminal on the headless platform over a {@link HandLink}: Madame M. lies there on a
 * Saturday at 11:42.
 */
public final class Bedside implements AutoCloseable {
    /** What opens the kiosk here. */
    public static final String EXIT_CODE = "271828";

    public static final TerminalId TERMINAL = new TerminalId("hand");

    public static final Instant SATURDAY = Instant.parse("2026-11-21T10:42:00Z");

    private static final long PATIENCE = 20;

    /** With few rounds: a real one is slow on purpose. */
    private static final ExitCode EXIT =
            ExitCode.of(
                    "pbkdf2-sha256:1000:8f3a51c0d27e4b96a1c4e7f20b5d6938:"
                            + "d12341032be9701325edaa236510388ae81cd39f5576055463005f0965c7972f");

    private final Path folder = Folders.make("bedside");
    private final HandLink link = new HandLink();
    private final HandAsks asks = new HandAsks();
    private final HandReader cards = new HandReader();
    private final HandClock clock = new HandClock(SATURDAY);
    private final ExecutorService apart =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "apart");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final AtomicInteger volume = new AtomicInteger(40);
    private final List<MediaEngine> engines = new CopyOnWriteArrayList<>();
    private final AtomicInteger exits = new AtomicInteger();
    private volatile Optional<String> read = Optional.empty();
    private final Wiring wiring;
    private final Scene scene;
    private final Stage stage;

    static {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Look.beforeStart();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        try {
            if (!started.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Platform.setImplicitExit(false);
    }

    public Bedside(double width, double height) {
        this(width, height, Optional.empty(), HandEngine::new);
    }

    /** One whose notebook is that file. */
    public Bedside(double width, double height, Path notes) {
        this(width, height, Optional.of(notes), HandEngine::new);
    }

    /**
     * One that plays.
     *
     * @param making makes its players, on the JavaFX thread
     */
    public Bedside(double width, double height, Supplier<MediaEngine> making) {
        this(width, height, Optional.empty(), making);
    }

    /** One that believes what this seal says the ward has signed. */
    public Bedside(double width, double height, WardSeal seal) {
        this(width, height, Optional.empty(), HandEngine::new, seal);
    }

    private Bedside(
            double width, double height, Optional<Path> notes, Supplier<MediaEngine> making) {
        this(width, height, notes, making, new WardSeal(List.of()));
    }

    private Bedside(
            double width,
            double height,
            Optional<Path> notes,
            Supplier<MediaEngine> making,
            WardSeal seal) {
        // Where a notebook is from before, the terminal has just been switched on.
        if (notes.isEmpty()) {
            link.linked(true, Optional.of(SATURDAY), 0);
        }
        Ports ports =
                new Ports(
                        TERMINAL,
                        link,
                        link,
                        link,
                        asks,
                        clock,
                        ZoneId.of("Europe/Paris"),
                        new Work(apart, Platform::runLater),
                        Optional.of(sound()),
                        Optional.of(light()),
                        new Notebook(notes.orElse(folder.resolve("comfort.properties"))),
                        Fetches.offline(content()),
                        () -> {
                            MediaEngine made = making.get();
                            engines.add(made);
                            return made;
                        },
                        Optional.of(voice()),
                        cards,
                        seal,
                        new Notebook(folder.resolve("hours")));
        Shell.Rules rules =
                new Shell.Rules(
                        Duration.ofMinutes(3),
                        Language.FR,
                        Optional.of(EXIT),
                        Duration.ofMillis(150),
                        exits::incrementAndGet);
        wiring = onScreen(() -> Wiring.of(ports, rules));
        scene = onScreen(() -> wiring.shell().scene(width, height));
        stage =
                onScreen(
                        () -> {
                            Stage window = new Stage(StageStyle.UNDECORATED);
                            window.setX(0);
                            window.setY(0);
                            window.setScene(scene);
                            window.show();
                            return window;
                        });
        settle();
    }

    /** With all objects of {@link Cinema}, {@link Sets} and {@link Kitchen} in it. */
    private Path content() {
        Path content = folder.resolve("content");
        ObjectStore store = ObjectStore.open(content, 1L << 30, Clock.systemUTC());
        Cinema.objects().forEach((object, bytes) -> store.keep(bytes, object.mediaType()));
        Sets.objects().values().forEach(bytes -> store.keep(bytes, Programmes.MEDIA_TYPE));
        store.keep(Kitchen.plate(), "image/png");
        return content;
    }

    /** Madame M. lies in the bed. */
    public Bedside admitted() {
        link.put(Kind.STAY, "patient", new Patient(Patient.Title.MRS, "Martin", Language.FR));
        Kitchen.fill(link::put);
        Cinema.fill(link::put);
        Sets.fill(link::put);
        link.admit("s1");
        settle();
        return this;
    }

    public HandLink link() {
        return link;
    }

    /** What answers its asks. */
    public HandAsks asks() {
        return asks;
    }

    /** Where cards are put in by hand. */
    public HandReader cards() {
        return cards;
    }

    /** A film was opened. */
    public boolean opened() {
        return engines.size() > 1;
    }

    /** What plays its films, once one was opened. */
    public MediaEngine engine() {
        if (!opened()) {
            throw new AssertionError("no film was opened");
        }
        return engines.getLast();
    }

    /** What plays its television: made with the screens, before any film's. */
    public MediaEngine television() {
        return engines.getFirst();
    }

    public HandClock clock() {
        return clock;
    }

    public Wiring wiring() {
        return wiring;
    }

    public Scene scene() {
        return scene;
    }

    public Stage stage() {
        return stage;
    }

    public int volume() {
        return volume.get();
    }

    /** What was read aloud last, and in which language. */
    public Optional<String> read() {
        return read;
    }

    /** How often the exit's code was right. */
    public int exits() {
        return exits.get();
    }

    /** All such nodes that are seen now, parents before children. */
    public List<Node> seen(Predicate<Node> wanted) {
        return onScreen(() -> Seen.below(scene.getRoot()).filter(wanted).toList());
    }

    /** What can be read on the screen now, a line each. */
    public String text() {
        return onScreen(() -> Seen.text(scene.getRoot()));
    }

    /** What can be pressed and is called so; the first, where there are several. */
    public Node target(String words) {
        return targets(words).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no target: " + words + "\n" + text()));
    }

    /** All that can be pressed and is called so. */
    public List<Node> targets(String words) {
        settle();
        return seen(
                node ->
                        (node instanceof Pressable || node instanceof ButtonBase)
                                && called(node, words));
    }

    /** It says these words, or its name for those who cannot see begins with them. */
    public static boolean called(Node node, String words) {
        boolean said = node instanceof Labeled labeled && words.equals(labeled.getText());
        String name = node.getAccessibleText();
        return said || (name != null && name.startsWith(words));
    }

    /** Does it on the JavaFX thread and waits for it. */
    public static <T> T onScreen(Callable<T> task) {
        if (Platform.isFxApplicationThread()) {
            try {
                return task.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        try {
            return future.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    public static void onScreen(Runnable task) {
        onScreen(
                () -> {
                    task.run();
                    return true;
                });
    }

    /** Waits until what was asked apart has been shown, and lays out. */
    public void settle() {
        try {
            // What is shown may ask again once.
            for (int i = 0; i < 3; i++) {
                apart.submit(() -> {}).get(PATIENCE, TimeUnit.SECONDS);
                onScreen(() -> {});
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
        onScreen(this::lay);
    }

    /** Waits for what comes by itself after a moment. */
    public void await(String what, BooleanSupplier there) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!onScreen(there::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came: " + what);
            }
            pulse();
        }
    }

    /** Lays out what is there, as the next pulses would. On the JavaFX thread. */
    public void lay() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** Waits until what is there has been painted, and is on its way to the screen. */
    public void pulse() {
        for (int i = 0; i < 3; i++) {
            CountDownLatch laid = new CountDownLatch(1);
            Runnable told = laid::countDown;
            onScreen(
                    () -> {
                        scene.addPostLayoutPulseListener(told);
                        Platform.requestNextPulse();
                    });
            try {
                if (!laid.await(PATIENCE, TimeUnit.SECONDS)) {
                    throw new AssertionError("nothing is painted");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                onScreen(() -> scene.removePostLayoutPulseListener(told));
            }
        }
    }

    /** Writes what is seen to a PNG. */
    public void picture(Path file) throws java.io.IOException {
        settle();
        WritableImage image = onScreen(() -> scene.snapshot(null));
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    @Override
    public void close() {
        onScreen(stage::close);
        apart.shutdownNow();
        try {
            apart.awaitTermination(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Folders.delete(folder);
    }

    private Sound sound() {
        return new Sound() {
            @Override
            public Optional<Integer> volume() {
                return Optional.of(volume.get());
            }

            @Override
            public void setVolume(int percent) {
                volume.set(percent);
            }
        };
    }

    /** It has read everything before anybody hears it. */
    private Speech voice() {
        return new Speech() {
            @Override
            public CompletableFuture<End> read(String text, String language) {
                read = Optional.of(language + ": " + text);
                return CompletableFuture.completedFuture(End.READ);
            }

            @Override
            public void silence() {
                // It never speaks for long.
            }
        };
    }

    private static Backlight light() {
        return new Backlight() {
            private int now = 80;

            @Override
            public Optional<Integer> percent() {
                return Optional.of(now);
            }

            @Override
            public void set(int percent) {
                now = percent;
            }
        };
    }
}

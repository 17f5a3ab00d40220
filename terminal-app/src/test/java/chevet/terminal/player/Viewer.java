package chevet.terminal.player;

import chevet.terminal.Bedside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;

/** An engine's picture in a window of the headless platform, and eyes that look at its pixels. */
public final class Viewer implements AutoCloseable {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final MediaEngine engine;
    private final Stage stage;

    public Viewer(Engines engines) {
        engine = Bedside.onScreen(() -> engines.engine());
        stage =
                Bedside.onScreen(
                        () -> {
                            Stage window = new Stage(StageStyle.UNDECORATED);
                            window.setScene(
                                    new Scene(new BorderPane(engine.picture()), WIDTH, HEIGHT));
                            window.show();
                            return window;
                        });
    }

    public MediaEngine engine() {
        return engine;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Viewer open(MediaSource source) {
        Bedside.onScreen(() -> engine.open(source));
        return this;
    }

    public PlayState state() {
        return Bedside.onScreen(() -> engine.stateProperty().get());
    }

    public Duration position() {
        return Bedside.onScreen(() -> engine.positionProperty().get());
    }

    /** Pixels as they are seen now. */
    public int[] look() {
        return Bedside.onScreen(
                () -> {
                    WritableImage image = engine.picture().snapshot(new SnapshotParameters(), null);
                    int width = (int) image.getWidth();
                    int height = (int) image.getHeight();
                    int[] pixels = new int[width * height];
                    image.getPixelReader()
                            .getPixels(
                                    0,
                                    0,
                                    width,
                                    height,
                                    PixelFormat.getIntArgbInstance(),
                                    pixels,
                                    0,
                                    width);
                    return pixels;
                });
    }

    /** Writes what is seen to a PNG. */
    public void save(Path file) throws IOException {
        WritableImage image =
                Bedside.onScreen(() -> engine.picture().snapshot(new SnapshotParameters(), null));
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    /** Waits until what is seen has changed so often. */
    public void awaitMoving(int changes, Duration limit) {
        int[][] last = {look()};
        int[] seen = {0};
        await(
                changes + " changes of the picture",
                limit,
                () -> {
                    int[] now = look();
                    boolean lit = Arrays.stream(now).anyMatch(each -> (each & 0xffffff) != 0);
                    if (lit && !Arrays.equals(now, last[0])) {
                        last[0] = now;
                        seen[0]++;
                    }
                    return seen[0] >= changes;
                });
    }

    /** Waits for a state, and tells how long the picture had stood still when it came. */
    public Duration stillUntil(Predicate<PlayState> wanted, Duration limit) {
        int[][] last = {look()};
        long[] changed = {System.nanoTime()};
        await(
                "another state",
                limit,
                () -> {
                    boolean there = wanted.test(state());
                    int[] now = look();
                    if (!there && !Arrays.equals(now, last[0])) {
                        last[0] = now;
                        changed[0] = System.nanoTime();
                    }
                    return there;
                });
        return Duration.ofNanos(System.nanoTime() - changed[0]);
    }

    public PlayState awaitState(Predicate<PlayState> wanted, Duration limit) {
        await("another state than " + state(), limit, () -> wanted.test(state()));
        return state();
    }

    /** Waits for it, with a limit. */
    public void await(String what, Duration limit, BooleanSupplier done) {
        long end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came: " + what + "; it is " + state());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        Bedside.onScreen(
                () -> {
                    engine.close();
                    stage.close();
                });
    }
}

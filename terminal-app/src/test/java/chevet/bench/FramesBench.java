package chevet.bench;

import chevet.terminal.Bedside;
import chevet.terminal.meal.Kitchen;
import com.sun.javafx.perf.PerformanceTracker;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.HdrHistogram.Histogram;

/**
 * From a tap to the frame that shows what it did, on screens that are built: {@code FramesBench
 * [ROUNDS]}, on the headless platform, in software rendering.
 *
 * <p>A tap is a real one: the platform's robot presses and lifts, and the event takes its whole way
 * through the window, the scene and the handlers. The clock starts as the finger lifts, for that is
 * when a tap acts. It stops when the toolkit says that it has rendered a frame of this scene
 * ({@code TKScenePaintListener.frameRendered}): by then styles and layout are done, all nodes are
 * painted, and the pixels are handed to the window. The pulse's own listeners would be too early,
 * since they run before anything is painted; the next pulse would be too late by up to a sixtieth
 * of a second. Before each tap the bench waits until no frame is under way, so that the first frame
 * after it is the one that shows it. The time until the next pulse begins is part of it, as it is
 * for a patient.
 */
public final class FramesBench {
    private static final int WARM_UP = 12;
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(60);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final Bedside bedside;
    private final AtomicLong lastFrame = new AtomicLong(System.nanoTime());
    private final AtomicLong lifted = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong firstFrame = new AtomicLong();
    private final Map<String, Figures> kinds = new LinkedHashMap<>();
    private final AtomicLong spentAtFrame = new AtomicLong();
    private final List<Long> threads;

    /** One and the same: the platform's robot knows only where it has moved itself. */
    private final Robot robot = Bedside.onScreen(() -> new Robot());

    /** How long a kind of tap took, and how much of that the two threads worked. */
    private record Figures(Histogram took, Histogram worked) {
        Figures() {
            this(new Histogram(3), new Histogram(3));
        }
    }

    private boolean recording;

    private FramesBench(Bedside bedside) {
        this.bedside = bedside;
        this.threads =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(FramesBench::paints)
                        .map(Thread::threadId)
                        .toList();
        Bedside.onScreen(
                () ->
                        PerformanceTracker.getSceneTracker(bedside.scene())
                                .setOnRenderedFrameTask(this::rendered));
    }

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        try {
            run(rounds);
        } catch (AssertionError | RuntimeException e) {
            System.err.println("bench frames: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(int rounds) {
        try (Bedside bedside = new Bedside(1280, 800).admitted()) {
            Kitchen.fill(bedside.link()::put);
            bedside.settle();
            FramesBench bench = new FramesBench(bedside);
            for (int i = 0; i < WARM_UP + rounds; i++) {
                bench.recording = i >= WARM_UP;
                bench.round(i);
            }
            System.out.print(bench.table());
        }
    }

    private void rendered() {
        long now = System.nanoTime();
        lastFrame.set(now);
        if (now > lifted.get() && firstFrame.get() == 0) {
            spentAtFrame.set(spent());
            firstFrame.set(now);
        }
    }

    private static boolean paints(Thread thread) {
        return thread.getName().startsWith("QuantumRenderer")
                || thread.threadId() == Bedside.onScreen(() -> Thread.currentThread().threadId());
    }

    /** Processor time of the threads that a frame goes through, in nanoseconds. */
    private long spent() {
        return threads.stream().mapToLong(CPU::getThreadCpuTime).sum();
    }

    private void round(int round) {
        tap("home to meals", styled("tile-meals"));
        for (String course : courses()) {
            if (!find(called(course)).getStyleClass().contains("here")) {
                tap("course tab", called(course));
            }
            List<Node> dishes = bedside.seen(node -> id(node).startsWith("dish-"));
            if (!dishes.isEmpty()) {
                String dish = id(dishes.get(round % dishes.size()));
                tap("dish", called(dish));
            }
        }
        List<Node> services =
                bedside.seen(
                        node ->
                                id(node).startsWith("service-")
                                        && !node.getPseudoClassStates()
                                                .toString()
                                                .contains("selected"));
        String service = id(services.get(round % services.size()));
        tap("service", called(service));
        tap("back to home", this::back);
        tap("home to display", styled("tile-display"));
        tap("back to home", this::back);
    }

    private List<String> courses() {
        return bedside.seen(node -> id(node).startsWith("course-")).stream()
                .map(FramesBench::id)
                .toList();
    }

    private boolean back(Node node) {
        return bedside.wiring().kit().words().text("shell.back").equals(node.getAccessibleText());
    }

    private static Predicate<Node> styled(String style) {
        return node -> node.getStyleClass().contains(style);
    }

    private static Predicate<Node> called(String id) {
        return node -> id(node).equals(id);
    }

    private static String id(Node node) {
        return Optional.ofNullable(node.getId()).orElse("");
    }

    private void tap(String kind, Predicate<Node> wanted) {
        // A card below what is seen is scrolled up first, as a patient would.
        Bedside.onScreen(() -> find(wanted).requestFocus());
        quiet();
        Bedside.onScreen(
                () -> {
                    Bounds bounds = find(wanted).localToScreen(find(wanted).getLayoutBounds());
                    robot.mouseMove(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
                    robot.mousePress(MouseButton.PRIMARY);
                });
        quiet();
        firstFrame.set(0);
        long before = spent();
        Bedside.onScreen(
                () -> {
                    lifted.set(System.nanoTime());
                    robot.mouseRelease(MouseButton.PRIMARY);
                });
        long start = lifted.get();
        while (firstFrame.get() == 0) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new AssertionError("nothing changed on the screen: " + kind);
            }
            LockSupport.parkNanos(200_000);
        }
        lifted.set(Long.MAX_VALUE);
        if (recording) {
            Figures figures = kinds.computeIfAbsent(kind, _ -> new Figures());
            figures.took().recordValue((firstFrame.get() - start) / 1_000);
            figures.worked().recordValue((spentAtFrame.get() - before) / 1_000);
        }
    }

    /** Nothing has been painted for some pulses. */
    private void quiet() {
        long since = System.nanoTime();
        while (System.nanoTime() - Math.max(since, lastFrame.get()) < QUIET) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private Node find(Predicate<Node> wanted) {
        return bedside.seen(wanted).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("it is not on the screen"));
    }

    private String table() {
        StringBuilder table =
                new StringBuilder(
                        "| tap | taps | p50 ms | p95 ms | p99 ms | max ms | of it work: p50 | p95 |%n|---|---:|---:|---:|---:|---:|---:|---:|%n"
                                .formatted());
        Figures all = new Figures();
        kinds.forEach(
                (kind, figures) -> {
                    all.took().add(figures.took());
                    all.worked().add(figures.worked());
                    table.append(row(kind, figures));
                });
        return table.append(row("all", all)).toString();
    }

    private static String row(String kind, Figures figures) {
        Histogram took = figures.took();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                kind,
                took.getTotalCount(),
                took.getValueAtPercentile(50) / 1e3,
                took.getValueAtPercentile(95) / 1e3,
                took.getValueAtPercentile(99) / 1e3,
                took.getMaxValue() / 1e3,
                figures.worked().getValueAtPercentile(50) / 1e3,
                figures.worked().getValueAtPercentile(95) / 1e3);
    }
}

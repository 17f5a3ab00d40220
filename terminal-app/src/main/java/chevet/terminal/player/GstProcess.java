package chevet.terminal.player;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process of its own for GStreamer ({@link GstMain}). JavaFX Media brings a small GStreamer whose
 * types have the same names: in one process only one of the two works. A decoder that crashes then
 * takes no screen with it either: the process is started again. For any thread.
 */
final class GstProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GstProcess.class);
    private static final long PATIENCE_SECONDS = 30;

    private final List<String> settings;
    private final int heap;
    private final Path frames;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Consumer<List<String>>> listeners = new ConcurrentHashMap<>();

    /** A pipe may be full, and a start takes its time: who says something waits for neither. */
    private final ExecutorService pipe =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("gst-says").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    private volatile Optional<Process> running = Optional.empty();
    private volatile List<String> faults = List.of();
    private volatile List<String> notes = List.of();
    private volatile List<Object> warm = List.of();
    private volatile boolean closed;

    /**
     * Starts it, and waits until it has looked at what is installed.
     *
     * @param settings of {@link GstMain}
     * @param heap MiB at most
     */
    GstProcess(List<String> settings, int heap) {
        this.settings = List.copyOf(settings);
        this.heap = heap;
        this.frames = FrameRoom.make();
        start();
    }

    /** One line each: what is missing there; empty when all of it works. */
    List<String> faults() {
        return faults;
    }

    /** One line each: what is missing without which all still plays. */
    List<String> notes() {
        return notes;
    }

    int next() {
        return numbers.incrementAndGet();
    }

    Path frameFiles(int number) {
        return frames.resolve("p" + number);
    }

    void listen(int number, Consumer<List<String>> listener) {
        listeners.put(number, listener);
    }

    void forget(int number) {
        listeners.remove(number);
    }

    /** Remembered, so that a process that is started again knows it too. */
    void keepWarm(List<String> addresses) {
        warm = List.copyOf(addresses);
        say("warm", warm.toArray());
    }

    /**
     * Says a line to the process that runs now, in order and without waiting. Where there is none,
     * or it has ended by then, nobody hears it; the listeners are told so.
     */
    void say(String word, Object... more) {
        StringBuilder line = new StringBuilder(word);
        for (Object each : more) {
            line.append('\t').append(each);
        }
        running.filter(_ -> !closed)
                .ifPresent(to -> pipe.execute(() -> write(to, line.toString())));
    }

    private static void write(Process to, String line) {
        if (to.isAlive()) {
            PrintStream out = new PrintStream(to.getOutputStream(), true, StandardCharsets.UTF_8);
            out.println(line);
        }
    }

    private synchronized void start() {
        if (closed) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + heap + "m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GstMain.class.getName()));
        command.addAll(settings);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            running = Optional.of(process);
            CompletableFuture<List<String>> ready = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("gst-lines").start(() -> read(process, ready));
            List<String> told = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            faults = told.stream().filter(each -> !each.startsWith(GstNeeds.NOTE)).toList();
            notes =
                    told.stream()
                            .filter(each -> each.startsWith(GstNeeds.NOTE))
                            .map(each -> each.substring(GstNeeds.NOTE.length()))
                            .toList();
            if (!warm.isEmpty()) {
                say("warm", warm.toArray());
            }
        } catch (IOException | java.util.concurrent.ExecutionException | TimeoutException e) {
            faults = List.of("GStreamer's process does not start: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            faults = List.of("GStreamer's process was not waited for");
        }
    }

    private void read(Process process, CompletableFuture<List<String>> ready) {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> line = Optional.ofNullable(in.readLine());
            while (line.isPresent()) {
                List<String> words = Arrays.asList(line.get().split("\t", -1));
                if (words.getFirst().equals("ready")) {
                    ready.complete(words.subList(1, words.size()));
                } else if (words.size() > 1) {
                    Optional.ofNullable(listeners.get(Integer.parseInt(words.get(1))))
                            .ifPresent(listener -> listener.accept(words));
                }
                line = Optional.ofNullable(in.readLine());
            }
        } catch (IOException e) {
            LOG.warn("player.process-not-read fault={}", e.toString());
        }
        ready.complete(List.of("GStreamer's process ended as soon as it was started"));
        ended(process);
    }

    private void ended(Process process) {
        if (closed) {
            return;
        }
        int code = process.onExit().join().exitValue();
        LOG.warn("player.process-ended code={} (GStreamer crashed; it is started again)", code);
        if (faults().isEmpty()) {
            start();
        }
        listeners
                .values()
                .forEach(
                        each ->
                                each.accept(
                                        List.of(
                                                "failed",
                                                "0",
                                                Trouble.STOPPED.name(),
                                                "GStreamer's process has ended")));
    }

    /** Its number, for those who measure it. */
    long pid() {
        return running.map(Process::pid).orElse(0L);
    }

    @Override
    public synchronized void close() {
        closed = true;
        pipe.shutdown();
        running.ifPresent(
                process ->
                        process.destroyForcibly().onExit().thenRun(() -> FrameRoom.remove(frames)));
        running = Optional.empty();
    }
}

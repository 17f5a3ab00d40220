package chevet.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.start.Starts;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One of Chevet's programs as a process of its own. It is killed when it is closed, and when this
 * JVM ends.
 */
final class Program implements AutoCloseable {
    private static final List<String> SERVER = List.of("-Xmx192m", "-Djava.awt.headless=true");
    private static final List<String> TERMINAL =
            List.of(
                    "-Xmx384m",
                    "-Duser.language=fr",
                    "-Duser.country=FR",
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw");

    private final String name;
    private final Process process;
    private final BufferedWriter input;
    private final Path errors;
    private final List<String> lines = new ArrayList<>();
    private boolean over;

    private Program(
            String name,
            Path folder,
            List<String> java,
            List<String> flags,
            List<String> command,
            Consumer<String> ear)
            throws IOException {
        this.name = name;
        this.errors = folder.resolve(name + ".err");
        List<String> line = new ArrayList<>(java);
        line.addAll(flags);
        // What it unpacks for itself stays where it is killed.
        line.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        line.addAll(command);
        this.process =
                new ProcessBuilder(line)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        // Reading a pipe holds a virtual thread's carrier, and others in this JVM need those.
        Thread.ofPlatform().daemon().start(() -> listen(ear));
    }

    /** One of the ward server's commands. */
    static Program server(Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("chevet.ward.WardServer"));
        command.addAll(List.of(args));
        return new Program("server", folder, Starts.here().java(), SERVER, command, _ -> {});
    }

    /**
     * A program that stands at the beds.
     *
     * @param ear hears each line that it writes, on a thread of its own
     */
    static Program bedside(
            Class<?> main, String name, Path folder, Consumer<String> ear, String... args)
            throws IOException {
        return bedside(Starts.here().java(), main, name, folder, ear, args);
    }

    /**
     * The same.
     *
     * @param java the beginning of its command
     */
    static Program bedside(
            List<String> java,
            Class<?> main,
            String name,
            Path folder,
            Consumer<String> ear,
            String... args)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(main.getName()));
        command.addAll(List.of(args));
        return new Program(name, folder, java, TERMINAL, command, ear);
    }

    private void listen(Consumer<String> ear) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
                ear.accept(line);
            }
        } catch (IOException killed) {
            // What it could still say was heard.
        } finally {
            synchronized (lines) {
                over = true;
                lines.notifyAll();
            }
        }
    }

    /** Waits for a line that it has written or will write. */
    String await(Predicate<String> wanted, Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (lines) {
            int seen = 0;
            while (true) {
                for (; seen < lines.size(); seen++) {
                    if (wanted.test(lines.get(seen))) {
                        return lines.get(seen);
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (over || left <= 0) {
                    throw new AssertionError(
                            name + (over ? " ended: " : " says nothing in time: ") + report());
                }
                lines.wait(left);
            }
        }
    }

    void say(String line) throws IOException {
        input.write(line);
        input.newLine();
        input.flush();
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It hears no more, and ends by itself; returns its exit code. */
    int hangUp(Duration limit) throws Exception {
        input.close();
        return exit(limit);
    }

    /** SIGTERM; returns its exit code. */
    int end(Duration limit) throws Exception {
        process.destroy();
        return exit(limit);
    }

    /** Waits for its own end. */
    int exit(Duration limit) throws Exception {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(name + " does not end: " + report());
        }
        return process.exitValue();
    }

    /** SIGSTOP; returns when every thread of it stands. */
    void freeze() throws Exception {
        signal("-STOP");
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!standing()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(name + " does not stand still");
            }
            Thread.onSpinWait();
        }
    }

    void thaw() throws Exception {
        signal("-CONT");
    }

    private boolean standing() throws IOException {
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        try (var each = Files.newDirectoryStream(tasks)) {
            for (Path task : each) {
                String stat = Files.readString(task.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
        }
        return true;
    }

    private void signal(String signal) throws Exception {
        Process kill =
                new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                        .inheritIO()
                        .start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("kill " + signal + " " + name + " failed");
        }
    }

    /** All that it has written to its log. */
    String complaints() throws IOException {
        return Files.readString(errors);
    }

    /** The last that it wrote, for a failure's message. */
    String report() throws IOException {
        synchronized (lines) {
            List<String> said = lines.subList(Math.max(0, lines.size() - 20), lines.size());
            List<String> wrong = Files.readAllLines(errors);
            return String.join("\n", said)
                    + "\n"
                    + String.join(
                            "\n", wrong.subList(Math.max(0, wrong.size() - 40), wrong.size()));
        }
    }

    @Override
    public void close() {
        kill();
    }
}

package chevet.ward.stream;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of ffmpeg. It ends with this program: closed by SIGKILL, since ffmpeg was seen to leave a
 * SIGTERM unanswered for minutes once its sender had stopped.
 */
final class Ffmpeg implements AutoCloseable {
    private static final String PROGRAM = "ffmpeg";

    /** Goes after others: a third of what a program of usual priority gets. */
    private static final List<String> ASIDE = List.of("nice", "-n", "5");

    private final Process process;
    private final Thread atExit;

    private Ffmpeg(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly, "ffmpeg-end");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it in the background.
     *
     * @throws UncheckedIOException when it is not installed
     */
    static Ffmpeg start(List<String> args) {
        return start(List.of(), args, Path.of(""), ProcessBuilder.Redirect.DISCARD);
    }

    /** True where there is one to start. */
    static boolean installed() {
        return installed(PROGRAM);
    }

    private static boolean installed(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Ffmpeg start(
            List<String> by, List<String> args, Path folder, ProcessBuilder.Redirect told) {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(PROGRAM, "-nostdin", "-v", "error", "-y"));
        command.addAll(args);
        try {
            return new Ffmpeg(
                    new ProcessBuilder(command)
                            .directory(folder.toAbsolutePath().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(told)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg does not start: is it installed?", e);
        }
    }

    /**
     * Makes a file, or leaves the one that is there. A half-made one never has the name.
     *
     * @param args of ffmpeg without the file; relative names in them are of the file's folder
     * @throws IllegalStateException when ffmpeg fails or takes longer than {@code limit}
     */
    static Path make(Path file, Duration limit, List<String> args) {
        return make(List.of(), file, limit, args);
    }

    /** The same, and whoever plays or draws meanwhile goes before it. */
    static Path makeAside(Path file, Duration limit, List<String> args) {
        return make(installed(ASIDE.getFirst()) ? ASIDE : List.of(), file, limit, args);
    }

    private static Path make(List<String> by, Path file, Duration limit, List<String> args) {
        if (Files.exists(file)) {
            return file;
        }
        Path whole = file.toAbsolutePath();
        Path half = whole.resolveSibling("half-" + file.getFileName());
        List<String> all = new ArrayList<>(args);
        all.add(half.toString());
        Path told = whole.resolveSibling(file.getFileName() + ".log");
        try (Ffmpeg run =
                start(
                        by,
                        all,
                        half.resolveSibling(""),
                        ProcessBuilder.Redirect.to(told.toFile()))) {
            if (!run.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    || run.process.exitValue() != 0) {
                throw new IllegalStateException(
                        "ffmpeg could not make "
                                + file.getFileName()
                                + ": "
                                + Files.readString(told));
            }
            Files.delete(told);
            return Files.move(half, file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // The program is ending already: the hook does the same.
        }
    }
}

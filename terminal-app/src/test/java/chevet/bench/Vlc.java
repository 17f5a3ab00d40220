package chevet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Debian's VLC without a window, told what to play on its standard input. Its settings are its own;
 * its sound goes nowhere, its pictures into a pipe, where the first byte is the first picture that
 * it shows. (Its log is no measure: it does not always tell of a first picture.)
 */
final class Vlc implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final Process process;
    private final PrintStream orders;
    private volatile long lastBytes;

    /**
     * @param home a folder that anybody may write to
     * @param shown false where pictures go nowhere, to see what playing alone costs
     */
    Vlc(Path home, boolean shown) throws IOException, InterruptedException {
        Path pipe = home.resolve("pictures");
        if (shown && !Files.exists(pipe)) {
            new ProcessBuilder("mkfifo", "-m", "666", pipe.toString()).start().waitFor();
        }
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of("vlc", "-I", "oldrc", "--rc-fake-tty", "--aout", "dummy"));
        command.addAll(List.of("--miface", "lo", "--no-video-title-show", "--no-osd", "--vout"));
        command.addAll(shown ? List.of("yuv", "--yuv-file", pipe.toString()) : List.of("dummy"));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        process = Child.start(builder);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        if (shown) {
            Thread.ofPlatform().daemon().start(() -> read(pipe));
        }
    }

    private void read(Path pipe) {
        byte[] b = new byte[1 << 20];
        while (process.isAlive()) {
            try (InputStream in = Files.newInputStream(pipe)) {
                while (in.read(b) > 0) {
                    lastBytes = System.nanoTime();
                }
            } catch (IOException _) {
                return;
            }
        }
    }

    /**
     * From the order to the first picture. What played before is stopped first, and that is not
     * counted.
     */
    Duration zap(URI address) {
        orders.println("clear");
        long quiet = System.nanoTime();
        while (System.nanoTime() - Math.max(lastBytes, quiet) < QUIET.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        long start = System.nanoTime();
        play(address);
        while (lastBytes < start) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException("VLC shows no " + address);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return Duration.ofNanos(lastBytes - start);
    }

    void play(URI address) {
        orders.println("add " + address);
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

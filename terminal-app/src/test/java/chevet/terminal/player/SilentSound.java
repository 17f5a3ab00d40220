package chevet.terminal.player;

import chevet.terminal.Folders;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A sound device that nobody hears: a PulseAudio of our own with a null sink, and an ALSA
 * configuration that leads there. JavaFX Media plays nothing without a device that keeps time. One
 * for the whole program, since both libraries read their environment once.
 */
public final class SilentSound {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static boolean started;

    /** Of the C library: Java cannot set its own environment. */
    private interface Environment extends Library {
        int setenv(String name, String value, int overwrite);
    }

    private SilentSound() {}

    /** Starts it once; it ends with the program. */
    public static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        try {
            Path dir = Folders.make("silent-sound");
            Path socket = dir.resolve("native");
            Process server =
                    new ProcessBuilder(
                                    "pulseaudio",
                                    "-n",
                                    "--daemonize=no",
                                    "--use-pid-file=no",
                                    "--exit-idle-time=-1",
                                    "--disable-shm=yes",
                                    "-L",
                                    "module-null-sink sink_name=silent",
                                    "-L",
                                    "module-native-protocol-unix auth-anonymous=1 socket=" + socket)
                            .redirectErrorStream(true)
                            .redirectOutput(dir.resolve("pulseaudio.log").toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, dir)));
            Path alsa = dir.resolve("asound.conf");
            Files.writeString(
                    alsa,
                    """
                    pcm.!default { type pulse server "unix:%s" }
                    ctl.!default { type pulse server "unix:%s" }
                    """
                            .formatted(socket, socket));
            long end = System.nanoTime() + LIMIT.toNanos();
            while (!Files.exists(socket)) {
                if (System.nanoTime() > end || !server.isAlive()) {
                    throw new IllegalStateException("pulseaudio does not start: is it installed?");
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            Environment environment = Native.load("c", Environment.class);
            environment.setenv("ALSA_CONFIG_PATH", "/usr/share/alsa/alsa.conf:" + alsa, 1);
            environment.setenv("PULSE_SERVER", "unix:" + socket, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process server, Path dir) {
        server.destroyForcibly().onExit().join();
        Folders.delete(dir);
    }
}

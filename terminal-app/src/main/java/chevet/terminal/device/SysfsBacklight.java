package chevet.terminal.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backlight of the Linux kernel: a directory with {@code brightness} and {@code max_brightness}
 * (Documentation/ABI/stable/sysfs-class-backlight).
 */
public final class SysfsBacklight implements Backlight {
    /** Where the kernel shows them. */
    public static final Path CLASS = Path.of("/sys/class/backlight");

    private static final Logger LOG = LoggerFactory.getLogger(SysfsBacklight.class);

    private final Path brightness;
    private final int max;

    private SysfsBacklight(Path brightness, int max) {
        this.brightness = brightness;
        this.max = max;
    }

    /** The first one under a directory that this user may set; empty where there is none. */
    public static Optional<Backlight> find(Path under) {
        if (!Files.isDirectory(under)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(under)) {
            for (Path device : devices) {
                Path brightness = device.resolve("brightness");
                Optional<Integer> max = number(device.resolve("max_brightness"));
                if (Files.isWritable(brightness) && max.isPresent() && max.get() > 0) {
                    return Optional.of(new SysfsBacklight(brightness, max.get()));
                }
            }
        } catch (IOException e) {
            LOG.warn("backlight.not-read fault={}", e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    @Override
    public Optional<Integer> percent() {
        return number(brightness).map(now -> Math.round(now * 100f / max));
    }

    @Override
    public void set(int percent) {
        OffScreen.check("backlight");
        // Never 0: on many panels that is dark, and nobody would find the control again.
        long value = Math.max(1, Math.round(max * percent / 100.0));
        try {
            Files.writeString(brightness, value + "\n");
        } catch (IOException e) {
            LOG.warn("backlight.not-set fault={}", e.getClass().getSimpleName());
        }
    }

    private static Optional<Integer> number(Path file) {
        OffScreen.check("backlight");
        try {
            return Optional.of(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}

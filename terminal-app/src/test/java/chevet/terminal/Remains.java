package chevet.terminal;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A strange word that nobody else says, and where it is found again. This object holds it backwards
 * only, so that it does not find itself.
 */
public final class Remains {
    /** Strings of Latin letters are kept as one byte each, as in UTF-8; others as two. */
    private static final List<Charset> WRITTEN =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final String backwards =
            turned("kanarie" + UUID.randomUUID().toString().replace("-", ""));

    /** A new copy of the word. */
    public String word() {
        return turned(backwards);
    }

    /** Whether it is in a live object of this program; its memory is written to that file. */
    public boolean inMemory(Path dump) {
        try {
            Files.deleteIfExists(dump);
            // Live objects only: a collection goes before it.
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(dump.toString(), true);
            return in(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is in a live object of another program on this machine. */
    public boolean inMemory(long pid, Path dump) {
        try {
            Files.deleteIfExists(dump);
            Process asked =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                            .toString(),
                                    String.valueOf(pid),
                                    "GC.heap_dump",
                                    dump.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (asked.waitFor() != 0) {
                throw new AssertionError("no memory of " + pid);
            }
            return in(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is in that file. */
    public boolean in(Path file) {
        return in(file, word());
    }

    /** Whether any such word is in that file; not where there is no such file, or no more. */
    public static boolean in(Path file, String word) {
        List<byte[]> patterns = WRITTEN.stream().map(word::getBytes).toList();
        byte[] chunk = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(chunk, kept, chunk.length - kept);
            while (read > 0) {
                int filled = kept + read;
                for (byte[] pattern : patterns) {
                    if (in(chunk, filled, pattern)) {
                        return true;
                    }
                }
                kept = Math.min(200, filled);
                System.arraycopy(chunk, filled - kept, chunk, 0, kept);
                read = in.read(chunk, kept, chunk.length - kept);
            }
        } catch (NoSuchFileException e) {
            // A process beside has removed one of its own since the folder was listed.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    /** Horspool's search: what cannot be the pattern's end is passed over. */
    private static boolean in(byte[] chunk, int filled, byte[] pattern) {
        int last = pattern.length - 1;
        int[] step = new int[256];
        Arrays.fill(step, pattern.length);
        for (int i = 0; i < last; i++) {
            step[pattern[i] & 0xff] = last - i;
        }
        for (int end = last; end < filled; end += step[chunk[end] & 0xff]) {
            if (chunk[end] == pattern[last]
                    && Arrays.equals(chunk, end - last, end + 1, pattern, 0, pattern.length)) {
                return true;
            }
        }
        return false;
    }

    private static String turned(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}

package chevet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a running process has used, read from /proc. */
record ProcessFigures(double cpuSeconds, long rssMegabytes, long peakMegabytes) {
    private static final double TICKS = 100;

    static ProcessFigures of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The command's name stands in brackets and may hold blanks; fields are counted after
            // it (proc(5)).
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
            return new ProcessFigures(cpu, status(pid, "VmRSS:"), status(pid, "VmHWM:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long status(long pid, String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.substring(field.length()).replace("kB", "").strip())
                        / 1024;
            }
        }
        return 0;
    }

    /** Share of one core used between two readings, in per cent. */
    String cpuSince(ProcessFigures before, double seconds) {
        return String.format(
                Locale.ROOT, "%.0f %%", (cpuSeconds - before.cpuSeconds) / seconds * 100);
    }
}

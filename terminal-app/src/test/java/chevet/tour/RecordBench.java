package chevet.tour;

import chevet.terminal.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * From the last digit of the PIN to the record on the screen: {@code RecordBench [LOGINS]}, over a
 * real pcscd, broker and server, and a FHIR server beside them.
 */
public final class RecordBench {
    private static final int WARM = 5;

    /** From one login to the next: an odd time meets every phase of whatever is polled. */
    private static final Duration EACH = Duration.ofMillis(3_170);

    /** Then it stops with what it has. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private RecordBench() {}

    public static void main(String[] args) {
        int logins = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        Path folder = Folders.make("record");
        try (RecordWorld world = new RecordWorld(folder)) {
            String reading = world.seat.words("record.reading");
            List<Duration> took = new ArrayList<>();
            long end = System.nanoTime() + LONGEST.toNanos();
            for (int i = 0; i < WARM + logins && System.nanoTime() < end; i++) {
                long begun = System.nanoTime();
                world.card();
                Duration one = world.record(reading);
                if (i >= WARM) {
                    took.add(one);
                }
                world.out();
                LockSupport.parkNanos(begun + EACH.toNanos() - System.nanoTime());
            }
            Collections.sort(took);
            System.out.printf(
                    "| logins | p50 ms | p95 ms | most ms |%n|---:|---:|---:|---:|%n| %d | %d | %d"
                            + " | %d |%n",
                    took.size(),
                    took.get(took.size() / 2).toMillis(),
                    took.get((int) Math.ceil(took.size() * 0.95) - 1).toMillis(),
                    took.getLast().toMillis());
        } catch (IOException | AssertionError e) {
            System.err.println("bench record: " + e);
            Folders.delete(folder);
            System.exit(1);
        }
        Folders.delete(folder);
        System.exit(0);
    }
}

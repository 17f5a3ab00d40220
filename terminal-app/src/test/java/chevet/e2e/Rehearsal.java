package chevet.e2e;

import chevet.start.Starts;
import chevet.ward.WardServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A ward server and a whole terminal in one program, until a meal was chosen and answered: what its
 * JVM loads and links is what theirs will. {@code Rehearsal WARD TERMINAL}, two configurations; it
 * ends with its standard input.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BED = "t-210-P";

    private Rehearsal() {}

    /**
     * Holds it where none was held yet: programs that are started from then on are ready sooner.
     */
    static void hold(Path logs) {
        Starts.here().rehearse(java -> hold(java, logs.resolve("rehearsal")));
    }

    private static void hold(List<String> java, Path folder) throws Exception {
        DemoWard ward = DemoWard.copy(folder.resolve("ward"), folder);
        Path beds = folder.resolve("beds");
        Path terminal =
                Objects.requireNonNull(
                        ward.terminals(ward.config().mqtt().port(), beds, beds).get(BED));
        Tally tally = new Tally();
        try (Program both =
                Program.bedside(
                        java,
                        Rehearsal.class,
                        "rehearsal",
                        folder,
                        tally::hear,
                        ward.file().toString(),
                        terminal.toString())) {
            tally.await("told", 1, PATIENCE);
            both.hangUp(PATIENCE);
        }
    }

    public static void main(String[] args) throws Exception {
        Thread.ofPlatform()
                .daemon()
                .start(() -> WardServer.main(new String[] {"serve", "--config", args[0]}));
        ScriptedTerminal.main(new String[] {"1", args[1]});
    }
}

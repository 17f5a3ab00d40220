package chevet.bench;

import chevet.terminal.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * A burst of the hospital's messages into the real server, from the intended send time to the
 * acknowledgement, beside a process that frames and acknowledges the same bytes and keeps nothing.
 */
@CommandLine.Command(
        name = "bench hl7",
        mixinStandardHelpOptions = true,
        description = "A burst of HL7 v2 messages, beside a bare framer that keeps nothing.")
public final class Hl7Bench implements Callable<Integer> {
    @Option(names = "--rate", description = "messages a second (200)")
    private int rate = 200;

    @Option(names = "--seconds", description = "of the burst (60)")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "messages before it, at half the rate (2000)")
    private int warmUp = 2000;

    @Option(names = "--beds", description = "of the ward server, an even number (300)")
    private int beds = 300;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Hl7Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(
                "| messages/s | way | p50 ms | p99 ms | max ms | CPU of one core | RSS MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        Figures bare = framer();
        row("bare framer", bare);
        Figures ours = ward();
        row("Chevet", ours);
        System.out.printf(
                Locale.ROOT,
                "| | Chevet / framer | %.1f | %.1f | %.1f | %.1f | |%n",
                ours.burst().p50() / bare.burst().p50(),
                ours.burst().p99() / bare.burst().p99(),
                ours.burst().max() / bare.burst().max(),
                ours.cpuSeconds() / Math.max(0.01, bare.cpuSeconds()));
        return 0;
    }

    private Figures ward() throws IOException {
        Path dir = Files.createTempDirectory("chevet-bench");
        int port = Mosquitto.freePort();
        try (BenchWard ward = new BenchWard(dir, beds, false, configuration(port))) {
            ward.await(port);
            return measured(port, ward.pid());
        } finally {
            Folders.delete(dir);
        }
    }

    private Figures framer() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("chevet.server.flags", "-Xmx192m").strip().split(" +")));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BareFramer.class.getName()));
        Process process =
                Child.start(
                        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
        try {
            BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            int port = Integer.parseInt(Optional.ofNullable(said.readLine()).orElse("0"));
            return measured(port, process.pid());
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private Figures measured(int port, long pid) throws IOException {
        Load load = new Load();
        try (Hl7Sender sender = new Hl7Sender(port, beds, load)) {
            load.steady(0, warmUp, Math.max(1, rate / 2.0), sender);
            ProcessFigures before = ProcessFigures.of(pid);
            long begun = System.nanoTime();
            Load.Result burst = load.steady(warmUp, rate * seconds, rate, sender);
            double lasted = (System.nanoTime() - begun) / 1e9;
            ProcessFigures after = ProcessFigures.of(pid);
            if (burst.unanswered() > 0 || sender.notAccepted() > 0) {
                throw new IllegalStateException(
                        burst.unanswered()
                                + " messages were not answered and "
                                + sender.notAccepted()
                                + " not accepted: the figures say nothing");
            }
            return new Figures(
                    burst,
                    after.cpuSeconds() - before.cpuSeconds(),
                    after.cpuSince(before, lasted),
                    after.rssMegabytes());
        }
    }

    private record Figures(Load.Result burst, double cpuSeconds, String cpu, long rss) {}

    private void row(String way, Figures figures) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.1f | %.1f | %.1f | %s | %d |%n",
                rate,
                way,
                figures.burst().p50(),
                figures.burst().p99(),
                figures.burst().max(),
                figures.cpu(),
                figures.rss());
    }

    private String configuration(int port) {
        StringBuilder table =
                new StringBuilder(
                        """
                        [hl7]
                        port = %d
                        [[hl7.sender]]
                        address = "127.0.0.1"
                        [[hl7.diet]]
                        code = "SEL"
                        diets = ["low-salt"]
                        """
                                .formatted(port));
        for (int bed = 0; bed < beds; bed++) {
            table.append("[[hl7.bed]]\nlocation = \"")
                    .append(Hl7Sender.place(bed))
                    .append("\"\nbed = \"b")
                    .append(bed)
                    .append("\"\n");
        }
        return table.toString();
    }
}

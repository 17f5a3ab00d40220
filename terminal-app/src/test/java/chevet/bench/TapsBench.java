package chevet.bench;

import chevet.model.place.TerminalId;
import chevet.model.wire.WireCodec;
import chevet.terminal.Folders;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.Pem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.TrustManagerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * From tap to outcome, with everything on (mutual TLS, the meal rule, SQLite FULL), beside a bare
 * QoS 1 echo of the same messages through Mosquitto in the same run.
 */
@CommandLine.Command(
        name = "bench taps",
        mixinStandardHelpOptions = true,
        description = "From tap to outcome, beside a bare echo through Mosquitto.")
public final class TapsBench implements Runnable {
    @Option(
            names = "--terminals",
            split = ",",
            description = "how many terminals, in turn (30,300,3000)")
    private List<Integer> terminals = List.of(30, 300, 3000);

    @Option(names = "--seconds", description = "of steady load for each (15)")
    private int seconds = 15;

    @Option(
            names = "--rate",
            description = "taps a second over all terminals (a tenth of their number, at least 30)")
    private int rate;

    @Option(names = "--rounds", description = "how often each pair is measured (2)")
    private int rounds = 2;

    @Option(
            names = "--warm-up",
            description = "taps before the first measurement; a tenth before each other (24000)")
    private int warmUp = 24_000;

    private static final double WARM_UP_RATE = 300;
    private static final int SETTLE = 3;
    private static final int BURSTS = 10;

    private final PrintStream out = System.out;

    public static void main(String[] args) {
        System.exit(new CommandLine(new TapsBench()).execute(args));
    }

    @Override
    public void run() {
        out.println(
                "| terminals | taps/s | way | p50 ms | p99 ms | max ms | CPU of one core | RSS MB | all at one instant, s |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        try {
            for (int count : terminals) {
                Path dir = Folders.make("chevet-bench");
                try (BenchWard ward = new BenchWard(dir, count)) {
                    pairs(dir, ward, count);
                } finally {
                    Folders.delete(dir);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("the bench could not be run: " + e.getMessage(), e);
        }
    }

    private void pairs(Path dir, BenchWard ward, int count) throws Exception {
        double perSecond = rate > 0 ? rate : Math.max(30, count / 10.0);
        List<Figures> ours = new ArrayList<>();
        List<Figures> echoes = new ArrayList<>();
        CertificateAuthority ca = ward.authority();
        List<Fleet.Member> members = members(ca, ward, count);
        TrustManagerFactory trust = KeyStores.trustManagers(ca.certificate());
        Path tls = Files.createDirectories(dir.resolve("echo"));
        Identity identity = ca.server(List.of());
        Files.writeString(tls.resolve("ca.pem"), Pem.of(ca.certificate()));
        Files.writeString(tls.resolve("cert.pem"), identity.certificatePem());
        Files.writeString(tls.resolve("key.pem"), identity.keyPem());
        Bedsides bedsides = new Bedsides(ward, count);
        for (int round = 0; round < rounds; round++) {
            Load load = new Load();
            try (Fleet fleet =
                    new Fleet(
                            ward.mqttPort(),
                            members,
                            trust,
                            (place, bytes) -> bedsides.heard(place, bytes, load))) {
                bedsides.arrive(fleet);
                ours.add(measure(round, count, perSecond, load, bedsides, fleet, ward.pid()));
            }
            Load echoed = new Load();
            try (Mosquitto mosquitto = new Mosquitto(tls);
                    Echo _ = new Echo(mosquitto.port(), ca, ward.ward(), trust);
                    Fleet fleet =
                            new Fleet(
                                    mosquitto.port(),
                                    members,
                                    trust,
                                    (place, bytes) ->
                                            echoed.answered(WireCodec.command(bytes).id()))) {
                echoes.add(
                        measure(round, count, perSecond, echoed, bedsides, fleet, mosquitto.pid()));
            }
        }
        Figures echo = Figures.median(echoes);
        Figures own = Figures.median(ours);
        row(count, perSecond, "bare echo through Mosquitto", echo);
        row(count, perSecond, "Chevet", own);
        out.printf(
                Locale.ROOT,
                "| | | Chevet / echo | %.2f | %.2f | %.2f | | | %.2f |%n",
                own.steady().p50() / echo.steady().p50(),
                own.steady().p99() / echo.steady().p99(),
                own.steady().max() / echo.steady().max(),
                own.burst().seconds() / echo.burst().seconds());
        if (bedsides.notAccepted() > 0) {
            throw new IllegalStateException(
                    bedsides.notAccepted() + " taps were not accepted: the figures say nothing");
        }
    }

    private Figures measure(
            int round,
            int count,
            double perSecond,
            Load load,
            Bedsides bedsides,
            Fleet fleet,
            long pid)
            throws Exception {
        Load.Tap tap = bedsides.through(fleet);
        ScheduledExecutorService presences = bedsides.presences(fleet);
        try {
            // A ward server runs for months: what is measured is its usual day, when the compiler
            // has long been done with the path. It needs about 20,000 taps for that; the echo and
            // the clients are given the same.
            load.steady(bedsides.next(), round == 0 ? warmUp : warmUp / 10, WARM_UP_RATE, tap);
            load.steady(bedsides.next(), (int) (perSecond * SETTLE), perSecond, tap);
            ProcessFigures before = ProcessFigures.of(pid);
            long begun = System.nanoTime();
            Load.Result steady =
                    load.steady(bedsides.next(), (int) (perSecond * seconds), perSecond, tap);
            String cpu = ProcessFigures.of(pid).cpuSince(before, (System.nanoTime() - begun) / 1e9);
            Load.Result burst = bursts(count, load, bedsides, tap);
            if (steady.unanswered() + burst.unanswered() > 0) {
                throw new IllegalStateException(
                        steady.unanswered() + burst.unanswered() + " taps were never answered");
            }
            return new Figures(steady, burst, cpu, ProcessFigures.of(pid).rssMegabytes());
        } finally {
            presences.shutdownNow();
        }
    }

    /** The median of those that come after the first ones. */
    private static Load.Result bursts(int count, Load load, Bedsides bedsides, Load.Tap tap) {
        List<Load.Result> bursts = new ArrayList<>();
        for (int i = 0; i < BURSTS; i++) {
            bursts.add(load.burst(bedsides.next(), count, tap));
        }
        return bursts.subList(BURSTS / 2, BURSTS).stream()
                .sorted(
                        Comparator.comparingLong(Load.Result::unanswered)
                                .reversed()
                                .thenComparingDouble(Load.Result::seconds))
                .toList()
                .get(BURSTS / 4);
    }

    private void row(int count, double perSecond, String way, Figures figures) {
        out.printf(
                Locale.ROOT,
                "| %d | %.0f | %s | %.1f | %.1f | %.1f | %s | %d | %.2f |%n",
                count,
                perSecond,
                way,
                figures.steady().p50(),
                figures.steady().p99(),
                figures.steady().max(),
                figures.cpu(),
                figures.rss(),
                figures.burst().seconds());
    }

    private static List<Fleet.Member> members(CertificateAuthority ca, BenchWard ward, int count) {
        List<Fleet.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TerminalId terminal = ward.terminal(i);
            members.add(
                    new Fleet.Member(
                            terminal.value(),
                            KeyStores.keyManagers(ca.terminal(terminal), ca.certificate()),
                            ward.subscriptions(i)));
        }
        return members;
    }

    private record Figures(Load.Result steady, Load.Result burst, String cpu, long rss) {
        static Figures median(List<Figures> rounds) {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(round -> round.steady().p99()))
                    .toList()
                    .get((rounds.size() - 1) / 2);
        }
    }
}

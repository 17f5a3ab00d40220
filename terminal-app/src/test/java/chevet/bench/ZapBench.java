package chevet.bench;

import chevet.config.TerminalConfig;
import chevet.terminal.Bedside;
import chevet.terminal.Folders;
import chevet.terminal.player.Engines;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.SilentSound;
import chevet.terminal.player.Viewer;
import chevet.ward.stream.LiveGroup;
import chevet.ward.stream.LiveHls;
import chevet.ward.stream.TestCard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From the choice of a channel to its first picture, ours and VLC's on the same streams, eight of
 * HLS and sixteen groups: {@code ZapBench [ZAPS]}. Ours counts until pixels are seen in the window,
 * and then waits until they move; VLC's until it writes its first picture. Between two zaps lies an
 * odd time, so that they meet every phase of the key pictures. Then what playing costs for ten
 * seconds each.
 */
public final class ZapBench {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PLAYING = Duration.ofSeconds(10);
    private static final int GROUPS = 16;
    private static final int PLAYLISTS = 8;

    /** Zaps on a screen until its code is compiled: a terminal has been on for days. */
    private static final int ROUND = 10;

    /** From zap to zap so many channels on: none soon again. */
    private static final int STRIDE = 5;

    private static final Duration STEADY = Duration.ofMillis(2_300);

    private final int zaps;
    private final StringBuilder table =
            new StringBuilder(
                    "| stream | player | median ms | least | most |\n|---|---|---:|---:|---:|\n");
    private final StringBuilder cost =
            new StringBuilder("| playing | share of a core |\n|---|---:|\n");

    private ZapBench(int zaps) {
        this.zaps = zaps;
    }

    public static void main(String[] args) {
        try {
            new ZapBench(args.length > 0 ? Integer.parseInt(args[0]) : 10).run();
        } catch (Exception | AssertionError e) {
            System.err.println("bench zap: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        SilentSound.start();
        Path dir =
                Files.createTempDirectory(
                        "zap",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxrwxrwx")));
        try {
            measure(dir);
        } finally {
            Folders.delete(dir);
        }
        System.out.print(table);
        System.out.println();
        System.out.print(cost);
    }

    private void measure(Path dir) throws IOException, InterruptedException {
        List<Path> cards =
                IntStream.rangeClosed(1, GROUPS)
                        .mapToObj(number -> TestCard.broadcast(number).ts(dir))
                        .toList();
        List<LiveGroup> groups = new ArrayList<>();
        List<LiveHls> playlists = new ArrayList<>();
        try {
            for (int number = 1; number <= PLAYLISTS; number++) {
                playlists.add(new LiveHls(cards.get(number - 1), dir.resolve("hls" + number)));
            }
            playlists.parallelStream().forEach(LiveHls::start);
            List<URI> hls = playlists.stream().map(LiveHls::address).toList();
            vlc(dir, "live HLS", hls);
            hls(hls);
            playlists.forEach(LiveHls::stop);
            for (int number = 1; number <= GROUPS; number++) {
                LiveGroup group = group(cards.get(number - 1), number);
                groups.add(group);
                group.start();
            }
            List<URI> udp = groups.stream().map(LiveGroup::address).toList();
            vlc(dir, "multicast", udp);
            multicast(udp);
        } finally {
            groups.forEach(LiveGroup::close);
            playlists.forEach(LiveHls::close);
        }
    }

    private static LiveGroup group(Path ts, int number) {
        return new LiveGroup(ts, LiveGroup.Carrier.UDP, "239.11.12." + number, 5010 + number);
    }

    private void vlc(Path dir, String stream, List<URI> channels)
            throws IOException, InterruptedException {
        try (Vlc vlc = new Vlc(dir, true)) {
            vlc.zap(channels.get(1));
            List<Duration> took = new ArrayList<>();
            for (int i = 0; i < zaps; i++) {
                park(i);
                took.add(vlc.zap(channels.get(i * STRIDE % channels.size())));
            }
            row(stream, "VLC", took);
        }
        try (Vlc vlc = new Vlc(dir, false)) {
            vlc.play(channels.getFirst());
            park(zaps);
            cost(stream + ", VLC (its pictures drawn nowhere)", List.of(vlc.pid()));
        }
    }

    private void hls(List<URI> channels) throws IOException {
        try (Engines engines = Engines.find(Optional.of("lo"), 0);
                Viewer viewer = new Viewer(engines)) {
            row("live HLS", "Chevet, opened when it is chosen", zaps(viewer, channels, STRIDE));
            cost("live HLS, Chevet", pids(engines));
        }
        try (Engines engines = Engines.find(Optional.of("lo"), TerminalConfig.Tv.WARM);
                Viewer viewer = new Viewer(engines)) {
            row("live HLS", "Chevet, next one up: opened ahead", zaps(viewer, channels, 1));
        }
        try (Engines engines = Engines.find(Optional.of("lo"), 0);
                MixedZaps patient = new MixedZaps(engines, channels)) {
            for (int i = 0; i < ROUND; i++) {
                park(0);
                patient.zap(i);
            }
            park(zaps);
            cost("live HLS, Chevet's screen, none opened ahead", pids(engines));
        }
        try (Engines engines = Engines.find(Optional.of("lo"), TerminalConfig.Tv.WARM);
                MixedZaps patient = new MixedZaps(engines, channels)) {
            List<Duration> steps = new ArrayList<>();
            List<Duration> jumps = new ArrayList<>();
            for (int i = 0; i < 2 * zaps; i++) {
                park(i);
                MixedZaps.Taken taken = patient.zap(i);
                (taken.step() ? steps : jumps).add(taken.time());
            }
            String zapper = "Chevet's screen, mixed zaps";
            row("live HLS", zapper, Stream.of(steps, jumps).flatMap(List::stream).toList());
            row("live HLS", zapper + ": up and down, opened ahead", steps);
            row("live HLS", zapper + ": to a tile or a number", jumps);
            park(zaps);
            cost("live HLS, Chevet's screen, two opened ahead", pids(engines));
        }
    }

    private void multicast(List<URI> channels) throws IOException {
        try (Engines engines = Engines.find(Optional.of("lo"), 0);
                Viewer viewer = new Viewer(engines)) {
            row("multicast", "Chevet, group not received before", zaps(viewer, channels, STRIDE));
            cost("multicast, Chevet", pids(engines));
        }
        mixed(channels, TerminalConfig.Tv.WARM);
        mixed(channels, GROUPS);
    }

    private void mixed(List<URI> channels, int warm) throws IOException {
        try (Engines engines = Engines.find(Optional.of("lo"), warm);
                MixedZaps patient = new MixedZaps(engines, channels)) {
            List<Duration> took = new ArrayList<>();
            int received = 0;
            for (int i = 0; i < 2 * zaps; i++) {
                park(i);
                MixedZaps.Taken taken = patient.zap(i);
                took.add(taken.time());
                received += taken.received() ? 1 : 0;
            }
            row(
                    "multicast",
                    "Chevet's screen, mixed zaps, warm = %d: %d of %d received before"
                            .formatted(warm, received, took.size()),
                    took);
            cost("multicast, Chevet's screen, warm = " + warm, pids(engines));
        }
    }

    private static List<Long> pids(Engines engines) {
        return List.of(ProcessHandle.current().pid(), engines.gstreamerPid());
    }

    /**
     * @param stride from zap to zap so many channels on
     */
    private List<Duration> zaps(Viewer viewer, List<URI> channels, int stride) {
        SeenNumber number = Bedside.onScreen(() -> new SeenNumber(viewer.engine().picture()));
        open(viewer, channels, 1);
        viewer.awaitMoving(2, LIMIT);
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < zaps; i++) {
            park(i);
            long start = System.nanoTime();
            open(viewer, channels, i * stride);
            int wanted = i * stride % channels.size() + 1;
            viewer.await("a picture", LIMIT, () -> Bedside.onScreen(number::read) == wanted);
            took.add(Duration.ofNanos(System.nanoTime() - start));
            viewer.awaitMoving(2, LIMIT);
        }
        return took;
    }

    /** And tells of those above and below, as the screen does. */
    private static void open(Viewer viewer, List<URI> channels, int number) {
        int last = channels.size();
        viewer.open(live(channels.get(number % last)));
        List<MediaSource.Live> beside =
                List.of(
                        live(channels.get((number + 1) % last)),
                        live(channels.get((number + last - 1) % last)));
        Bedside.onScreen(() -> viewer.engine().keepWarm(beside));
    }

    private static MediaSource.Live live(URI address) {
        return new MediaSource.Live(address);
    }

    /** A time between two zaps that is no multiple of anything. */
    private static void park(int zap) {
        long end = System.nanoTime() + STEADY.toNanos() + TimeUnit.MILLISECONDS.toNanos(137L * zap);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private void cost(String what, List<Long> pids) {
        double before = seconds(pids);
        long start = System.nanoTime();
        while (System.nanoTime() - start < PLAYING.toNanos()) {
            LockSupport.parkNanos(PLAYING.toNanos() - (System.nanoTime() - start));
        }
        double share = (seconds(pids) - before) / ((System.nanoTime() - start) / 1e9);
        cost.append(String.format(Locale.ROOT, "| %s | %.0f %% |%n", what, share * 100));
    }

    private static double seconds(List<Long> pids) {
        return pids.stream().mapToDouble(pid -> ProcessFigures.of(pid).cpuSeconds()).sum();
    }

    private void row(String stream, String player, List<Duration> took) {
        List<Long> sorted = took.stream().map(Duration::toMillis).sorted().toList();
        int half = sorted.size() / 2;
        long median =
                sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : (sorted.get(half - 1) + sorted.get(half)) / 2;
        table.append(
                String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %d | %d |%n",
                        stream,
                        player,
                        median,
                        sorted.getFirst(),
                        sorted.getLast()));
    }
}

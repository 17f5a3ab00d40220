package chevet.bench;

import chevet.terminal.Bedside;
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
import javafx.scene.layout.BorderPane;

/**
 * From the choice of a channel to its first picture, ours and VLC's on the same streams: {@code
 * ZapBench [ZAPS]}. Ours counts until pixels are seen in the window, and then waits until they
 * move; VLC's until it writes its first picture. Between two zaps lies an odd time, so that they
 * meet every phase of the key pictures. Then what playing costs for ten seconds each.
 */
public final class ZapBench {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration PLAYING = Duration.ofSeconds(10);
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
        Path first = TestCard.broadcast("first", 0).ts(dir);
        Path second = TestCard.broadcast("second", 120).ts(dir);
        try (LiveHls hls1 = new LiveHls(first, dir.resolve("hls1"));
                LiveHls hls2 = new LiveHls(second, dir.resolve("hls2"));
                LiveGroup udp1 = group(first, 1);
                LiveGroup udp2 = group(second, 2)) {
            hls1.start();
            hls2.start();
            udp1.start();
            udp2.start();
            List<URI> hls = List.of(hls1.address(), hls2.address());
            List<URI> udp = List.of(udp1.address(), udp2.address());
            vlc(dir, hls, udp);
            ours(hls, udp);
        }
        System.out.print(table);
        System.out.println();
        System.out.print(cost);
    }

    private static LiveGroup group(Path ts, int number) {
        return new LiveGroup(ts, LiveGroup.Carrier.UDP, "239.11.12." + number, 5010 + number);
    }

    private void vlc(Path dir, List<URI> hls, List<URI> udp)
            throws IOException, InterruptedException {
        vlc(dir, "live HLS", hls);
        vlc(dir, "multicast", udp);
    }

    private void vlc(Path dir, String stream, List<URI> channels)
            throws IOException, InterruptedException {
        try (Vlc vlc = new Vlc(dir, true)) {
            vlc.zap(channels.get(1));
            List<Duration> took = new ArrayList<>();
            for (int i = 0; i < zaps; i++) {
                park(i);
                took.add(vlc.zap(channels.get(i % 2)));
            }
            row(stream, "VLC", took);
        }
        try (Vlc vlc = new Vlc(dir, false)) {
            vlc.play(channels.getFirst());
            park(zaps);
            cost(stream + ", VLC (its pictures drawn nowhere)", List.of(vlc.pid()));
        }
    }

    private void ours(List<URI> hls, List<URI> udp) {
        try (Engines engines = Engines.find(Optional.of("lo"));
                Viewer viewer = new Viewer(engines)) {
            List<Long> pids = List.of(ProcessHandle.current().pid(), engines.gstreamerPid());
            row("live HLS", "Chevet", zaps(viewer, hls));
            cost("live HLS, Chevet", pids);
            row("multicast", "Chevet, group not joined before", zaps(viewer, udp));
            Bedside.onScreen(
                    () -> viewer.engine().keepWarm(udp.stream().map(ZapBench::live).toList()));
            park(0);
            row("multicast", "Chevet, neighbours kept warm", zaps(viewer, udp));
            cost("multicast, Chevet", pids);
            try (Viewer neighbour = new Viewer(engines)) {
                neighbour.open(live(udp.getFirst()));
                neighbour.awaitMoving(2, LIMIT);
                row("multicast", "neighbour playing unseen", swaps(viewer, neighbour));
                cost("multicast, with a neighbour playing unseen", pids);
            }
        }
    }

    private List<Duration> zaps(Viewer viewer, List<URI> channels) {
        viewer.open(live(channels.get(1)));
        viewer.awaitMoving(2, LIMIT);
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < zaps; i++) {
            park(i);
            long start = System.nanoTime();
            viewer.open(live(channels.get(i % 2)));
            viewer.await("a picture", LIMIT, viewer::seesSomething);
            took.add(Duration.ofNanos(System.nanoTime() - start));
            viewer.awaitMoving(2, LIMIT);
        }
        return took;
    }

    /** Puts a picture that plays already into the window. */
    private List<Duration> swaps(Viewer viewer, Viewer neighbour) {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < zaps; i++) {
            park(i);
            long start = System.nanoTime();
            Viewer other = i % 2 == 0 ? neighbour : viewer;
            Bedside.onScreen(
                    () ->
                            ((BorderPane) viewer.scene().getRoot())
                                    .setCenter(other.engine().picture()));
            viewer.await("a picture", LIMIT, other::seesSomething);
            took.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return took;
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

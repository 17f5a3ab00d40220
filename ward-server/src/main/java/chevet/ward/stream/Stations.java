package chevet.ward.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's headend: sends its stations round and round on loopback, from one small file each that
 * is made once. Nothing of it outlives the program.
 */
public final class Stations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stations.class);

    private final Path cache;
    private Optional<GroupSender> groups = Optional.empty();
    private Optional<HlsDoor> door = Optional.empty();

    /**
     * @param cache a folder for what they show; several programs may share one
     */
    public Stations(Path cache) {
        this.cache = cache;
    }

    /** Whether this machine can make what they show. */
    public static boolean possible() {
        return Ffmpeg.installed();
    }

    /**
     * Makes what they show where it is not made yet, which takes some seconds for each, and sends
     * each as soon as it is there. A way that is not free is told in the log, and the other is
     * gone.
     *
     * @throws IllegalStateException when ffmpeg fails
     */
    public void start(List<Station> stations) {
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(stations);
        for (int at = 0; at < stations.size(); at++) {
            Station station = stations.get(at);
            StationCard card = new StationCard(station.id(), station.title(), at);
            // A radio has its name for a picture: JavaFX Media plays no HLS that has none.
            send(station, TsLoop.read(made(card), StationCard.LENGTH));
        }
    }

    /** Of several programs one makes it. */
    private Path made(StationCard card) {
        try (FileChannel door =
                        FileChannel.open(
                                cache.resolve("stations.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = door.lock()) {
            return card.picture(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void open(List<Station> stations) {
        try {
            groups = Optional.of(new GroupSender());
        } catch (UncheckedIOException e) {
            LOG.warn("demo.multicast-not-sent fault={}", e.getMessage());
        }
        int port =
                stations.stream()
                        .filter(each -> !each.multicast())
                        .mapToInt(each -> each.address().getPort())
                        .findFirst()
                        .orElse(0);
        try {
            door = Optional.of(new HlsDoor(port));
        } catch (IOException e) {
            LOG.warn("demo.hls-not-sent port={} fault={}", port, e.getMessage());
        }
    }

    private synchronized void send(Station station, TsLoop loop) {
        if (station.multicast()) {
            groups.ifPresent(each -> each.add(loop, station.group(), station.address().getPort()));
        } else {
            door.ifPresent(each -> each.add(station.id(), loop));
        }
    }

    @Override
    public synchronized void close() {
        groups.ifPresent(GroupSender::close);
        door.ifPresent(HlsDoor::close);
    }
}

package chevet.ward.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's headend: sends its stations round and round on loopback, from one small file each that
 * is made once. Nothing of it outlives the program.
 */
public final class Stations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stations.class);

    private final Optional<GroupSender> groups;
    private final Optional<HlsDoor> door;

    private Stations(Optional<GroupSender> groups, Optional<HlsDoor> door) {
        this.groups = groups;
        this.door = door;
    }

    /** Whether this machine can make what they show. */
    public static boolean possible() {
        return Ffmpeg.installed();
    }

    /**
     * Makes what they show where it is not made yet, which takes some seconds for each, and begins
     * to send. A way that is not free is told in the log, and the other is gone.
     *
     * @param cache a folder of its own
     * @throws IllegalStateException when ffmpeg fails
     */
    public static Stations start(Path cache, List<Station> stations) {
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<GroupSender.Sending> sendings = new ArrayList<>();
        int port = 0;
        Map<String, TsLoop> loops = new HashMap<>();
        for (int at = 0; at < stations.size(); at++) {
            Station station = stations.get(at);
            StationCard card = new StationCard(station.id(), station.title(), at);
            Path file = station.radio() ? card.sound(cache) : card.picture(cache);
            TsLoop loop = TsLoop.read(file, StationCard.LENGTH);
            if (station.multicast()) {
                sendings.add(
                        new GroupSender.Sending(
                                loop, station.group(), station.address().getPort()));
            } else {
                loops.put(station.id(), loop);
                port = station.address().getPort();
            }
        }
        return new Stations(groups(sendings), door(port, loops));
    }

    private static Optional<GroupSender> groups(List<GroupSender.Sending> sendings) {
        try {
            return Optional.of(new GroupSender(sendings));
        } catch (UncheckedIOException e) {
            LOG.warn("demo.multicast-not-sent fault={}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<HlsDoor> door(int port, Map<String, TsLoop> loops) {
        try {
            return Optional.of(new HlsDoor(port, loops));
        } catch (IOException e) {
            LOG.warn("demo.hls-not-sent port={} fault={}", port, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        groups.ifPresent(GroupSender::close);
        door.ifPresent(HlsDoor::close);
    }
}

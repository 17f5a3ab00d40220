package chevet.ward;

import chevet.model.tv.Channel;
import chevet.ward.stream.Station;
import chevet.ward.stream.Stations;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the demo's channels to where its list says they are, as a hospital's headend would. */
final class DemoChannels {
    private static final Logger LOG = LoggerFactory.getLogger(DemoChannels.class);

    private final Path cache;

    /**
     * @param cache a folder for what they show; other demos may share it
     */
    DemoChannels(Path cache) {
        this.cache = cache;
    }

    /**
     * Returns at once: the ward does not wait for its television. Sends until the program ends, or
     * nothing where ffmpeg is not there to make the pictures.
     */
    void send(List<Channel> channels) {
        if (Stations.possible()) {
            Thread.ofPlatform().daemon().name("tv-stations").start(() -> start(channels));
        }
    }

    private void start(List<Channel> channels) {
        try {
            new Stations(cache).start(channels.stream().map(DemoChannels::station).toList());
        } catch (RuntimeException e) {
            LOG.warn("demo.channels-not-made fault={}", e.getMessage());
        }
    }

    private static Station station(Channel channel) {
        return new Station(channel.id().value(), channel.name(), channel.stream());
    }
}

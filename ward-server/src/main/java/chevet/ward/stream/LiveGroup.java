package chevet.ward.stream;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A channel that is sent to a multicast group on loopback, as a headend would; sent on and off. */
public final class LiveGroup implements AutoCloseable {
    /** How transport packets travel. */
    public enum Carrier {
        UDP,
        RTP
    }

    private final Path ts;
    private final Carrier carrier;
    private final String group;
    private final int port;
    private Optional<Ffmpeg> sender = Optional.empty();

    /**
     * @param ts made by {@link TestCard#ts}
     * @param group an administratively scoped address (RFC 2365), {@code 239.11.11.1}
     */
    public LiveGroup(Path ts, Carrier carrier, String group, int port) {
        this.ts = ts;
        this.carrier = carrier;
        this.group = group;
        this.port = port;
    }

    /** As a channel list writes it: {@code udp://@239.11.11.1:5010}. */
    public URI address() {
        return URI.create(scheme() + "://@" + group + ":" + port);
    }

    /** Begins to send; does nothing while it does. */
    public synchronized void start() {
        if (sender.filter(Ffmpeg::alive).isPresent()) {
            return;
        }
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "-re",
                                "-stream_loop",
                                "-1",
                                "-i",
                                ts.toString(),
                                "-map",
                                "0",
                                "-c",
                                "copy",
                                "-f"));
        args.add(carrier == Carrier.UDP ? "mpegts" : "rtp_mpegts");
        args.add(
                scheme() + "://" + group + ":" + port + "?pkt_size=1316&localaddr=127.0.0.1&ttl=0");
        sender = Optional.of(Ffmpeg.start(args));
    }

    /** Falls silent; the group stays. */
    public synchronized void stop() {
        sender.ifPresent(Ffmpeg::close);
        sender = Optional.empty();
    }

    private String scheme() {
        return carrier.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        stop();
    }
}

package chevet.ward.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends loops to multicast groups on loopback as a headend would, MPEG-TS in UDP, each packet when
 * it is due; on a thread of its own that ends with the program, however that ends.
 */
final class GroupSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupSender.class);

    /** Seven packets are the most that fit into an Ethernet frame. */
    private static final int TOGETHER = 7;

    private static final Duration BEAT = Duration.ofMillis(20);

    /** Later than this, it goes on with what is due now: the machine has slept. */
    private static final Duration TOO_LATE = Duration.ofSeconds(1);

    /** A loop on its way to a group. */
    private static final class Line {
        private final LoopClock clock;
        private final InetSocketAddress group;
        private final byte[] bytes = new byte[TOGETHER * TsLoop.PACKET];
        private long next;

        Line(TsLoop loop, InetSocketAddress group, long now) {
            this.clock = new LoopClock(loop);
            this.group = group;
            this.next = clock.packet(now);
        }
    }

    private final DatagramChannel channel;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private boolean told;

    /**
     * Begins to send what is added.
     *
     * @throws UncheckedIOException where loopback cannot be sent to
     */
    GroupSender() {
        try {
            this.channel = DatagramChannel.open(StandardProtocolFamily.INET);
            channel.setOption(
                    StandardSocketOptions.IP_MULTICAST_IF,
                    NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()));
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 0);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("tv-groups").start(this::run);
    }

    /**
     * Sends this one too from now on; safe for all threads.
     *
     * @param group an administratively scoped address (RFC 2365), {@code 239.11.11.1}; none twice
     */
    void add(TsLoop loop, String group, int port) {
        lines.add(
                new Line(loop, new InetSocketAddress(group, port), LoopClock.nanos(Instant.now())));
    }

    private void run() {
        try (channel) {
            while (!closed) {
                beat();
                LockSupport.parkNanos(BEAT.toNanos());
            }
        } catch (IOException e) {
            LOG.warn("demo.channels-not-closed fault={}", e.toString());
        }
    }

    /** What cannot be sent now may be sent at the next beat; that is told once. */
    private void beat() {
        long now = LoopClock.nanos(Instant.now());
        try {
            for (Line line : lines) {
                send(line, line.clock.packet(now), line.clock.packet(now - TOO_LATE.toNanos()));
            }
            told = false;
        } catch (IOException e) {
            if (!told) {
                told = true;
                LOG.warn("demo.channels-not-sent fault={}", e.toString());
            }
        }
    }

    /** Whole datagrams only: what is left is due at the next beat. */
    private void send(Line line, long due, long oldest) throws IOException {
        if (line.next < oldest || line.next > due + line.clock.loop().packets()) {
            line.next = due;
        }
        while (line.next + TOGETHER <= due) {
            for (int i = 0; i < TOGETHER; i++) {
                line.clock.write(line.next + i, line.bytes, i * TsLoop.PACKET);
            }
            channel.send(ByteBuffer.wrap(line.bytes), line.group);
            line.next += TOGETHER;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

package chevet.terminal.player;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives one multicast group into a {@link TsCache} for as long as it is open, on a thread of its
 * own. MPEG-TS bare or in RTP (RFC 2250, RFC 3550): each datagram says by its first byte which it
 * is.
 */
final class GroupReceiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupReceiver.class);
    private static final int BUFFER = 4 << 20;
    private static final int LARGEST = 65_535;
    private static final int RTP_HEADER = 12;

    private final URI address;
    private final Optional<String> networkInterface;
    private final TsCache cache = new TsCache();
    private volatile long lastDatagram;
    private volatile boolean closed;
    private volatile Optional<MulticastSocket> open = Optional.empty();

    GroupReceiver(URI address, Optional<String> networkInterface) {
        this.address = address;
        this.networkInterface = networkInterface;
        this.lastDatagram = System.nanoTime();
        Thread.ofPlatform().daemon().name("group-" + address.getPort()).start(this::run);
    }

    TsCache cache() {
        return cache;
    }

    /** {@link System#nanoTime} of the last datagram, or of the opening. */
    long lastDatagram() {
        return lastDatagram;
    }

    private void run() {
        try (MulticastSocket socket = socket()) {
            open = Optional.of(socket);
            if (closed) {
                return;
            }
            byte[] b = new byte[LARGEST];
            DatagramPacket packet = new DatagramPacket(b, b.length);
            while (!closed) {
                packet.setLength(b.length);
                socket.receive(packet);
                take(b, packet.getLength());
            }
        } catch (IOException e) {
            if (!closed) {
                LOG.warn(
                        "player.group-not-received address={} fault={} (is the network interface right and up?)",
                        address,
                        e.toString());
            }
        }
    }

    private void take(byte[] b, int length) {
        long now = System.nanoTime();
        lastDatagram = now;
        if (length > 0 && b[0] == TsPacket.SYNC) {
            cache.take(b, 0, length, now);
        } else if (length > RTP_HEADER && ((b[0] >> 6) & 3) == 2) {
            int from = rtpPayload(b);
            if (from < length) {
                cache.take(b, from, length - from, now);
            }
        }
    }

    private static int rtpPayload(byte[] b) {
        int from = RTP_HEADER + 4 * (b[0] & 0x0f);
        boolean extended = (b[0] & 0x10) != 0;
        if (extended) {
            from += 4 + 4 * TsPacket.number(b, from + 2, 0xff);
        }
        return from;
    }

    private MulticastSocket socket() throws IOException {
        // Java's URI takes "@group" for a user without a host's rules; the group follows the "@".
        String host = Objects.requireNonNullElse(address.getHost(), "");
        InetAddress group = InetAddress.getByName(host);
        boolean multicast = group.isMulticastAddress();
        InetSocketAddress here = new InetSocketAddress(multicast ? group : null, address.getPort());
        MulticastSocket socket = new MulticastSocket(null);
        try {
            socket.setReuseAddress(true);
            socket.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            socket.bind(here);
            if (multicast) {
                socket.joinGroup(here, networkInterface());
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Null lets the system choose by its routes. */
    @org.jspecify.annotations.Nullable
    private NetworkInterface networkInterface() throws SocketException {
        if (networkInterface.isEmpty()) {
            return null;
        }
        NetworkInterface named = NetworkInterface.getByName(networkInterface.get());
        if (named == null) {
            throw new SocketException("there is no network interface " + networkInterface.get());
        }
        return named;
    }

    @Override
    public void close() {
        closed = true;
        open.ifPresent(MulticastSocket::close);
    }
}

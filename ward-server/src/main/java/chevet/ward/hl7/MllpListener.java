package chevet.ward.hl7;

import chevet.config.Hl7Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for senders: one virtual thread a connection, so that one that stalls or sends rubbish
 * costs the others nothing.
 */
public final class MllpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpListener.class);
    private static final int MOST_CONNECTIONS = 32;

    private final Feed feed;
    private final ServerSocket server;
    private final Set<MllpConnection> open = ConcurrentHashMap.newKeySet();

    /**
     * Listens from now on.
     *
     * @param tls where the configuration wants TLS
     * @throws UncheckedIOException when the port is taken
     */
    public MllpListener(Feed feed, Optional<SSLContext> tls) {
        this.feed = feed;
        try {
            Hl7Config config = feed.config();
            this.server =
                    tls.<ServerSocketFactory>map(SSLContext::getServerSocketFactory)
                            .orElseGet(ServerSocketFactory::getDefault)
                            .createServerSocket();
            if (server instanceof SSLServerSocket secure) {
                secure.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                secure.setNeedClientAuth(config.clientCa().isPresent());
            }
            server.setReuseAddress(true);
            server.bind(
                    new InetSocketAddress(config.listener().address(), config.listener().port()));
        } catch (IOException e) {
            throw new UncheckedIOException("the port of HL7 cannot be opened", e);
        }
        Thread.ofVirtual().name("mllp").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Optional<Hl7Config.Sender> sender = sender(socket.getInetAddress());
                if (sender.isEmpty() || open.size() >= MOST_CONNECTIONS) {
                    LOG.warn("a connection of {} is refused", socket.getInetAddress());
                    socket.close();
                } else {
                    MllpConnection connection =
                            new MllpConnection(feed, sender.get(), socket, open::remove);
                    open.add(connection);
                    Thread.ofVirtual().name("mllp-", 0).start(connection);
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("a connection was not made: {}", e.getClass().getSimpleName());
                }
            }
        }
    }

    private Optional<Hl7Config.Sender> sender(InetAddress address) {
        return feed.config().senders().stream()
                .filter(sender -> within(address, sender.address()))
                .findFirst();
    }

    /** Whether it is that address, or within that network. */
    static boolean within(InetAddress address, String network) {
        String[] parts = network.split("/", 2);
        try {
            byte[] own = address.getAddress();
            byte[] theirs = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : theirs.length * 8;
            if (own.length != theirs.length || bits > own.length * 8) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("the port of HL7 did not close: {}", e.getClass().getSimpleName());
        }
        open.forEach(MllpConnection::close);
    }
}

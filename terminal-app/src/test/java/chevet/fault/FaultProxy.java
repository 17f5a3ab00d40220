package chevet.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy on loopback that holds bytes back for a random while and breaks connections at
 * random, from a seed. The bytes themselves pass unchanged: TLS would notice anything else.
 */
public final class FaultProxy implements AutoCloseable {
    private static final long HELD = Duration.ofMillis(20).toNanos();

    private final ServerSocket door;
    private final int target;
    private final Random chance;
    private final Duration longestDelay;
    private final double breakPerRead;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean closed;

    /**
     * @param target port on loopback
     * @param longestDelay each piece waits for a random part of it
     * @param breakPerRead chance that a connection is reset after a piece
     */
    public FaultProxy(int target, long seed, Duration longestDelay, double breakPerRead)
            throws IOException {
        this.target = target;
        this.chance = new Random(seed);
        this.longestDelay = longestDelay;
        this.breakPerRead = breakPerRead;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Resets every connection that is open now. */
    public void breakAll() {
        open.forEach(this::reset);
    }

    /** From now on nothing passes either way, and nobody is told of it. */
    public void cut() {
        cut = true;
    }

    /** What was held back while it was cut passes, and all that comes. */
    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> serve(near));
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket near) {
        open.add(near);
        try {
            near.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(far);
            far.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Thread.ofVirtual().start(() -> pump(near, far));
            pump(far, near);
        } catch (IOException nobodyThere) {
            reset(near);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[16 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                LockSupport.parkNanos(delay());
                while (cut && !closed) {
                    LockSupport.parkNanos(HELD);
                }
                out.write(piece, 0, read);
                if (breaks()) {
                    break;
                }
            }
        } catch (IOException brokenOff) {
            // Either end may go at any time; that is what this proxy is for.
        } finally {
            reset(from);
            reset(to);
        }
    }

    private long delay() {
        synchronized (chance) {
            return (long) (chance.nextDouble() * longestDelay.toNanos());
        }
    }

    private boolean breaks() {
        synchronized (chance) {
            return chance.nextDouble() < breakPerRead;
        }
    }

    private void reset(Socket socket) {
        try {
            open.remove(socket);
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // Closing is all that was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        breakAll();
    }
}

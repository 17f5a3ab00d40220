package chevet.terminal.virtualcard;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/**
 * One virtual reader of vsmartcard-vpcd. A card is in it while a connection is open: frames are two
 * bytes of length, then the payload; one byte is power off (0), on (1), reset (2) or the wish for
 * the ATR (4), more is a command APDU. Safe for all threads.
 */
final class VirtualReader {
    /** Its program has nothing but these classes and the JDK. */
    private static final System.Logger LOG = System.getLogger(VirtualReader.class.getName());

    private static final int ATR = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** pcscd looks every 400 ms; a reader that was empty for less was not empty for it. */
    private static final Duration EMPTY = Duration.ofMillis(900);

    private final InetSocketAddress address;
    private Optional<Inside> inside = Optional.empty();
    private long emptySince = System.nanoTime() - EMPTY.toNanos();

    VirtualReader(int port) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /**
     * Puts a card in; the one that is in is taken out first.
     *
     * @param last after so many APDUs it is pulled out, and the last one is not answered
     * @throws IOException when pcscd does not listen
     */
    synchronized void insert(VirtualPiv card, OptionalInt last) throws IOException {
        remove();
        while (System.nanoTime() - emptySince < EMPTY.toNanos()) {
            pause();
        }
        Inside now = new Inside(connect(), card, last);
        inside = Optional.of(now);
        Thread.ofPlatform().name("virtual-card").daemon().start(now);
    }

    synchronized void remove() {
        inside.ifPresent(
                card -> {
                    card.close();
                    emptySince = System.nanoTime();
                });
        inside = Optional.empty();
    }

    /** vpcd listens again only a moment after a card was taken out. */
    private Socket connect() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Socket socket = new Socket();
            try {
                socket.connect(address);
                // Without these an APDU takes 50 ms instead of 0.3.
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return socket;
            } catch (IOException e) {
                socket.close();
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            if (new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A card in the reader. */
    private static final class Inside implements Runnable {
        private final Socket socket;
        private final VirtualPiv card;
        private OptionalInt last;

        Inside(Socket socket, VirtualPiv card, OptionalInt last) {
            this.socket = socket;
            this.card = card;
            this.last = last;
        }

        @Override
        public void run() {
            try (socket) {
                card.reset();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream();
                while (served(in, out)) {
                    socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
                }
            } catch (EOFException _) {
                // pcscd went away, and the reader with it.
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "virtual card: " + e.getMessage());
                }
            }
        }

        /** False: it is pulled out now. */
        private boolean served(DataInputStream in, OutputStream out) throws IOException {
            byte[] frame = new byte[in.readUnsignedShort()];
            in.readFully(frame);
            if (frame.length == 1) {
                if (frame[0] == ATR) {
                    write(out, VirtualPiv.ATR);
                } else {
                    card.reset();
                }
                return true;
            }
            if (last.isPresent()) {
                if (last.getAsInt() <= 1) {
                    return false;
                }
                last = OptionalInt.of(last.getAsInt() - 1);
            }
            write(out, card.respond(frame));
            return true;
        }

        private static void write(OutputStream out, byte[] payload) throws IOException {
            out.write(
                    Bytes.joined(
                            new byte[] {(byte) (payload.length >> 8), (byte) payload.length},
                            payload));
            out.flush();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "virtual card: " + e.getMessage());
            }
        }
    }
}

package chevet.ward.hl7;

import chevet.config.Hl7Config;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sender's connection. Messages are taken in their order; a sender that does not wait for each
 * acknowledgement has up to {@link #AHEAD} of them under way, which then share their commits. Each
 * is acknowledged in its order, after its commit.
 */
final class MllpConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final int AHEAD = 64;

    /** A frame that has begun has to end. */
    private static final Duration FRAME = Duration.ofSeconds(30);

    private final Feed feed;
    private final Hl7Config.Sender sender;
    private final Socket socket;
    private final Consumer<MllpConnection> gone;
    private final BlockingQueue<CompletableFuture<byte[]>> answers =
            new ArrayBlockingQueue<>(AHEAD);

    /** Stands for the end, behind the last answer. */
    private final CompletableFuture<byte[]> end = CompletableFuture.completedFuture(new byte[0]);

    MllpConnection(
            Feed feed, Hl7Config.Sender sender, Socket socket, Consumer<MllpConnection> gone) {
        this.feed = feed;
        this.sender = sender;
        this.socket = socket;
        this.gone = gone;
    }

    @Override
    public void run() {
        Thread answering = Thread.ofVirtual().name("mllp-answers").start(this::answer);
        try {
            socket.setTcpNoDelay(true);
            Mllp frames = new Mllp(socket.getInputStream());
            while (true) {
                socket.setSoTimeout(0);
                Optional<byte[]> message = frames.next(this::mustEnd);
                if (message.isEmpty()) {
                    break;
                }
                answers.put(feed.receive(message.get(), sender));
            }
            answers.put(end);
            answering.join();
        } catch (Mllp.FrameException e) {
            LOG.warn("a sender's connection is closed: {}", e.getMessage());
        } catch (SocketTimeoutException e) {
            LOG.warn("a sender's connection is closed: a message did not end");
        } catch (IOException e) {
            LOG.info("a sender's connection is gone: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answering.interrupt();
            close();
            gone.accept(this);
        }
    }

    private void mustEnd() {
        try {
            socket.setSoTimeout((int) FRAME.toMillis());
        } catch (IOException e) {
            LOG.info("a sender's connection is gone: {}", e.getClass().getSimpleName());
        }
    }

    private void answer() {
        try {
            for (byte[] next = answers.take().join();
                    next.length > 0;
                    next = answers.take().join()) {
                Mllp.write(socket.getOutputStream(), next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Whoever does not hear the answer sends again, and that changes nothing.
            LOG.info("an acknowledgement was not heard: {}", e.getClass().getSimpleName());
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.info("a connection did not close: {}", e.getClass().getSimpleName());
        }
    }
}

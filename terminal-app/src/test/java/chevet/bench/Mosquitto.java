package chevet.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Debian's Mosquitto with mutual TLS, nothing stored, and no limits that would slow it: the broker
 * that a bare echo goes through.
 */
final class Mosquitto implements AutoCloseable {
    private final Process process;
    private final int port;

    /**
     * @param dir holds ca.pem, cert.pem and key.pem
     */
    Mosquitto(Path dir) throws IOException {
        port = freePort();
        Path config = dir.resolve("mosquitto.conf");
        // Without set_tcp_nodelay its median is 43 ms: it would be no fair peer.
        Files.writeString(
                config,
                """
                listener %d 127.0.0.1
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                use_identity_as_username true
                tls_version tlsv1.3
                set_tcp_nodelay true
                persistence false
                max_inflight_messages 0
                max_queued_messages 0
                log_type error
                user root
                """
                        .formatted(
                                port,
                                dir.resolve("ca.pem"),
                                dir.resolve("cert.pem"),
                                dir.resolve("key.pem")));
        process =
                Child.start(
                        new ProcessBuilder("/usr/sbin/mosquitto", "-c", config.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(dir.resolve("mosquitto.log").toFile()));
        awaitPort(port, process);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void awaitPort(int port, Process process) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException(
                        "it stopped with exit code " + process.exitValue() + " before it listened");
            }
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (open.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IOException("nothing listens on port " + port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

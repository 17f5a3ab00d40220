package chevet.ward.stream;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A live HLS channel over HTTP on loopback: a bare media playlist of the last segments, as ffmpeg
 * and most gateways write it. Several may share a folder's server.
 */
public final class LiveHls implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path ts;
    private final Path dir;
    private final HttpServer http;
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Ffmpeg> writer = Optional.empty();

    /**
     * Opens its HTTP server on a free port.
     *
     * @param ts made by {@link TestCard#ts}
     * @param dir an empty folder of its own
     */
    public LiveHls(Path ts, Path dir) {
        this(ts, dir, 0);
    }

    /**
     * As one that was closed, on its port again.
     *
     * @param port of loopback; 0: any that is free
     */
    public LiveHls(Path ts, Path dir, int port) {
        this.ts = ts;
        this.dir = dir;
        try {
            Files.createDirectories(dir);
            this.http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", SimpleFileServer.createFileHandler(dir.toAbsolutePath()));
        http.setExecutor(answers);
        http.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/live.m3u8");
    }

    /** Begins to write, and waits until a player could begin. */
    public synchronized void start() {
        if (writer.filter(Ffmpeg::alive).isPresent()) {
            return;
        }
        Path playlist = dir.resolve("live.m3u8");
        Ffmpeg running =
                Ffmpeg.start(
                        List.of(
                                "-re",
                                "-stream_loop",
                                "-1",
                                "-i",
                                ts.toString(),
                                "-map",
                                "0:v?",
                                "-map",
                                "0:a:0",
                                "-c",
                                "copy",
                                "-f",
                                "hls",
                                "-hls_time",
                                "1",
                                "-hls_list_size",
                                "6",
                                "-hls_flags",
                                "delete_segments+temp_file+omit_endlist+append_list",
                                playlist.toString()));
        writer = Optional.of(running);
        await(playlist, running);
    }

    private static void await(Path playlist, Ffmpeg running) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!hasSegments(playlist)) {
            if (System.nanoTime() > end || !running.alive()) {
                throw new IllegalStateException("ffmpeg wrote no live playlist");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean hasSegments(Path playlist) {
        try {
            return Files.exists(playlist)
                    && Files.readAllLines(playlist).stream()
                                    .filter(line -> line.startsWith("#EXTINF"))
                                    .count()
                            >= 2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes no more; what is written stays. */
    public synchronized void stop() {
        writer.ifPresent(Ffmpeg::close);
        writer = Optional.empty();
    }

    @Override
    public void close() {
        stop();
        http.stop(0);
        answers.close();
    }
}

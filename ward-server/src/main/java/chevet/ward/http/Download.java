package chevet.ward.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Fetches what somebody else's server, or a folder, offers: whole, within a length and a time. Safe
 * for all threads.
 */
public final class Download implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofMinutes(2);

    /** From https never on to http. */
    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(CONNECTING)
                    .build();

    private final Timer timer = new Timer("downloads", true);

    /** What came of it. */
    public sealed interface Result {
        @SuppressWarnings("ArrayRecordComponent") // On its way to a reader, never compared.
        record Content(byte[] bytes) implements Result {}

        /**
         * @param why a few words without anything of the content
         */
        record Failed(String why) implements Result {}
    }

    /**
     * Blocks, for two minutes at most.
     *
     * @param from {@code file:}, {@code http:} or {@code https:}
     * @param longest bytes; more is a failure
     */
    public Result get(URI from, int longest) {
        try {
            return "file".equals(from.getScheme())
                    ? file(Path.of(from), longest)
                    : http(from, longest);
        } catch (NoSuchFileException e) {
            return new Result.Failed("no such file");
        } catch (IOException e) {
            return new Result.Failed(
                    Optional.ofNullable(e.getMessage())
                            .map(why -> e.getClass().getSimpleName() + ": " + why)
                            .orElse(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Failed("interrupted");
        }
    }

    private static Result file(Path file, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return within(in.readNBytes(longest + 1), longest);
        }
    }

    private Result http(URI from, int longest) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(from)
                        .timeout(WHOLE)
                        .header("User-Agent", "Chevet")
                        .GET()
                        .build();
        HttpResponse<InputStream> response =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                return new Result.Failed("HTTP " + response.statusCode());
            }
            // The request's own limit ends with the headers; a body may trickle for ever.
            TimerTask end = ending(in);
            timer.schedule(end, WHOLE.toMillis());
            try {
                return within(in.readNBytes(longest + 1), longest);
            } finally {
                end.cancel();
            }
        }
    }

    private static TimerTask ending(InputStream in) {
        return new TimerTask() {
            @Override
            public void run() {
                try {
                    in.close();
                } catch (IOException e) {
                    // It is over either way.
                }
            }
        };
    }

    private static Result within(byte[] bytes, int longest) {
        return bytes.length > longest
                ? new Result.Failed("longer than " + longest + " bytes")
                : new Result.Content(bytes);
    }

    @Override
    public void close() {
        timer.cancel();
        client.shutdownNow();
    }
}

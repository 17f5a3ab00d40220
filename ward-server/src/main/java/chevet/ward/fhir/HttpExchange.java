package chevet.ward.fhir;

import chevet.ward.fhir.FhirException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Requests within a time and a length, never redirected: a redirect would carry a token elsewhere.
 * When nothing was asked for some seconds its connections and their buffers are let go, so that
 * nothing of an answer stays in memory. Safe for all threads.
 */
final class HttpExchange implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final Optional<SSLContext> tls;
    private final InstantSource clock;
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("fhir-idle").daemon().factory());
    private @Nullable HttpClient client;
    private int busy;
    private Instant last = Instant.MIN;

    HttpExchange(Optional<SSLContext> tls, InstantSource clock) {
        this.tls = tls;
        this.clock = clock;
    }

    /** What came: the whole body. */
    @SuppressWarnings("ArrayRecordComponent") // On its way to a reader, never compared.
    record Answer(int status, byte[] body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * @throws FhirException where no whole answer came by the deadline
     */
    Answer send(HttpRequest.Builder request, Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            throw new FhirException(Kind.LATE, "");
        }
        HttpClient using = take();
        try {
            CompletableFuture<HttpResponse<byte[]>> sent =
                    using.sendAsync(
                            request.timeout(left).build(),
                            BodyHandlers.limiting(
                                    BodyHandlers.ofByteArray(), FhirSettings.LONGEST));
            try {
                HttpResponse<byte[]> response = sent.get(left.toMillis(), TimeUnit.MILLISECONDS);
                return new Answer(response.statusCode(), response.body());
            } catch (TimeoutException e) {
                sent.cancel(true);
                throw new FhirException(Kind.LATE, "");
            }
        } catch (ExecutionException e) {
            throw told(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FhirException(Kind.LATE, "interrupted");
        } finally {
            release();
        }
    }

    private static FhirException told(@Nullable Throwable cause) {
        // Messages of the causes may name addresses with a patient's number in them.
        return switch (cause) {
            case HttpTimeoutException _ -> new FhirException(Kind.LATE, "");
            case SSLException _ -> new FhirException(Kind.TLS, "");
            case ConnectException _ -> new FhirException(Kind.UNREACHABLE, "");
            case IOException e when e.getMessage() != null && e.getMessage().contains("exceeds") ->
                    new FhirException(Kind.TOO_BIG, "");
            case null, default -> new FhirException(Kind.UNREACHABLE, "the connection broke");
        };
    }

    private synchronized HttpClient take() {
        busy++;
        HttpClient using = client;
        if (using == null) {
            HttpClient.Builder builder =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(CONNECTING);
            tls.ifPresent(builder::sslContext);
            using = builder.build();
            client = using;
        }
        return using;
    }

    private synchronized void release() {
        busy--;
        last = clock.instant();
        if (!sweeper.isShutdown()) {
            sweeper.schedule(this::sweep, IDLE.toMillis() + 100, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sweep() {
        boolean idle = !clock.instant().isBefore(last.plus(IDLE));
        if (busy == 0 && idle && client != null) {
            client.shutdownNow();
            client = null;
        }
    }

    @Override
    public synchronized void close() {
        sweeper.shutdownNow();
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}

package chevet.terminal.fetch;

import chevet.config.pack.Fault;
import chevet.config.pack.ObjectSource;
import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Objects of one server by HTTPS. Nobody is followed elsewhere, whatever the server answers
 * (HP-40).
 */
public final class HttpObjects implements ObjectSource, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Pattern RANGE =
            Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

    private final URI server;
    private final HttpClient client;

    /**
     * @param server its root: {@code https://ward.hospital:8443/}
     * @param tls trusts the house's CA alone
     */
    public HttpObjects(URI server, SSLContext tls) {
        this.server = server;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    @Override
    public Answer from(ObjectRef object, long offset) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(object.path()));
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
        }
        // Not the request's own timeout: it would end a long film's body as well on some Javas.
        CompletableFuture<HttpResponse<InputStream>> asked =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer(asked.get(ANSWER.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException _) {
            return new Answer.Failed(Fault.STALLED);
        } catch (ExecutionException | IOException _) {
            return new Answer.Failed(Fault.UNREACHABLE);
        } finally {
            if (!asked.isDone()) {
                asked.cancel(true);
            }
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        HttpHeaders headers = response.headers();
        int status = response.statusCode();
        Optional<String> tag = headers.firstValue("ETag");
        if (status == 200) {
            return new Answer.Bytes(
                    response.body(), 0, headers.firstValueAsLong("Content-Length"), tag);
        }
        Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (status == 206 && range.matches()) {
            return new Answer.Bytes(
                    response.body(),
                    Long.parseLong(range.group(1)),
                    OptionalLong.of(Long.parseLong(range.group(3))),
                    tag);
        }
        response.body().close();
        return new Answer.Failed(
                switch (status) {
                    case 206, 416 -> Fault.WRONG_RANGE;
                    case 301, 302, 303, 307, 308 -> Fault.REDIRECTED;
                    case 404, 410 -> Fault.MISSING;
                    default -> Fault.REFUSED;
                });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

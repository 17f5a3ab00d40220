package chevet.ward.fhir;

import chevet.ward.fhir.FhirException.Kind;
import chevet.ward.fhir.FhirSettings.Server;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A FHIR R4 server's search (R4, 3.1.1.6, paging 3.1.0.7). Safe for all threads. */
final class ServerResources implements Resources {
    /** How many are asked for on a page, and how many pages are read. */
    private static final int PAGE = 100;

    private static final int MOST_PAGES = 5;

    private final URI base;
    private final Duration patience;
    private final InstantSource clock;
    private final HttpExchange http;
    private final Optional<TokenDesk> tokens;

    ServerResources(Server server, Duration patience, InstantSource clock) {
        this.base = URI.create(server.base().toString().replaceFirst("/+$", "") + "/");
        this.patience = patience;
        this.clock = clock;
        this.http = new HttpExchange(Tls.context(server), clock);
        this.tokens = server.tokens().map(given -> new TokenDesk(given, http, clock));
    }

    @Override
    public Found search(String type, Map<String, String> parameters) {
        Instant deadline = clock.instant().plus(patience);
        String query =
                parameters.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        Optional<URI> next = Optional.of(base.resolve(type + "?" + query + "&_count=" + PAGE));
        List<String> entries = new ArrayList<>();
        boolean complained = false;
        for (int page = 0; page < MOST_PAGES && next.isPresent(); page++) {
            JsonNode bundle = bundle(next.get(), deadline);
            for (JsonNode entry : bundle.path("entry")) {
                JsonNode resource = entry.path("resource");
                if (resource.path("resourceType").asText().equals("OperationOutcome")) {
                    complained = complained || complains(resource);
                } else {
                    entries.add(Json.text(resource));
                }
            }
            next = next(bundle);
        }
        return new Found(entries, next.isPresent(), complained);
    }

    private JsonNode bundle(URI address, Instant deadline) {
        HttpExchange.Answer answer = get(address, deadline);
        if (answer.status() == 401 && tokens.isPresent()) {
            // It may have been taken back before its time: once more with a new one.
            tokens.get().forget();
            answer = get(address, deadline);
        }
        switch (answer.status()) {
            case 200 -> {}
            case 401, 403 -> throw new FhirException(Kind.REFUSED, "status " + answer.status());
            case 429, 503 -> throw new FhirException(Kind.BUSY, "status " + answer.status());
            default -> throw new FhirException(Kind.STATUS, String.valueOf(answer.status()));
        }
        JsonNode tree = Json.tree(answer.body());
        if (!tree.path("resourceType").asText().equals("Bundle")) {
            throw new FhirException(Kind.NOT_FHIR, "no Bundle");
        }
        return tree;
    }

    private HttpExchange.Answer get(URI address, Instant deadline) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/fhir+json; fhirVersion=4.0")
                        .header("Cache-Control", "no-store");
        tokens.ifPresent(desk -> request.header("Authorization", "Bearer " + desk.token(deadline)));
        return http.send(request.GET(), deadline);
    }

    /** The next page, where it is of this server: a token goes nowhere else. */
    private Optional<URI> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                URI address = base.resolve(link.path("url").asText());
                boolean ours =
                        base.getScheme().equals(address.getScheme())
                                && base.getAuthority().equals(address.getAuthority());
                if (!ours) {
                    throw new FhirException(Kind.NOT_FHIR, "a next page on another server");
                }
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private static boolean complains(JsonNode outcome) {
        for (JsonNode issue : outcome.path("issue")) {
            String severity = issue.path("severity").asText();
            if (severity.equals("error") || severity.equals("fatal")) {
                return true;
            }
        }
        return false;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}

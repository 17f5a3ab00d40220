package chevet.ward.fhir;

import chevet.ward.fhir.FhirException.Kind;
import chevet.ward.fhir.FhirSettings.Proof;
import chevet.ward.fhir.FhirSettings.Secret;
import chevet.ward.fhir.FhirSettings.SignedJwt;
import chevet.ward.fhir.FhirSettings.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gets access tokens (OAuth 2.0 client credentials, RFC 6749 4.4; SMART backend services) and keeps
 * each until shortly before its end. Safe for all threads.
 */
final class TokenDesk {
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Tokens tokens;
    private final HttpExchange http;
    private final InstantSource clock;
    private Optional<Token> held = Optional.empty();

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token[" + until + "]";
        }
    }

    TokenDesk(Tokens tokens, HttpExchange http, InstantSource clock) {
        this.tokens = tokens;
        this.http = http;
        this.clock = clock;
    }

    /**
     * @param deadline when it is too late for whoever asks
     * @throws FhirException of kind {@link Kind#NO_TOKEN}, or why the server was not reached
     */
    synchronized String token(Instant deadline) {
        Instant now = clock.instant();
        return held.filter(token -> now.isBefore(token.until()))
                .orElseGet(() -> fetch(now, deadline))
                .value();
    }

    /** It was refused: the next one is fetched anew. */
    synchronized void forget() {
        held = Optional.empty();
    }

    private Token fetch(Instant now, Instant deadline) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (!tokens.scope().isEmpty()) {
            form.put("scope", tokens.scope());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(tokens.url())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json");
        prove(tokens.proof(), form, request, now);
        String body =
                form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        request.POST(HttpRequest.BodyPublishers.ofString(body));
        HttpExchange.Answer answer = http.send(request, deadline);
        if (answer.status() != 200) {
            throw new FhirException(Kind.NO_TOKEN, "status " + answer.status());
        }
        JsonNode given = Json.tree(answer.body());
        String value = given.path("access_token").asText("");
        boolean bearer = given.path("token_type").asText("").equalsIgnoreCase("bearer");
        if (value.isEmpty() || !bearer) {
            throw new FhirException(Kind.NO_TOKEN, "no bearer token in the answer");
        }
        // A server that names no end gives tokens for an unknown time: a minute is safe.
        Duration lasts =
                Duration.ofSeconds(given.path("expires_in").asLong(60 + EARLY.toSeconds()));
        Token token = new Token(value, now.plus(lasts).minus(EARLY));
        held = Optional.of(token);
        return token;
    }

    private void prove(
            Proof proof, Map<String, String> form, HttpRequest.Builder request, Instant now) {
        switch (proof) {
            case Secret secret -> {
                String pair = encoded(tokens.client()) + ":" + encoded(read(secret));
                request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
            case SignedJwt jwt -> {
                form.put(
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
                form.put("client_assertion", Jwt.of(tokens, jwt, now));
            }
        }
    }

    private static String read(Secret secret) {
        try {
            return Files.readString(secret.file()).strip();
        } catch (IOException e) {
            throw new FhirException(Kind.NO_TOKEN, "the client secret's file cannot be read");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

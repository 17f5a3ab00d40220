package chevet.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code [record]}. */
final class FhirSection {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration EVERY = Duration.ofMinutes(5);

    /** An ask is given up after five seconds. */
    private static final Duration LONGEST = Duration.ofMillis(4500);

    private FhirSection() {}

    static Optional<FhirConfig> read(Section root) {
        return root.optionalTable("record").map(FhirSection::table);
    }

    private static FhirConfig table(Section table) {
        FhirConfig config =
                new FhirConfig(
                        table.text("name"),
                        table.source("fhir").orElseGet(() -> nowhere(table)),
                        table.optionalText("patient-system").orElse(""),
                        table.duration("patience", PATIENCE),
                        table.duration("every", EVERY),
                        path(table, "ca"),
                        path(table, "certificate"),
                        path(table, "key"),
                        table.optionalTable("token").map(FhirSection::tokens));
        boolean folder = "file".equals(config.where().getScheme());
        boolean secured =
                config.ca().isPresent()
                        || config.certificate().isPresent()
                        || config.tokens().isPresent();
        if (folder && secured) {
            table.fault("fhir", "folder-needs-no-key");
        }
        if (!folder && secured && !"https".equals(config.where().getScheme())) {
            table.fault("fhir", "needs-https");
        }
        if (config.certificate().isPresent() != config.key().isPresent()) {
            table.fault("certificate", "certificate-and-key");
        }
        if (config.patience().compareTo(LONGEST) > 0 || config.patience().isZero()) {
            table.fault("patience", "bad-patience");
        }
        if (config.every().compareTo(Duration.ofSeconds(30)) < 0) {
            table.fault("every", "too-often-record");
        }
        table.end();
        return config;
    }

    private static FhirConfig.Tokens tokens(Section table) {
        FhirConfig.Tokens tokens =
                new FhirConfig.Tokens(
                        table.source("url").orElseGet(() -> nowhere(table, "url")),
                        table.text("client"),
                        table.optionalText("scope").orElse("system/*.read"),
                        path(table, "secret"),
                        path(table, "key"),
                        table.optionalText("key-id").orElse(""));
        if (tokens.secret().isPresent() == tokens.key().isPresent()) {
            table.fault("client", "secret-or-key");
        }
        if (tokens.key().isPresent() && tokens.keyId().isEmpty()) {
            table.fault("key-id", "missing");
        }
        if (!"https".equals(tokens.url().getScheme())) {
            table.fault("url", "needs-https");
        }
        table.end();
        return tokens;
    }

    private static Optional<Path> path(Section table, String key) {
        return table.has(key) ? Optional.of(table.path(key)) : Optional.empty();
    }

    private static URI nowhere(Section table) {
        return nowhere(table, "fhir");
    }

    private static URI nowhere(Section table, String key) {
        if (!table.has(key)) {
            table.fault(key, "missing");
        }
        return URI.create("https://x/");
    }
}

package chevet.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a ward server reads the patients' records.
 *
 * @param name of the record, as staff see it beside what it says
 * @param where a folder of FHIR R4 resources ({@code file:}), or the base address of a server
 * @param patientSystem identifier system of the patients' numbers; empty: any
 * @param patience how long a section may take
 * @param every how often allergies and diets of those who lie here are read
 * @param ca PEM file with the authorities of the server's certificate; empty: the system's
 * @param certificate PEM file that we show; with {@code key}
 * @param key PEM file, PKCS #8
 * @param tokens where tokens come from
 */
public record FhirConfig(
        String name,
        URI where,
        String patientSystem,
        Duration patience,
        Duration every,
        Optional<Path> ca,
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<Tokens> tokens) {
    /**
     * OAuth 2.0 client credentials, with a secret or a signed JWT (SMART backend services).
     *
     * @param secret file that holds it; empty where {@code key} signs
     * @param key PEM file, PKCS #8; empty where {@code secret} is given
     * @param keyId under which the authorization server knows the key
     */
    public record Tokens(
            URI url,
            String client,
            String scope,
            Optional<Path> secret,
            Optional<Path> key,
            String keyId) {}
}

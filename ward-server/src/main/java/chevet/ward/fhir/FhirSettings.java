package chevet.ward.fhir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where the record is and how it is opened.
 *
 * @param name of the source, as it is shown beside what it said
 * @param where server or folder
 * @param patientSystem identifier system of the numbers by which patients are asked for, where a
 *     number does not name its own; empty to ask by the number alone
 * @param patience how long one section may take, retries included
 * @param zone in which a time without one is meant
 */
public record FhirSettings(
        String name, Where where, String patientSystem, Duration patience, ZoneId zone) {
    /** In bytes, of one answer. */
    public static final int LONGEST = 4 << 20;

    /** A server or a folder. */
    public sealed interface Where {}

    /** Every {@code .json} of it: a resource, or a bundle of them. */
    public record Folder(Path path) implements Where {}

    /**
     * @param base of the FHIR server, {@code https://record.example/fhir}
     * @param ca PEM file with the authorities that its certificate descends from; empty for the
     *     system's
     * @param certificate for mutual TLS
     */
    public record Server(
            URI base, Optional<Path> ca, Optional<Certificate> certificate, Optional<Tokens> tokens)
            implements Where {}

    /** PEM files: our certificate chain, and its key (PKCS #8). */
    public record Certificate(Path chain, Path key) {}

    /**
     * OAuth 2.0 client credentials.
     *
     * @param url of the authorization server's token endpoint
     * @param scope {@code system/*.read}
     */
    public record Tokens(URI url, String client, String scope, Proof proof) {}

    /** How we prove to be that client. */
    public sealed interface Proof {}

    /** A shared secret in a file (RFC 6749, 2.3.1). */
    public record Secret(Path file) implements Proof {}

    /**
     * A signed JWT (SMART backend services; RFC 7523): EC P-384 signs ES384, RSA signs RS384.
     *
     * @param key PEM file, PKCS #8
     * @param keyId {@code kid} under which the server knows the public key
     */
    public record SignedJwt(Path key, String keyId) implements Proof {}
}

package chevet.ward.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chevet.model.place.TerminalId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");
    @TempDir Path directory;

    private CertificateAuthority at(Instant now) {
        return CertificateAuthority.in(directory.resolve("ca"), InstantSource.fixed(now));
    }

    @Test
    void theSecondStartFindsTheSameAuthorityAndServer() {
        CertificateAuthority first = at(NOW);
        X509Certificate server = first.server(List.of("ward.example", "10.1.2.3")).certificate();
        CertificateAuthority second = at(NOW.plus(1, ChronoUnit.DAYS));
        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.server(List.of("ward.example", "10.1.2.3")).certificate())
                .isEqualTo(server);
    }

    @Test
    void theServersCertificateNamesItsHosts() throws Exception {
        X509Certificate server = at(NOW).server(List.of("ward.example", "10.1.2.3")).certificate();
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "ward.example", "10.1.2.3");
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void aNewHostNameGivesANewServerCertificate() {
        X509Certificate server = at(NOW).server(List.of()).certificate();
        assertThat(at(NOW).server(List.of("new.example")).certificate()).isNotEqualTo(server);
    }

    @Test
    void theServersCertificateIsRenewedBeforeItEnds() {
        X509Certificate server = at(NOW).server(List.of()).certificate();
        X509Certificate later = at(NOW.plus(380, ChronoUnit.DAYS)).server(List.of()).certificate();
        assertThat(later.getNotAfter()).isAfter(server.getNotAfter());
    }

    @Test
    void aTerminalsCertificateBearsItsIdAndIsSignedByTheAuthority() {
        CertificateAuthority ca = at(NOW);
        Identity terminal = ca.terminal(new TerminalId("t-214-F"));
        assertThat(terminal.certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=t-214-F");
        assertThatCode(() -> terminal.certificate().verify(ca.certificate().getPublicKey()))
                .doesNotThrowAnyException();
        assertThat(terminal.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void pemComesBackAsItWas() {
        Identity terminal = at(NOW).terminal(new TerminalId("t-1"));
        assertThat(Pem.certificate(terminal.certificatePem())).isEqualTo(terminal.certificate());
        assertThat(Pem.key(terminal.keyPem())).isEqualTo(terminal.key());
    }

    @Test
    void onlyTheOwnerReadsItsFiles() throws IOException {
        at(NOW).server(List.of());
        try (Stream<Path> files = Files.list(directory.resolve("ca"))) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void anotherAuthoritysServerCertificateIsNotUsed() throws IOException {
        at(NOW).server(List.of());
        Files.delete(directory.resolve("ca/ca.pem"));
        Files.delete(directory.resolve("ca/ca-key.pem"));
        CertificateAuthority other = at(NOW);
        X509Certificate server = other.server(List.of()).certificate();
        assertThatCode(() -> server.verify(other.certificate().getPublicKey()))
                .doesNotThrowAnyException();
    }
}

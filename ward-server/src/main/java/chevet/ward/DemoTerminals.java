package chevet.ward;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.TerminalConfig;
import chevet.config.WardConfig;
import chevet.model.text.Language;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.Pem;
import chevet.ward.pki.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What each terminal of the demo ward has on its own disk: a configuration and a certificate. */
final class DemoTerminals {
    /** IT's way out of a demo terminal. */
    static final String EXIT_CODE = "2468";

    /** Of that code, which is no secret: to make a new one takes long, on purpose. */
    private static final String EXIT_CODE_HASH =
            "pbkdf2-sha256:600000:3db2df2a8e2b2411413a01c3ee08b192:"
                    + "5cf52ca0e45f96e760298cfcea843816e8f6bcd9afb60fb862630e7a0e9c9761";

    private final Path directory;
    private final CertificateAuthority authority;

    /**
     * @param directory of the demo; the terminals' folders lie in {@link #folder}
     */
    DemoTerminals(Path directory, CertificateAuthority authority) {
        this.directory = folder(directory);
        this.authority = authority;
    }

    /** Where the terminals' folders lie, each by its name. */
    static Path folder(Path demo) {
        return demo.resolve("terminals");
    }

    /** Makes the files of every bed's terminal that has none of this authority. */
    void make(WardConfig config) {
        config.wards().forEach(ward -> ward.beds().forEach(bed -> make(config, ward, bed)));
    }

    /** Makes the terminal's files where they are not there, or not of this authority. */
    private void make(WardConfig config, WardConfig.Ward ward, WardConfig.Bed bed) {
        Path own = directory.resolve(bed.terminal().value());
        Path file = own.resolve("terminal.toml");
        TerminalConfig terminal =
                new TerminalConfig(
                        bed.terminal(),
                        config.site(),
                        ward.id(),
                        bed.bed(),
                        config.zone(),
                        new TerminalConfig.Server(
                                "localhost", config.mqtt().port(), config.https().port()),
                        new TerminalConfig.Tls(
                                own.resolve("ca.pem"),
                                own.resolve("terminal.pem"),
                                own.resolve("terminal-key.pem")),
                        own.resolve("data"),
                        own.resolve("keys"),
                        Language.FR,
                        Duration.ofMinutes(3),
                        Optional.of(EXIT_CODE_HASH),
                        new TerminalConfig.Tv(Optional.of("lo"), TerminalConfig.Tv.WARM),
                        TerminalConfig.CONTENT_GIB);
        String ca = Pem.of(authority.certificate());
        try {
            boolean known =
                    Files.exists(file)
                            && Files.exists(terminal.tls().ca())
                            && Files.readString(terminal.tls().ca()).equals(ca)
                            && ConfigFile.terminal(file).equals(new Reading.Good<>(terminal));
            if (known) {
                return;
            }
            SecretFile.directory(own);
            Identity identity = authority.terminal(bed.terminal());
            write(terminal.tls().key(), identity.keyPem());
            write(terminal.tls().certificate(), identity.certificatePem());
            write(terminal.tls().ca(), ca);
            // Last: where it is there, the rest is.
            write(file, terminal.toToml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        SecretFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}

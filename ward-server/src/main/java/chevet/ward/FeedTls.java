package chevet.ward;

import chevet.config.Hl7Config;
import chevet.config.WardConfig;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The TLS of the hospital's feed: our own certificate, and whom a sender has to be known by. */
final class FeedTls {
    private FeedTls() {}

    /** Empty where the feed is configured without TLS. */
    static Optional<SSLContext> of(WardConfig config, CertificateAuthority authority) {
        return config.hl7().filter(Hl7Config::tls).map(hl7 -> context(hl7, config, authority));
    }

    private static SSLContext context(
            Hl7Config hl7, WardConfig config, CertificateAuthority authority) {
        Identity identity = authority.server(config.hosts());
        if (hl7.clientCa().isEmpty()) {
            return KeyStores.context(identity, authority.certificate());
        }
        try {
            return KeyStores.context(
                    identity,
                    authority.certificate(),
                    List.of(Pem.certificate(Files.readString(hl7.clientCa().get()))));
        } catch (IOException e) {
            throw new UncheckedIOException("hl7.client-ca cannot be read", e);
        }
    }
}

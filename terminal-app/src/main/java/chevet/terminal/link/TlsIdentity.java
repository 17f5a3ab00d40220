package chevet.terminal.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chevet.config.TerminalConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The terminal's TLS identity out of PEM files: trust in one CA, its own certificate chain and its
 * PKCS #8 key. Made once for the terminal's life, so that TLS sessions are resumed over reconnects.
 */
public final class TlsIdentity {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private TlsIdentity() {}

    /**
     * @throws IOException when a file cannot be read, or is not what it should be; names the file
     */
    public static SSLContext context(TerminalConfig.Tls files) throws IOException {
        Certificate[] chain = certificates(files.certificate()).toArray(Certificate[]::new);
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            PrivateKey key = key(files.key(), chain[0].getPublicKey().getAlgorithm());
            own.setKeyEntry("terminal", key, new char[0], chain);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, new char[0]);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate ca : certificates(files.ca())) {
                trusted.setCertificateEntry("ca-" + trusted.size(), ca);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS identity of " + files.certificate(), e);
        }
    }

    /**
     * Who signs for this terminal.
     *
     * @throws IOException when a file cannot be read, or is not what it should be; names the file
     */
    public static Witness witness(TerminalConfig config) throws IOException {
        TerminalConfig.Tls files = config.tls();
        X509Certificate own = (X509Certificate) certificates(files.certificate()).iterator().next();
        PrivateKey key = key(files.key(), own.getPublicKey().getAlgorithm());
        return new Witness(config.terminal(), config.bed(), own, key);
    }

    /**
     * Whom this terminal trusts, as signers.
     *
     * @throws IOException when a file cannot be read, or is not what it should be; names the file
     */
    static WardSeal seal(TerminalConfig.Tls files) throws IOException {
        return new WardSeal(
                certificates(files.ca()).stream()
                        .<PublicKey>map(Certificate::getPublicKey)
                        .toList());
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(Files.readAllBytes(file)));
            if (found.isEmpty()) {
                throw new IOException("no certificate in " + file);
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate in " + file, e);
        }
    }

    private static PrivateKey key(Path file, String algorithm) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file, US_ASCII));
        if (!pem.find()) {
            throw new IOException("no PKCS #8 key in " + file);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IOException("no " + algorithm + " key in " + file, e);
        }
    }
}

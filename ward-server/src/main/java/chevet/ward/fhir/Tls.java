package chevet.ward.fhir;

import chevet.ward.fhir.FhirException.Kind;
import chevet.ward.fhir.FhirSettings.Certificate;
import chevet.ward.fhir.FhirSettings.Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom we trust and as whom we come, out of PEM files. */
final class Tls {
    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    private Tls() {}

    /**
     * Empty where the system's own trust will do and no certificate is shown.
     *
     * @throws FhirException where a file is not what it should be
     */
    static Optional<SSLContext> context(Server server) {
        if (server.ca().isEmpty() && server.certificate().isEmpty()) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager[] trust = server.ca().isPresent() ? trust(server.ca().get()) : null;
            KeyManager[] keys =
                    server.certificate().isPresent() ? keys(server.certificate().get()) : null;
            context.init(keys, trust, null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new FhirException(Kind.TLS, "certificate, key or authority cannot be read");
        }
    }

    private static TrustManager[] trust(Path ca) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        int number = 0;
        for (java.security.cert.Certificate each : certificates(ca)) {
            store.setCertificateEntry("ca-" + number++, each);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(Certificate own) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry(
                "own",
                key(own.key()),
                IN_MEMORY,
                certificates(own.chain()).toArray(java.security.cert.Certificate[]::new));
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    /** An EC or RSA key. */
    static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").strip();
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        }
    }

    private static Collection<? extends java.security.cert.Certificate> certificates(Path pem)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends java.security.cert.Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            return all;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

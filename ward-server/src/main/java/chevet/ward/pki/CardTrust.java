package chevet.ward.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which cards' certificates are believed: those that descend from the hospital's authority (RFC
 * 5280, section 6) and hold a key on P-256. Revocation is the staff directory's. Safe for all
 * threads.
 */
public final class CardTrust {
    /** Clocks of the authority and of this server may differ by that much. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** No card's certificate is longer, in bytes. */
    private static final int LONGEST = 8192;

    private static final int P256_BITS = 256;

    private final List<X509Certificate> all;
    private final Set<TrustAnchor> anchors;

    private CardTrust(List<X509Certificate> all) {
        this.all = all;
        this.anchors = anchors(all);
    }

    /** What became of a certificate. */
    public enum Verdict {
        TRUSTED,
        /** Not of the hospital's authority, or not for signing on P-256. */
        UNKNOWN,
        /** Not valid yet, or no longer. */
        NOT_NOW
    }

    /**
     * Trusts what descends from the certificates of this file (PEM).
     *
     * @throws PkiException when there is none in it
     */
    public static CardTrust in(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> all =
                    factory().generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (all.isEmpty()) {
                throw new PkiException("no certificate in " + file.getFileName(), null);
            }
            return new CardTrust(all);
        } catch (CertificateException e) {
            throw new PkiException("no certificate in " + file.getFileName(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificate that these bytes (DER) are; empty where they are none. */
    public static Optional<X509Certificate> certificate(byte[] der) {
        if (der.length == 0 || der.length > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            Certificate read = factory().generateCertificate(in);
            return in.available() == 0 ? Optional.of((X509Certificate) read) : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /**
     * The key on P-256 that these bytes are: a SubjectPublicKeyInfo, or a certificate with one.
     * Empty where they are neither.
     */
    public static Optional<PublicKey> key(byte[] der) {
        Optional<PublicKey> read = certificate(der).map(Certificate::getPublicKey);
        if (read.isEmpty() && der.length > 0 && der.length <= LONGEST) {
            try {
                read =
                        Optional.of(
                                KeyFactory.getInstance("EC")
                                        .generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        }
        return read.filter(CardTrust::onP256);
    }

    /** Whether the certificate is believed at this moment. */
    public Verdict judge(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant through = certificate.getNotAfter().toInstant();
        if (now.plus(SKEW).isBefore(from) || now.minus(SKEW).isAfter(through)) {
            return Verdict.NOT_NOW;
        }
        boolean[] usage = certificate.getKeyUsage();
        boolean signs = usage == null || usage[0];
        if (!signs || certificate.getBasicConstraints() >= 0) {
            return Verdict.UNKNOWN;
        }
        Instant at = now.isBefore(from) ? from : now.isAfter(through) ? through : now;
        return onP256(certificate.getPublicKey()) && descends(certificate, at)
                ? Verdict.TRUSTED
                : Verdict.UNKNOWN;
    }

    private boolean descends(X509Certificate certificate, Instant at) {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(certificate);
        try {
            PKIXBuilderParameters how = new PKIXBuilderParameters(anchors, wanted);
            how.setRevocationEnabled(false);
            how.setDate(Date.from(at));
            Collection<X509Certificate> known = new HashSet<>(all);
            known.add(certificate);
            how.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            CertPathBuilder.getInstance("PKIX").build(how);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * The authorities at the top; where the file holds only those in between, they are believed.
     */
    private static Set<TrustAnchor> anchors(List<X509Certificate> all) {
        List<X509Certificate> roots =
                all.stream()
                        .filter(
                                each ->
                                        each.getSubjectX500Principal()
                                                .equals(each.getIssuerX500Principal()))
                        .toList();
        Set<TrustAnchor> anchors = new HashSet<>();
        (roots.isEmpty() ? all : roots).forEach(each -> anchors.add(new TrustAnchor(each, null)));
        return anchors;
    }

    private static boolean onP256(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS;
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every JDK reads X.509", e);
        }
    }
}

package com.hivemq.security.ssl;

import com.hivemq.security.auth.SslClientCertificate;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * A terminal's certificates, its own first. The broker casts the array to one of X.509
 * certificates, which the JDK's TLS gives and BoringSSL's does not; without this class it would
 * know nobody's (docs/decisions/0012). It asks for no part of a name: the gate reads the
 * certificate.
 */
public class SslClientCertificateImpl implements SslClientCertificate {
    private final X509Certificate[] certificates;

    /**
     * @throws ArrayStoreException when one is not of X.509: the connection ends
     */
    public SslClientCertificateImpl(Certificate[] certificates) {
        this.certificates =
                Arrays.copyOf(certificates, certificates.length, X509Certificate[].class);
    }

    @Override
    public Certificate certificate() {
        return certificates[0];
    }

    @Override
    public Certificate[] certificateChain() {
        return certificates.clone();
    }

    @Override
    public String commonName() {
        throw unasked();
    }

    @Override
    public String organization() {
        throw unasked();
    }

    @Override
    public String organizationalUnit() {
        throw unasked();
    }

    @Override
    public String title() {
        throw unasked();
    }

    @Override
    public String serial() {
        throw unasked();
    }

    @Override
    public String country() {
        throw unasked();
    }

    @Override
    public String locality() {
        throw unasked();
    }

    @Override
    public String state() {
        throw unasked();
    }

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("a part of a certificate's name");
    }
}

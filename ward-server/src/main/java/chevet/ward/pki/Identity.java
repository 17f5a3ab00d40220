package chevet.ward.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the private key that belongs to it. */
public record Identity(X509Certificate certificate, PrivateKey key) {
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** PKCS #8, not encrypted: for a file that only its owner reads. */
    public String keyPem() {
        return Pem.of(key);
    }

    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}

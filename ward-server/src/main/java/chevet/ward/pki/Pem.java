package chevet.ward.pki;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Certificates and EC private keys as text (RFC 7468). */
public final class Pem {
    private static final String KEY = "PRIVATE KEY";

    private Pem() {}

    public static String of(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that cannot be written", e);
        }
    }

    /** PKCS #8, not encrypted. */
    public static String of(PrivateKey key) {
        return block(KEY, key.getEncoded());
    }

    /**
     * Reads the first certificate of the text.
     *
     * @throws PkiException when there is none
     */
    public static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(
                                            pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new PkiException("not a certificate in PEM", e);
        }
    }

    /**
     * Reads an EC private key.
     *
     * @throws PkiException when it is none
     */
    public static PrivateKey key(String pem) {
        String body =
                pem.replace("-----BEGIN " + KEY + "-----", "")
                        .replace("-----END " + KEY + "-----", "")
                        .strip();
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause could quote the key.
            throw new PkiException("not an EC private key in PEM (PKCS #8)", null);
        }
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }
}

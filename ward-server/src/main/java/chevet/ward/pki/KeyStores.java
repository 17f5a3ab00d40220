package chevet.ward.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Identities and trust in the forms that TLS libraries want. */
public final class KeyStores {
    private KeyStores() {}

    /** A PKCS #12 store with that identity and the certificate of its issuer. */
    public static KeyStore identity(Identity identity, X509Certificate issuer, char[] password) {
        try {
            return with(identity, issuer, empty("PKCS12"), password);
        } catch (GeneralSecurityException e) {
            throw new PkiException("no key store can be made", e);
        }
    }

    private static KeyStore with(
            Identity identity, X509Certificate issuer, KeyStore store, char[] password)
            throws GeneralSecurityException {
        store.setKeyEntry(
                "own",
                identity.key(),
                password,
                new Certificate[] {identity.certificate(), issuer});
        return store;
    }

    /** A PKCS #12 store that trusts that issuer only. */
    public static KeyStore trust(X509Certificate issuer) {
        try {
            KeyStore store = empty("PKCS12");
            store.setCertificateEntry("ca", issuer);
            return store;
        } catch (GeneralSecurityException e) {
            throw new PkiException("no trust store can be made", e);
        }
    }

    public static KeyManagerFactory keyManagers(Identity identity, X509Certificate issuer) {
        try {
            char[] password = "in memory only".toCharArray();
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            // It never leaves the memory: PKCS #12 would spend its time on a password that is none.
            factory.init(with(identity, issuer, empty("JKS"), password), password);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new PkiException("no key manager can be made", e);
        }
    }

    public static TrustManagerFactory trustManagers(X509Certificate issuer) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trust(issuer));
            return factory;
        } catch (GeneralSecurityException e) {
            throw new PkiException("no trust manager can be made", e);
        }
    }

    /** A context for either end of a connection whose both ends know that issuer. */
    public static SSLContext context(Identity identity, X509Certificate issuer) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keyManagers(identity, issuer).getKeyManagers(),
                    trustManagers(issuer).getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PkiException("no TLS context can be made", e);
        }
    }

    /**
     * A context for a server whose clients show certificates of others.
     *
     * @param clients those who issue the clients' certificates
     */
    public static SSLContext context(
            Identity identity, X509Certificate issuer, List<X509Certificate> clients) {
        try {
            KeyStore trusted = empty("PKCS12");
            for (X509Certificate client : clients) {
                trusted.setCertificateEntry("ca-" + trusted.size(), client);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keyManagers(identity, issuer).getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new PkiException("no TLS context can be made", e);
        }
    }

    private static KeyStore empty(String type) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store;
    }
}

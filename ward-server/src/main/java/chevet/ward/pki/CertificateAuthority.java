package chevet.ward.pki;

import chevet.model.place.TerminalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The ward's own certificate authority: EC P-256, X.509 (RFC 5280). Made at first use; its key
 * never leaves its directory. One process at a time.
 */
public final class CertificateAuthority {
    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final Duration TERMINAL_LIFE = Duration.ofDays(1095);

    /** A server certificate with less than this to live is issued anew. */
    private static final Duration RENEWAL = Duration.ofDays(30);

    /** Clocks of terminals may be slow. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final Path directory;
    private final InstantSource clock;
    private final Identity root;
    private final SecureRandom random = new SecureRandom();

    private CertificateAuthority(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
        this.root = open();
    }

    /**
     * The authority in this directory; makes it (and the directory) when there is none.
     *
     * @throws PkiException when what is there cannot be read
     */
    public static CertificateAuthority in(Path directory, InstantSource clock) {
        SecretFile.directory(directory);
        return new CertificateAuthority(directory, clock);
    }

    /** Whom terminals and browsers trust. */
    public X509Certificate certificate() {
        return root.certificate();
    }

    /**
     * The server's identity, kept in the directory: the same at each start until the names change
     * or it has less than 30 days to live.
     *
     * @param hosts names and addresses beside {@code localhost} and {@code 127.0.0.1}
     */
    public Identity server(Collection<String> hosts) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        names.addAll(hosts);
        Path certificate = directory.resolve("server.pem");
        Path key = directory.resolve("server-key.pem");
        if (Files.exists(certificate) && Files.exists(key)) {
            Identity kept = read(certificate, key);
            if (fits(kept.certificate(), names)) {
                return kept;
            }
        }
        Identity issued = issue("chevet ward server", SERVER_LIFE, names);
        keep(issued, certificate, key);
        return issued;
    }

    /** A new identity for a terminal; nothing of it is kept here. */
    public Identity terminal(TerminalId terminal) {
        return issue(terminal.value(), TERMINAL_LIFE, Set.of());
    }

    /** A new identity for whoever is called so; nothing of it is kept here. */
    public Identity holder(String commonName) {
        return issue(commonName, TERMINAL_LIFE, Set.of());
    }

    /**
     * Signs what terminals have to believe of this server: ECDSA with SHA-256, in DER.
     *
     * @param text begins with a word of its own, so that it is never taken for anything else
     */
    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(root.key());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new PkiException("the authority's key signs nothing", e);
        }
    }

    private Identity open() {
        Path certificate = directory.resolve("ca.pem");
        Path key = directory.resolve("ca-key.pem");
        if (Files.exists(key) && Files.exists(certificate)) {
            return read(certificate, key);
        }
        KeyPair pair = newPair();
        X500Name name = named("Chevet ward CA " + Long.toHexString(random.nextLong()));
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        serial(),
                        Date.from(now.minus(BACKDATED)),
                        Date.from(now.plus(ROOT_LIFE)),
                        name,
                        pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException("the CA's certificate cannot be made", e);
        }
        Identity made = new Identity(sign(builder, pair), pair.getPrivate());
        keep(made, certificate, key);
        return made;
    }

    private Identity issue(String commonName, Duration life, Set<String> hosts) {
        KeyPair pair = newPair();
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        root.certificate(),
                        serial(),
                        Date.from(now.minus(BACKDATED)),
                        Date.from(now.plus(life)),
                        named(commonName),
                        pair.getPublic());
        try {
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(
                            hosts.isEmpty()
                                    ? KeyPurposeId.id_kp_clientAuth
                                    : KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(root.certificate()));
            if (!hosts.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                hosts.stream()
                                        .map(
                                                host ->
                                                        new GeneralName(
                                                                ADDRESS.matcher(host).matches()
                                                                        ? GeneralName.iPAddress
                                                                        : GeneralName.dNSName,
                                                                host))
                                        .toArray(GeneralName[]::new)));
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new PkiException("no certificate can be made for " + commonName, e);
        }
        return new Identity(
                sign(builder, new KeyPair(root.certificate().getPublicKey(), root.key())),
                pair.getPrivate());
    }

    private boolean fits(X509Certificate certificate, Set<String> names) {
        try {
            certificate.verify(root.certificate().getPublicKey());
            List<String> has = new ArrayList<>();
            for (List<?> name : certificate.getSubjectAlternativeNames()) {
                has.add(String.valueOf(name.get(1)));
            }
            return has.containsAll(written(names))
                    && clock.instant()
                            .plus(RENEWAL)
                            .isBefore(certificate.getNotAfter().toInstant());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Addresses as the JDK writes those of a certificate. */
    private static List<String> written(Set<String> names) {
        List<String> written = new ArrayList<>();
        for (String name : names) {
            try {
                written.add(
                        ADDRESS.matcher(name).matches()
                                ? InetAddress.getByName(name).getHostAddress()
                                : name);
            } catch (IOException e) {
                throw new PkiException("not an address: " + name, e);
            }
        }
        return written;
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair with) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(with.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new PkiException("a certificate cannot be signed", e);
        }
    }

    private static X500Name named(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
    }

    private BigInteger serial() {
        // RFC 5280 4.1.2.2: positive, at most 20 octets.
        return new BigInteger(127, random).add(BigInteger.ONE);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static Identity read(Path certificate, Path key) {
        try {
            return new Identity(
                    Pem.certificate(Files.readString(certificate)), Pem.key(Files.readString(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Identity identity, Path certificate, Path key) {
        // The key goes first: a certificate alone would look like an authority without a key.
        SecretFile.write(key, identity.keyPem().getBytes(StandardCharsets.US_ASCII));
        SecretFile.write(
                certificate, identity.certificatePem().getBytes(StandardCharsets.US_ASCII));
    }
}

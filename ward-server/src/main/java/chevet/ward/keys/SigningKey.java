package chevet.ward.keys;

import chevet.ward.pki.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 key (RFC 8032) of this server, in a directory that only its own user can read; made at
 * first use. Safe for all threads.
 */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** The key in this directory; makes it, and the directory, where there is none. */
    public static SigningKey in(Path directory) {
        SecretFile.directory(directory);
        Path secret = directory.resolve("signing-key");
        Path open = directory.resolve("signing-key.pub");
        try {
            if (!Files.exists(secret) || !Files.exists(open)) {
                KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                // The open half first: a secret without it would be made anew and lost.
                write(open, made.getPublic().getEncoded());
                write(secret, made.getPrivate().getEncoded());
            }
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(read(secret))),
                    keys.generatePublic(new X509EncodedKeySpec(read(open))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be read", e);
        }
    }

    /** 64 bytes. */
    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Whether this key signed that text. */
    public boolean signed(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Its open half, a SubjectPublicKeyInfo (RFC 8410). */
    public byte[] open() {
        return open.getEncoded();
    }

    private static void write(Path file, byte[] key) {
        SecretFile.write(
                file, Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] read(Path file) {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

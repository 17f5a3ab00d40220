package chevet.terminal.virtualcard;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;

/**
 * What a card is made of: a folder with {@code 9a.pem}, {@code 9a-key.pem}, {@code 9e.pem}, {@code
 * 9e-key.pem} (X.509 and PKCS #8, EC P-256) and {@code card.properties}, whose {@code pin} has 4 to
 * 8 digits.
 *
 * @param authentication of slot 9A
 * @param presence of slot 9E
 * @param pin padded as a card takes it
 */
@SuppressWarnings("ArrayRecordComponent") // What a card holds, never compared.
record CardFiles(Slot authentication, Slot presence, byte[] pin) {
    private static final int PIN = 8;

    /** A certificate, DER, and its key. */
    @SuppressWarnings("ArrayRecordComponent") // What a card holds, never compared.
    record Slot(byte[] certificate, PrivateKey key) {
        @Override
        public String toString() {
            return "Slot";
        }
    }

    /**
     * @throws IOException naming the file that is missing or wrong
     */
    static CardFiles read(Path folder) throws IOException {
        return new CardFiles(
                slot(folder, "9a"), slot(folder, "9e"), pin(folder.resolve("card.properties")));
    }

    private static Slot slot(Path folder, String name) throws IOException {
        Path key = folder.resolve(name + "-key.pem");
        try {
            return new Slot(
                    pem(folder.resolve(name + ".pem")),
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(pem(key))));
        } catch (GeneralSecurityException e) {
            throw new IOException(key + " is no EC key", e);
        }
    }

    private static byte[] pem(Path file) throws IOException {
        String base64 = Files.readString(file).replaceAll("-----[^-]+-----|\\s", "");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no PEM file", e);
        }
    }

    private static byte[] pin(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        String digits = properties.getProperty("pin", "");
        if (!digits.matches("[0-9]{4,8}")) {
            throw new IOException(file + ": pin is not 4 to 8 digits");
        }
        byte[] pin = new byte[PIN];
        java.util.Arrays.fill(pin, (byte) 0xFF);
        byte[] typed = digits.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(typed, 0, pin, 0, typed.length);
        return pin;
    }

    @Override
    public String toString() {
        return "CardFiles";
    }
}

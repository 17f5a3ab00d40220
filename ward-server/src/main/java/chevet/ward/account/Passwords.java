package chevet.ward.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane (OWASP, Password Storage). Two at a time: a flood of
 * logins must not take the memory that the ward's meals need. Safe for all threads.
 */
final class Passwords {
    /**
     * Shorter ones are refused (NIST SP 800-63B, 5.1.1.2, for a single factor: we ask for more).
     */
    static final int SHORTEST = 12;

    static final int LONGEST = 200;

    /** No letter or digit that is read for another when it is written on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;

    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(?<kib>\\d{1,7}),t=(?<passes>\\d{1,3}),p=(?<lanes>\\d{1,2})"
                            + "\\$(?<salt>[A-Za-z0-9+/]{22,86})\\$(?<hash>[A-Za-z0-9+/]{22,86})");

    private final int kib;
    private final int passes;
    private final Semaphore atOnce = new Semaphore(2);
    private final SecureRandom random = new SecureRandom();

    /**
     * What a password is held against where there is no account, so that the answer takes as long:
     * the hash of nothing that anybody knows, and so made without the work of hashing.
     */
    private final String nobody;

    Passwords() {
        this(KIB, PASSES);
    }

    /** With work of that size: a test that is about something else does not wait for it. */
    Passwords(int kib, int passes) {
        this.kib = kib;
        this.passes = passes;
        this.nobody = phc(random(16), random(BYTES));
    }

    /** The hash in its PHC string form, salt and parameters included. */
    String hash(String password) {
        byte[] salt = random(16);
        return phc(salt, limited(() -> argon2id(password, salt, kib, passes, LANES, BYTES)));
    }

    /** False for what is no hash of ours, too. */
    boolean matches(String password, String hash) {
        Matcher kept = PHC.matcher(hash);
        if (!kept.matches()) {
            return false;
        }
        // A password of megabytes is work for nothing, and never ours.
        String bounded = password.length() > LONGEST ? "" : password;
        Base64.Decoder decoder = Base64.getDecoder();
        byte[] salt = decoder.decode(kept.group("salt"));
        byte[] wanted = decoder.decode(kept.group("hash"));
        byte[] given =
                limited(
                        () ->
                                argon2id(
                                        bounded,
                                        salt,
                                        Integer.parseInt(kept.group("kib")),
                                        Integer.parseInt(kept.group("passes")),
                                        Integer.parseInt(kept.group("lanes")),
                                        wanted.length));
        return MessageDigest.isEqual(given, wanted);
    }

    /** Its memory is a login's alone, and free again after it. */
    private static byte[] argon2id(
            String password, byte[] salt, int kib, int passes, int lanes, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(kib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private String phc(byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        Argon2Parameters.ARGON2_VERSION_13,
                        kib,
                        passes,
                        LANES,
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    /** Does the work of {@link #matches} for nobody. */
    void pretend(String password) {
        matches(password, nobody);
    }

    private byte[] random(int bytes) {
        byte[] all = new byte[bytes];
        random.nextBytes(all);
        return all;
    }

    /** A password to hand over once: four groups of four, 79 bits. */
    String generated() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private <T> T limited(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}

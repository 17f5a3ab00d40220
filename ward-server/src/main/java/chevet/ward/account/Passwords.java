package chevet.ward.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;

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

    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final Semaphore atOnce = new Semaphore(2);
    private final SecureRandom random = new SecureRandom();

    /**
     * What a password is held against where there is no account, so that the answer takes as long:
     * the hash of nothing that anybody knows, and so made without the work of hashing.
     */
    private final String nobody =
            "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(
                            ARGON2ID.getVersion(),
                            ARGON2ID.getMemory(),
                            ARGON2ID.getIterations(),
                            ARGON2ID.getParallelism(),
                            random(16),
                            random(ARGON2ID.getOutputLength()));

    /** The hash in its PHC string form, salt and parameters included. */
    String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return limited(
                () ->
                        ARGON2ID.hash(
                                        password.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        salt)
                                .getResult());
    }

    boolean matches(String password, String hash) {
        // A password of megabytes is work for nothing, and never ours.
        String bounded = password.length() > LONGEST ? "" : password;
        return limited(() -> Argon2Function.getInstanceFromHash(hash).check(bounded, hash));
    }

    /** Does the work of {@link #matches} for nobody. */
    void pretend(String password) {
        matches(password, nobody);
    }

    private String random(int bytes) {
        byte[] all = new byte[bytes];
        random.nextBytes(all);
        return Base64.getEncoder().withoutPadding().encodeToString(all);
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

    private <T> T limited(java.util.function.Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}

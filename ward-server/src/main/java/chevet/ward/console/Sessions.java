package chevet.ward.console;

import chevet.ward.db.Database;
import chevet.ward.db.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Logins of browsers: a random token of 256 bits in a cookie, its hash in the database. Over after
 * {@link #IDLE} without an act of the person, and {@link #LONGEST} after login in any case. Safe
 * for all threads.
 */
public final class Sessions {
    /** A ward's computer left alone is somebody else's soon. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** A shift. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** How exact {@code seen} is kept: not every request is worth a write. */
    private static final Duration EXACT = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final SessionStore store = new SessionStore();
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Begins a session and returns the token for the cookie. */
    public String open(String account) {
        String token = secret();
        Instant now = clock.instant();
        Session session = new Session(hash(token), account, secret(), now, now);
        database.write(
                        tx -> {
                            store.deleteOld(tx.handle(), now.minus(LONGEST), now.minus(IDLE));
                            store.insert(tx.handle(), session);
                            return session;
                        })
                .join();
        return token;
    }

    /** The session of that token while it lasts. Looking does not prolong it. */
    public Optional<Session> find(String token) {
        String id = hash(token);
        return database.read(handle -> store.find(handle, id)).filter(this::lasts);
    }

    /** The person of this session did something: the idle time begins anew. */
    public void seen(Session session) {
        Instant now = clock.instant();
        boolean kept = database.fullSince().isEmpty();
        // Who only reads goes on while the disk is full.
        if (kept && Duration.between(session.seen(), now).compareTo(EXACT) >= 0) {
            database.write(
                            tx -> {
                                store.seen(tx.handle(), session.id(), now);
                                return session;
                            })
                    .join();
        }
    }

    public void close(Session session) {
        database.write(
                        tx -> {
                            store.delete(tx.handle(), session.id());
                            return session;
                        })
                .join();
    }

    /** Ends all sessions of an account, within the transaction that takes something from it. */
    public void closeAll(Tx tx, String account) {
        store.deleteOf(tx.handle(), account);
    }

    private boolean lasts(Session session) {
        Instant now = clock.instant();
        return now.isBefore(session.seen().plus(IDLE))
                && now.isBefore(session.opened().plus(LONGEST));
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

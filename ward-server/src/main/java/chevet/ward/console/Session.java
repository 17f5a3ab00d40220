package chevet.ward.console;

import java.time.Instant;

/**
 * One browser's login.
 *
 * @param id SHA-256 of the token that the browser holds, in hex; the token itself is kept nowhere
 * @param csrf what every POST of this session carries
 * @param opened when it began
 * @param seen when its person last did something, to the minute
 */
public record Session(String id, String account, String csrf, Instant opened, Instant seen) {
    @Override
    public String toString() {
        return "Session[" + account + "]";
    }
}

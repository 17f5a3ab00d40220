package chevet.terminal.fetch;

import chevet.config.pack.Fault;
import java.util.Optional;

/**
 * How far an object has come.
 *
 * @param bytes from its beginning that are here and proven
 * @param of bytes in all
 * @param fault of the last attempt, where it went wrong and no other is under way
 */
public record Coming(long bytes, long of, Optional<Fault> fault) {
    public boolean here() {
        return bytes == of;
    }

    /** From 0 to 1. */
    public double share() {
        return of == 0 ? 1 : (double) bytes / of;
    }
}

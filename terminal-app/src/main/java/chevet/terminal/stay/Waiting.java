package chevet.terminal.stay;

import chevet.model.request.MakeRequest;
import java.time.Instant;

/**
 * A request that was made here and that the replica may not show yet.
 *
 * @param id of its command
 */
record Waiting(String id, MakeRequest made, Instant at) {
    @Override
    public String toString() {
        return "Waiting[" + id + "]";
    }
}

package chevet.model.wire;

import chevet.model.place.TerminalId;
import java.time.Instant;
import java.util.Map;

/**
 * What a terminal says of itself at each connect, every 20 s, whenever it has found a gap, and (as
 * its last will) when it is gone. The server answers with the pages that are missing and then with
 * {@link Down.Current}.
 *
 * @param boot counts the program's starts at this terminal; with {@code connection} it orders
 *     presences, so that an old connection's will cannot put a living terminal offline
 * @param connection counts connections since the boot
 * @param online false in a will and in a goodbye
 * @param at by the terminal's clock
 * @param version of the terminal's program
 * @param cursors of every stream that the replica holds
 */
public record Presence(
        TerminalId terminal,
        long boot,
        long connection,
        boolean online,
        Instant at,
        String version,
        Map<StreamId, Cursor> cursors) {
    public Presence {
        cursors = Map.copyOf(cursors);
    }
}

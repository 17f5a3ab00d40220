package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One piece of an HLS stream.
 *
 * @param number in its playlist, which goes on when older ones are left out
 * @param length as the playlist says
 * @param turn how often the stream's own time had begun anew before it (RFC 8216, 6.2.1): the same
 *     in all playlists of a channel
 * @param head what has to be read before it, where it is a fragment of MP4
 */
record HlsSegment(URI address, long number, Duration length, long turn, Optional<URI> head) {
    /** The same at another address. */
    HlsSegment at(URI other) {
        return new HlsSegment(other, number, length, turn, head);
    }
}

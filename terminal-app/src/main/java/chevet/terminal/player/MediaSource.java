package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What can be opened and played. */
public sealed interface MediaSource {
    /**
     * Where it is: {@code http}, {@code https}, {@code file}, and for a live stream also {@code
     * udp} and {@code rtp} with a multicast group and a port, as channel lists write them ({@code
     * udp://@239.1.2.3:5000}).
     */
    URI address();

    /**
     * A channel or a radio station: has no length and no place to seek to, and is opened anew for
     * as long as it takes when it stops. Where it has no picture, its sound is enough.
     */
    record Live(URI address) implements MediaSource {
        public Live {
            Schemes.check(address, List.of("http", "https", "udp", "rtp"));
        }

        /** MPEG-TS from a multicast group rather than a playlist. */
        boolean multicast() {
            String scheme = Schemes.of(address);
            return scheme.equals("udp") || scheme.equals("rtp");
        }
    }

    /**
     * A film: has an end, can be sought in and played slower or faster. A file must be whole; one
     * that still grows is given as an {@code http} address that knows its full length.
     *
     * @param from where it begins to play, zero for its start
     * @param texts subtitles that came beside it
     */
    record Film(URI address, Duration from, List<TextTrack> texts) implements MediaSource {
        public Film {
            Schemes.check(address, List.of("http", "https", "file"));
            if (from.isNegative()) {
                throw new IllegalArgumentException("from is negative: " + from);
            }
            texts = List.copyOf(texts);
        }
    }

    /** Which schemes of an address are taken. */
    final class Schemes {
        private Schemes() {}

        static String of(URI address) {
            return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
        }

        private static void check(URI address, List<String> taken) {
            if (!taken.contains(of(address))) {
                throw new IllegalArgumentException(
                        "address must begin with one of " + taken + ": " + address);
            }
        }
    }
}

package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A playlist of HLS (RFC 8216), as far as it is read here.
 *
 * @param base where it came from: what its addresses are relative to
 */
record PlaylistText(URI base, List<String> lines) {
    private static final Pattern ATTRIBUTE = Pattern.compile("URI=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("#EXT-X-TARGETDURATION:(\\d{1,5}).*");

    /** Of one that says no target duration. */
    private static final Duration USUAL = Duration.ofSeconds(2);

    static PlaylistText of(URI base, String text) {
        return new PlaylistText(base, text.lines().toList());
    }

    /** It names playlists, not segments. */
    boolean master() {
        return lines.stream().anyMatch(line -> line.startsWith("#EXT-X-STREAM-INF"));
    }

    /** How often it is to be asked for while nothing is new (6.3.4). */
    Duration pause() {
        Duration target =
                lines.stream()
                        .map(TARGET::matcher)
                        .filter(Matcher::matches)
                        .map(found -> Duration.ofSeconds(Integer.parseInt(found.group(1))))
                        .findFirst()
                        .orElse(USUAL);
        return target.dividedBy(2);
    }

    /**
     * The same with whole addresses.
     *
     * @param playlists what stands for the address of another playlist
     */
    String whole(UnaryOperator<URI> playlists) {
        boolean master = master();
        return lines.stream()
                .map(line -> line(line, master, playlists))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(String line, boolean master, UnaryOperator<URI> playlists) {
        if (line.isBlank()) {
            return line;
        }
        if (!line.startsWith("#")) {
            return address(line.strip(), master, playlists);
        }
        boolean names = line.startsWith("#EXT-X-MEDIA:");
        return ATTRIBUTE
                .matcher(line)
                .replaceAll(found -> "URI=\"" + quoted(found, master && names, playlists) + "\"");
    }

    private String quoted(MatchResult found, boolean playlist, UnaryOperator<URI> playlists) {
        return Matcher.quoteReplacement(address(found.group(1), playlist, playlists));
    }

    /** What is no address stays as it is: the player will say what it thinks of it. */
    private String address(String said, boolean playlist, UnaryOperator<URI> playlists) {
        try {
            URI whole = base.resolve(said);
            return (playlist ? playlists.apply(whole) : whole).toString();
        } catch (IllegalArgumentException _) {
            return said;
        }
    }
}

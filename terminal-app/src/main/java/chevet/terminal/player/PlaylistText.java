package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** The whole address of what is named there; empty where it is none. */
    Optional<URI> address(String said) {
        try {
            return Optional.of(base.resolve(said));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is listed, in its order. */
    List<URI> segments() {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> address(line.strip()).stream())
                .toList();
    }

    /** The same with whole addresses. What is none stays: the player will say what it thinks. */
    String whole() {
        return lines.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(String line) {
        if (line.isBlank()) {
            return line;
        }
        if (!line.startsWith("#")) {
            return address(line.strip()).map(URI::toString).orElse(line);
        }
        return ATTRIBUTE.matcher(line).replaceAll(this::quoted);
    }

    private String quoted(MatchResult found) {
        String said = found.group(1);
        String whole = address(said).map(URI::toString).orElse(said);
        return Matcher.quoteReplacement("URI=\"" + whole + "\"");
    }
}

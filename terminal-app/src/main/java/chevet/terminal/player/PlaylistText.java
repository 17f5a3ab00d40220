package chevet.terminal.player;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final String SEQUENCE = "#EXT-X-MEDIA-SEQUENCE:";
    private static final String TURN = "#EXT-X-DISCONTINUITY";
    private static final Pattern LENGTH = Pattern.compile("#EXTINF:\\s*(\\d{1,6}(?:\\.\\d*)?).*");
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
    List<HlsSegment> segments() {
        List<HlsSegment> all = new ArrayList<>();
        long turn = number("#EXT-X-DISCONTINUITY-SEQUENCE:");
        long number = number(SEQUENCE);
        Duration length = Duration.ZERO;
        Optional<URI> head = Optional.empty();
        for (String line : lines) {
            Matcher lasting = LENGTH.matcher(line);
            if (line.strip().equals(TURN)) {
                turn++;
            } else if (line.startsWith("#EXT-X-MAP:")) {
                head = new HlsAttributes(line).text("URI").flatMap(this::address);
            } else if (lasting.matches()) {
                length = Duration.ofMillis(Math.round(Double.parseDouble(lasting.group(1)) * 1000));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                HlsSegment next = new HlsSegment(base, number++, length, turn, head);
                address(line.strip()).map(next::at).ifPresent(all::add);
            }
        }
        return all;
    }

    private long number(String tag) {
        return lines.stream()
                .filter(line -> line.startsWith(tag))
                .map(line -> line.substring(tag.length()).strip())
                .filter(said -> said.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .findFirst()
                .orElse(0L);
    }

    /** The same without the segments of other turns, and without a word of those. */
    PlaylistText only(long turn) {
        List<String> kept = new ArrayList<>();
        List<String> own = new ArrayList<>();
        long now = number("#EXT-X-DISCONTINUITY-SEQUENCE:");
        long left = 0;
        boolean begun = false;
        for (String line : lines) {
            if (line.strip().equals(TURN)) {
                now++;
            } else if (line.startsWith("#EXTINF") || line.startsWith("#EXT-X-PROGRAM-DATE-TIME")) {
                own.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                begun |= now == turn;
                left += begun ? 0 : 1;
                if (now == turn) {
                    kept.addAll(own);
                    kept.add(line);
                }
                own.clear();
            } else if (!line.startsWith(TURN)) {
                kept.add(line);
            }
        }
        long first = number(SEQUENCE) + left;
        kept.replaceAll(line -> line.startsWith(SEQUENCE) ? SEQUENCE + first : line);
        return new PlaylistText(base, kept);
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

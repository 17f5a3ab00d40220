package chevet.terminal.player;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads WebVTT (W3C, 4 April 2019) and SubRip files, and what people make of them. Whatever cannot
 * be read is left out; what can be read is shown. Positions, styles and regions are not taken over.
 */
public final class CueReader {
    /**
     * Hours may be missing and may have many digits; parts of a second after a point or a comma.
     */
    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,3}))?";

    private static final Pattern TIMES =
            Pattern.compile("^\\s*" + TIME + "\\s*-{1,2}>\\s*" + TIME + "(?:\\s.*)?$");

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>|<\\d[\\d:.]*>|</>");

    /** Commands that some programs write into SubRip files, {@code {\an8}}. */
    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^}]*}");

    private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");

    private final List<Cue> cues = new ArrayList<>();

    private CueReader() {}

    /**
     * @param file in UTF-8 with or without a byte order mark, in UTF-16 with one; bytes that are no
     *     UTF-8 make the whole file be read as Windows-1252, as old SubRip files are
     * @return empty cues when it holds none
     */
    public static Cues read(byte[] file) {
        return read(decode(file));
    }

    static Cues read(String text) {
        CueReader reader = new CueReader();
        reader.lines(text.lines().toList());
        return new Cues(reader.cues);
    }

    private void lines(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            Optional<Duration[]> times = times(lines.get(at));
            at++;
            if (times.isEmpty()) {
                continue;
            }
            List<String> said = new ArrayList<>();
            while (at < lines.size() && !ends(lines, at)) {
                said.add(lines.get(at));
                at++;
            }
            add(times.get()[0], times.get()[1], said);
        }
    }

    /** An empty line, or the next cue's times, where the empty line was forgotten. */
    private static boolean ends(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isBlank() || times(line).isPresent()) {
            return true;
        }
        boolean number = NUMBER.matcher(line).matches();
        return number && at + 1 < lines.size() && times(lines.get(at + 1)).isPresent();
    }

    private void add(Duration from, Duration to, List<String> said) {
        if (to.compareTo(from) > 0) {
            plain(said.stream()).ifPresent(text -> cues.add(new Cue(from, to, text)));
        }
    }

    /** What a cue says, without its tags; empty where that is nothing. */
    static Optional<String> words(String payload) {
        return plain(payload.lines());
    }

    private static Optional<String> plain(Stream<String> said) {
        return said.map(CueReader::plain)
                .filter(line -> !line.isBlank())
                .reduce((one, other) -> one + "\n" + other);
    }

    private static Optional<Duration[]> times(String line) {
        Matcher found = TIMES.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Duration[] {time(found, 1), time(found, 5)});
    }

    private static Duration time(Matcher found, int group) {
        Optional<String> hours = Optional.ofNullable(found.group(group));
        Optional<String> parts = Optional.ofNullable(found.group(group + 3));
        return Duration.ofHours(hours.map(Long::parseLong).orElse(0L))
                .plusMinutes(Long.parseLong(found.group(group + 1)))
                .plusSeconds(Long.parseLong(found.group(group + 2)))
                .plusMillis(parts.map(CueReader::millis).orElse(0L));
    }

    /** {@code .5} is half a second. */
    private static long millis(String digits) {
        return Long.parseLong((digits + "00").substring(0, 3));
    }

    private static String plain(String line) {
        String bare = TAG.matcher(OVERRIDE.matcher(line).replaceAll("")).replaceAll("");
        return unescape(bare).strip();
    }

    private static String unescape(String text) {
        return text.replace("&nbsp;", "\u00a0")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String decode(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        return Utf8.orWindows(file);
    }
}

package chevet.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What would not be shown of a file with subtitles. The player leaves out what it cannot read and
 * tells nobody; whoever brings the film is told.
 */
final class SubtitleFile {
    private static final long LIMIT = 4L << 20;

    /** Where every line is wrong, the first ones say why. */
    private static final int MOST_TOLD = 5;

    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,3}))?";

    private static final Pattern TIMES =
            Pattern.compile("^\\s*" + TIME + "\\s*-{1,2}>\\s*" + TIME + "(?:\\s.*)?$");

    /** One line of it, from 1, and what to say of that; 0 where it is the whole file. */
    record Wrong(int line, String sentence, String about) {}

    private static final List<Wrong> NONE_AT_ALL = List.of(new Wrong(0, "film.bad-subtitles", ""));

    private SubtitleFile() {}

    static List<Wrong> read(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                return NONE_AT_ALL;
            }
            String text = Files.readString(file);
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            return switch (FilmFile.mediaType(file)) {
                case "text/vtt" -> plain.startsWith("WEBVTT") ? cues(plain) : NONE_AT_ALL;
                case "application/x-subrip" -> cues(plain);
                default -> NONE_AT_ALL;
            };
        } catch (IOException e) {
            return NONE_AT_ALL;
        }
    }

    private static List<Wrong> cues(String text) {
        List<Wrong> wrong = new ArrayList<>();
        int cues = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher times = TIMES.matcher(line);
            boolean cue = times.matches();
            if (cue || line.contains("-->")) {
                cues++;
                Optional<String> fault = cue ? order(times) : Optional.of("film.cue-times");
                if (fault.isPresent() && wrong.size() < MOST_TOLD) {
                    wrong.add(new Wrong(number, fault.get(), line.strip()));
                }
            }
        }
        return cues == 0 ? NONE_AT_ALL : wrong;
    }

    private static Optional<String> order(Matcher times) {
        return millis(times, 5) > millis(times, 1)
                ? Optional.empty()
                : Optional.of("film.cue-order");
    }

    private static long millis(Matcher times, int group) {
        String hours = Optional.ofNullable(times.group(group)).orElse("0");
        String parts = Optional.ofNullable(times.group(group + 3)).orElse("0");
        long seconds =
                Long.parseLong(hours) * 3600
                        + Long.parseLong(times.group(group + 1)) * 60
                        + Long.parseLong(times.group(group + 2));
        return seconds * 1000 + Long.parseLong((parts + "00").substring(0, 3));
    }
}

package chevet.terminal.player;

import chevet.terminal.player.Track.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a patient wants to hear and read wherever there is a choice.
 *
 * @param languages ISO 639-1 codes, the dearest first
 * @param description sound that also tells what is to be seen, where there is one
 * @param text subtitles, where there are some
 * @param written the language to read them in before all others; an ISO 639-1 code
 */
public record TrackWish(
        List<String> languages, boolean description, boolean text, Optional<String> written) {
    /** What a source offers first. */
    public static final TrackWish NONE = new TrackWish(List.of(), false, false);

    public TrackWish {
        languages = List.copyOf(languages);
    }

    /** Heard and read in the same languages. */
    public TrackWish(List<String> languages, boolean description, boolean text) {
        this(languages, description, text, Optional.empty());
    }

    /** The sound to begin with; empty where there is none. */
    public Optional<Track> sound(List<Track> sounds) {
        List<Track> fit =
                sounds.stream()
                        .filter(
                                each ->
                                        (each.purpose() == Purpose.AUDIO_DESCRIPTION)
                                                == description)
                        .toList();
        return first(languages, fit.isEmpty() ? sounds : fit);
    }

    /** The subtitles to begin with; empty where none are wanted or there are none. */
    Optional<Track> text(List<Track> texts) {
        List<String> read = Stream.concat(written.stream(), languages.stream()).toList();
        return text ? first(read, texts) : Optional.empty();
    }

    private static Optional<Track> first(List<String> languages, List<Track> tracks) {
        for (String language : languages) {
            for (Track each : tracks) {
                if (each.in(language)) {
                    return Optional.of(each);
                }
            }
        }
        return tracks.stream().findFirst();
    }

    /** {@code fr}, {@code fra} and the bibliographic {@code fre} of ISO 639-2 are one language. */
    static boolean same(String two, String said) {
        if (two.equals(said)) {
            return true;
        }
        String bibliographic =
                switch (two) {
                    case "fr" -> "fre";
                    case "de" -> "ger";
                    case "nl" -> "dut";
                    case "zh" -> "chi";
                    default -> two;
                };
        return said.equals(bibliographic)
                || said.equals(Locale.of(two).getISO3Language().toLowerCase(Locale.ROOT));
    }
}

package chevet.model.library;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A film of the library in its newest version; the body of the event {@code film/<id>} of the
 * house.
 *
 * @param version what its maker calls it, of the shape of an id: {@code 2}, {@code 2026-03}
 * @param about one or two sentences that say what one will learn; French may be empty
 * @param maker who answers for it: {@code Service d'ophtalmologie}
 * @param reviewed when it was last read through by those who answer for it
 * @param length of the longest of its soundtracks
 * @param spoken the film itself in each language in which it is spoken, the original first; never
 *     empty
 * @param subtitles at most one of each language
 * @param unsubtitled why there are none, for staff; empty where there are
 * @param chapters from the first to the last, each later than the one before; may be empty
 * @param check one to five questions asked afterwards, or none
 */
public record Film(
        FilmId id,
        String version,
        Shelf shelf,
        Texts title,
        Texts about,
        String maker,
        LocalDate reviewed,
        Duration length,
        Optional<ObjectRef> picture,
        List<Spoken> spoken,
        List<Subtitles> subtitles,
        Optional<String> unsubtitled,
        List<Chapter> chapters,
        List<Question> check) {
    public static final String TYPE = "library.film";

    /** No check is longer. */
    public static final int MOST_QUESTIONS = 5;

    public Film {
        spoken = List.copyOf(spoken);
        subtitles = List.copyOf(subtitles);
        chapters = List.copyOf(chapters);
        check = List.copyOf(check);
    }

    /** The key of its event in the house's stream. */
    public static String key(FilmId film) {
        return "film/" + film;
    }

    /**
     * The film as it is spoken in one language.
     *
     * @param language BCP 47; a film may speak languages that the screens do not: {@code tr}
     * @param video an mp4
     */
    public record Spoken(String language, ObjectRef video) {}

    /**
     * What is written below it in one language.
     *
     * @param language BCP 47
     * @param text {@code text/vtt} or {@code application/x-subrip}, in UTF-8
     */
    public record Subtitles(String language, ObjectRef text) {}

    /** A part of the film, from an instant of it to the next chapter. */
    public record Chapter(Duration from, Texts title) {}

    /** The film in that language, else as it was made first. */
    public Spoken spokenIn(String language) {
        return spoken.stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElseGet(spoken::getFirst);
    }

    /** The subtitles in that language, where there are. */
    public Optional<Subtitles> subtitlesIn(String language) {
        return subtitles.stream().filter(each -> each.language().equals(language)).findFirst();
    }
}

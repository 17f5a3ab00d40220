package chevet.config;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.Question;
import chevet.model.library.Shelf;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A film in a folder, read and checked: what {@code film.toml} says, and the files beside it.
 *
 * @param length of the longest of its soundtracks, as the files say
 */
public record FilmSheet(
        FilmId id,
        String version,
        Shelf shelf,
        Texts title,
        Texts about,
        String maker,
        LocalDate reviewed,
        Duration length,
        Optional<Path> picture,
        List<InLanguage> spoken,
        List<InLanguage> subtitles,
        Optional<String> unsubtitled,
        List<Film.Chapter> chapters,
        List<Asked> check) {
    public FilmSheet {
        spoken = List.copyOf(spoken);
        subtitles = List.copyOf(subtitles);
        chapters = List.copyOf(chapters);
        check = List.copyOf(check);
    }

    /** A file in a language (BCP 47). */
    public record InLanguage(String language, Path file) {}

    /** A question as {@link Question} has it. */
    public record Asked(
            Texts text,
            Optional<Path> picture,
            List<Possible> choices,
            SortedSet<Integer> right,
            Texts why) {}

    /** An answer to choose from. */
    public record Possible(Texts text, Optional<Path> picture) {}

    /** Makes a file an object. */
    public interface Keep {
        ObjectRef keep(Path file, String mediaType);
    }

    /** The film with its files as objects. */
    public Film film(Keep keep) {
        return new Film(
                id,
                version,
                shelf,
                title,
                about,
                maker,
                reviewed,
                length,
                picture.map(file -> kept(keep, file)),
                spoken.stream()
                        .map(each -> new Film.Spoken(each.language(), kept(keep, each.file())))
                        .toList(),
                subtitles.stream()
                        .map(each -> new Film.Subtitles(each.language(), kept(keep, each.file())))
                        .toList(),
                unsubtitled,
                chapters,
                check.stream().map(each -> question(keep, each)).toList());
    }

    private static Question question(Keep keep, Asked asked) {
        return new Question(
                asked.text(),
                asked.picture().map(file -> kept(keep, file)),
                asked.choices().stream()
                        .map(
                                choice ->
                                        new Question.Choice(
                                                choice.text(),
                                                choice.picture().map(file -> kept(keep, file))))
                        .toList(),
                asked.right(),
                asked.why());
    }

    private static ObjectRef kept(Keep keep, Path file) {
        return keep.keep(file, FilmFile.mediaType(file));
    }
}

package chevet.config;

import chevet.config.pack.PictureFile;
import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.library.Shelf;
import chevet.model.text.Texts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a folder with one film: {@code film.toml} and, beside it, an mp4 for each language, WebVTT
 * or SRT, pictures. Every fault is told at once. Safe for all threads.
 */
public final class FilmFile {
    /** The name of the file in a film's folder. */
    public static final String NAME = "film.toml";

    private static final Pattern TONGUE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Map<String, String> TYPES =
            Map.of(
                    "mp4", "video/mp4",
                    "vtt", "text/vtt",
                    "srt", "application/x-subrip",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg");

    /** What every terminal plays, as mp4 names it: H.264, H.265, and AAC or MP3. */
    private static final Set<String> PICTURES = Set.of("avc1", "avc3", "hvc1", "hev1");

    private static final Set<String> SOUNDS = Set.of("mp4a");

    private static final Map<String, Shelf> SHELVES =
            Arrays.stream(Shelf.values())
                    .collect(
                            Collectors.toMap(
                                    shelf ->
                                            shelf.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                    Function.identity()));

    private FilmFile() {}

    /**
     * Reads the film of a folder, with problems in French, English or Arabic.
     *
     * @param today no film was read through later than that
     * @param known where the films are that come together with this one, which is added: of two
     *     with one id only one could stay
     */
    public static Reading<FilmSheet> read(
            Path folder, Locale locale, LocalDate today, Map<FilmId, Path> known) {
        return ConfigFile.read(
                folder.resolve(NAME), locale, root -> sheet(root, folder, today, known));
    }

    /** Of a folder that holds films' files and says nothing of them. */
    public static Problem nothingSaid(Path folder, Locale locale) {
        return new Problem(
                folder.resolve(NAME).toString(), 0, 0, "", Words.in(locale).say("film.no-sheet"));
    }

    /** Whether something in a folder is for a film. */
    public static boolean isOfFilm(Path file) {
        return TYPES.containsKey(ending(file)) && !mediaType(file).startsWith("image/");
    }

    /** By the end of its name; {@code application/octet-stream} where it is none that we know. */
    static String mediaType(Path file) {
        return TYPES.getOrDefault(ending(file), "application/octet-stream");
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static FilmSheet sheet(
            Section root, Path folder, LocalDate today, Map<FilmId, Path> known) {
        List<Duration> lengths = new ArrayList<>();
        List<FilmSheet.InLanguage> spoken =
                languages(root, "spoken", false, each -> video(each, folder, lengths));
        Duration length = lengths.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        List<FilmSheet.InLanguage> subtitles =
                root.has("subtitles")
                        ? languages(root, "subtitles", true, each -> subtitles(each, folder))
                        : List.of();
        Optional<String> unsubtitled = root.optionalText("unsubtitled");
        if (!root.holds("subtitles") && unsubtitled.isEmpty()) {
            root.fault("subtitles", "film.why-unsubtitled");
        }
        return new FilmSheet(
                id(root, folder, known),
                root.id("version", Function.identity()),
                shelf(root),
                texts(root.table("title")),
                root.optionalTable("about").map(FilmFile::texts).orElse(Texts.french("")),
                root.text("maker"),
                reviewed(root, today),
                length,
                picture(root, folder),
                spoken,
                subtitles,
                unsubtitled,
                chapters(root, length),
                check(root, folder));
    }

    private static FilmId id(Section root, Path folder, Map<FilmId, Path> known) {
        FilmId id = root.id("id", FilmId::new);
        // Where it is missing or none at all, that is told, and nobody has it.
        if (root.says("id", id.value())) {
            Path first = known.putIfAbsent(id, folder);
            if (first != null) {
                root.fault("id", "film.same-id", id.value(), first.resolve(NAME).toString());
            }
        }
        return id;
    }

    private static LocalDate reviewed(Section root, LocalDate today) {
        LocalDate reviewed = root.date("reviewed");
        if (reviewed.isAfter(today)) {
            root.fault("reviewed", "film.reviewed-later", String.valueOf(reviewed));
        }
        return reviewed;
    }

    private static Shelf shelf(Section root) {
        root.text("shelf");
        return root.word("shelf", SHELVES, Shelf.EXAMS, "film.bad-shelf");
    }

    private static Texts texts(Section section) {
        Texts texts = section.texts();
        section.end();
        return texts;
    }

    private static List<FilmSheet.InLanguage> languages(
            Section root, String key, boolean mayBeEmpty, Function<Section, Optional<Path>> file) {
        List<FilmSheet.InLanguage> all = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Section each : root.tables(key, mayBeEmpty)) {
            String language = each.text("language");
            if (!language.equals("?") && !TONGUE.matcher(language).matches()) {
                each.fault("language", "film.bad-tongue", language);
            } else if (!known.add(language)) {
                each.fault("language", "film.twice", language);
            }
            file.apply(each).ifPresent(path -> all.add(new FilmSheet.InLanguage(language, path)));
            each.end();
        }
        return all;
    }

    private static Optional<Path> video(Section each, Path folder, List<Duration> lengths) {
        Optional<Path> file = file(each, "file", folder);
        file.ifPresent(
                path -> {
                    switch (Mp4.read(path)) {
                        case Mp4.Film film -> {
                            lengths.add(film.length());
                            coded(each, film);
                        }
                        case Mp4.SlowStart _ -> each.fault("file", "film.slow-start");
                        case Mp4.Broken _ -> each.fault("file", "film.bad-mp4");
                    }
                });
        return file;
    }

    private static void coded(Section each, Mp4.Film film) {
        if (film.pictures().isEmpty()) {
            each.fault("file", "film.no-pictures");
        } else if (film.pictures().stream().noneMatch(PICTURES::contains)) {
            each.fault("file", "film.bad-pictures", film.pictures().getFirst().strip());
        }
        if (!film.sounds().isEmpty() && film.sounds().stream().noneMatch(SOUNDS::contains)) {
            each.fault("file", "film.bad-sound", film.sounds().getFirst().strip());
        }
    }

    private static Optional<Path> subtitles(Section each, Path folder) {
        Optional<Path> file = file(each, "file", folder);
        file.ifPresent(
                path ->
                        SubtitleFile.read(path)
                                .forEach(
                                        wrong ->
                                                each.fault(
                                                        "file",
                                                        wrong.sentence(),
                                                        String.valueOf(wrong.line()),
                                                        wrong.about())));
        return file;
    }

    private static Optional<Path> picture(Section section, Path folder) {
        Optional<Path> file =
                section.has("picture") ? file(section, "picture", folder) : Optional.empty();
        // A terminal shows nothing of one that has another's name.
        file.filter(path -> !PictureFile.mediaType(path).equals(Optional.of(mediaType(path))))
                .ifPresent(_ -> section.fault("picture", "film.bad-picture"));
        return file;
    }

    /** A file of this very folder: no path leads out of it, and no link is followed. */
    private static Optional<Path> file(Section section, String key, Path folder) {
        String name = section.text(key);
        if (name.equals("?")) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(name);
            if (!name.contains("/")
                    && !name.contains("\\")
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(file);
            }
        } catch (InvalidPathException _) {
            // Said below, as any other name that is none.
        }
        section.fault(key, "film.no-file", name);
        return Optional.empty();
    }

    private static List<Film.Chapter> chapters(Section root, Duration length) {
        List<Film.Chapter> chapters = new ArrayList<>();
        if (!root.has("chapters")) {
            return chapters;
        }
        Duration before = Duration.ofSeconds(-1);
        for (Section each : root.tables("chapters", true)) {
            Duration from = each.duration("from", Duration.ZERO);
            boolean late = !length.isZero() && from.compareTo(length) >= 0;
            if (from.compareTo(before) <= 0 || late) {
                each.fault("from", "film.chapter-order");
            }
            chapters.add(new Film.Chapter(from, each.texts()));
            before = from;
            each.end();
        }
        return chapters;
    }

    private static List<FilmSheet.Asked> check(Section root, Path folder) {
        if (!root.has("check")) {
            return List.of();
        }
        List<FilmSheet.Asked> check =
                root.tables("check", false).stream().map(each -> asked(each, folder)).toList();
        if (check.size() > Film.MOST_QUESTIONS) {
            root.fault("check", "film.most-questions", String.valueOf(Film.MOST_QUESTIONS));
        }
        return check;
    }

    private static FilmSheet.Asked asked(Section each, Path folder) {
        List<FilmSheet.Possible> choices = new ArrayList<>();
        TreeSet<Integer> right = new TreeSet<>();
        for (Section choice : each.tables("choices", true)) {
            if (choice.mark("right")) {
                right.add(choices.size());
            }
            choices.add(new FilmSheet.Possible(choice.texts(), picture(choice, folder)));
            choice.end();
        }
        if (choices.size() < 2 || choices.size() > 6) {
            each.fault("choices", "film.choices");
        }
        if (right.isEmpty() && !choices.isEmpty()) {
            each.fault("choices", "film.none-right");
        }
        Texts why = each.optionalTable("why").map(FilmFile::texts).orElse(Texts.french(""));
        FilmSheet.Asked asked =
                new FilmSheet.Asked(
                        each.texts(), picture(each, folder), List.copyOf(choices), right, why);
        each.end();
        return asked;
    }
}

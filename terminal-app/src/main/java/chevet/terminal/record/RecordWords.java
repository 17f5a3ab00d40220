package chevet.terminal.record;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Detail;
import chevet.model.record.RecordItem.Figure;
import chevet.model.record.When;
import chevet.model.text.Language;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How lines of the record are said. On the JavaFX thread. */
final class RecordWords {
    /** Left-to-right mark: has no width. */
    private static final String MARK = "\u200e";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy");

    private final Words words;
    private final WardTime time;

    RecordWords(Words words, WardTime time) {
        this.words = words;
        this.time = time;
    }

    /** The line itself: {@code TA 132/78 mmHg}, {@code Œuf (sévère)}. */
    String line(RecordItem item) {
        String named =
                item.kind()
                        .filter(kind -> words.has("record.kind." + kind))
                        .map(kind -> words.text("record.kind." + kind))
                        .orElse("");
        String text = named.isEmpty() || item.figures().isEmpty() ? item.text() : "";
        // "Fall: risk of a fall" says it twice.
        if (!named.isEmpty() && lower(text).contains(lower(named.replace(":", "").strip()))) {
            named = "";
        }
        String figures = figures(item.figures());
        String said =
                List.of(named, text, figures).stream()
                        .filter(part -> !part.isBlank())
                        .distinct()
                        .collect(Collectors.joining(" "));
        List<String> marks =
                item.details().stream()
                        .filter(detail -> detail.text().isEmpty())
                        .map(detail -> words.text("record.detail." + detail.name()))
                        .toList();
        return marks.isEmpty() ? said : said + " (" + String.join(", ", marks) + ")";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What stands below it: details, when, by whom. */
    String below(RecordItem item) {
        List<String> parts = new ArrayList<>();
        for (Detail detail : item.details()) {
            if (!detail.text().isEmpty()) {
                parts.add(words.text("record.detail." + detail.name(), detail.text()));
            }
        }
        item.next().ifPresent(next -> parts.add(words.text("record.next", when(next))));
        parts.add(item.at().map(this::when).orElseGet(() -> words.text("record.undated")));
        item.by().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    String when(When when) {
        ZonedDateTime at = time.at(when.at());
        return switch (when.precision()) {
            case YEAR -> YEAR.format(at);
            case MONTH -> MONTH.format(at);
            case DAY -> DAY.format(at);
            case TIME ->
                    at.toLocalDate().equals(time.at(time.now()).toLocalDate())
                            ? words.time(at.toLocalTime())
                            : DAY.format(at) + " " + words.time(at.toLocalTime());
        };
    }

    /** {@code 132/78 mmHg}: one unit where all have the same. */
    private String figures(List<Figure> figures) {
        if (figures.isEmpty()) {
            return "";
        }
        String said = plain(figures);
        // Else the unit would stand before its number, and torn apart.
        return words.language().rightToLeft() ? MARK + said + MARK : said;
    }

    private String plain(List<Figure> figures) {
        boolean alike = figures.stream().map(Figure::unit).distinct().count() == 1;
        return alike
                ? figures.stream().map(f -> number(f.value())).collect(Collectors.joining("/"))
                        + unit(figures.getFirst())
                : figures.stream()
                        .map(f -> number(f.value()) + unit(f))
                        .collect(Collectors.joining(", "));
    }

    private static String unit(Figure figure) {
        return figure.unit().isEmpty() ? "" : "\u00a0" + figure.unit();
    }

    String number(double value) {
        String written =
                value == Math.rint(value) && Math.abs(value) < 1e9
                        ? String.valueOf((long) value)
                        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
        return words.language() == Language.FR ? written.replace('.', ',') : written;
    }

    /** From which value to which, for those who do not see the line. */
    Optional<String> trend(RecordItem item) {
        if (item.trend().size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                words.text(
                        "record.trend",
                        number(item.trend().getFirst().value()),
                        number(item.trend().getLast().value()),
                        words.duration(
                                Duration.between(
                                        item.trend().getFirst().at(),
                                        item.trend().getLast().at()))));
    }
}

package chevet.terminal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private final Words words = new Words(List.of("chevet.terminal.texts"));

    @Test
    void liveTextFollowsTheLanguage() {
        ObservableValue<String> live = words.live("duration.minutes", 5);
        assertThat(live.getValue()).isEqualTo("5 min");
        words.languageProperty().set(Language.AR);
        assertThat(live.getValue()).isEqualTo("5 دقيقة");
    }

    @Test
    void latinNameKeepsItsDotOnTheRightSideAmongArabicWords() {
        words.languageProperty().set(Language.AR);
        assertThat(words.text("greeting.mrs", "L.")).endsWith("\u200eL.\u200e");
        assertThat(words.text("greeting.mrs", "ل.")).endsWith(" ل.");
    }

    @Test
    void missingKeyIsNotedAndShownAsItself() {
        assertThat(words.text("no.such.key")).isEqualTo("no.such.key");
        assertThat(words.missing()).containsExactly("fr:no.such.key");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    FR, 2026-11-21, samedi 21 novembre,  samedi 21,    21 novembre 2026
                    FR, 2026-12-01, mardi 1er décembre,  mardi 1er,    1er décembre 2026
                    FR, 2026-12-11, vendredi 11 décembre, vendredi 11, 11 décembre 2026
                    EN, 2026-11-21, Saturday 21 November, Saturday 21, 21 November 2026
                    EN, 2026-12-01, Tuesday 1 December,  Tuesday 1,    1 December 2026
                    AR, 2026-11-21, السبت 21 نوفمبر,     السبت 21,     21 نوفمبر 2026
                    AR, 2026-12-01, الثلاثاء 1 ديسمبر,   الثلاثاء 1,   1 ديسمبر 2026
                    """)
    void datesAreInTheLanguageOfTheScreen(
            Language language, LocalDate day, String date, String brief, String full) {
        words.languageProperty().set(language);
        assertThat(words.date(day)).isEqualTo(date);
        assertThat(words.shortDate(day)).isEqualTo(brief);
        assertThat(words.fullDate(day)).isEqualTo(full);
        assertThat(words.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    FR, 0,   one
                    FR, 1,   one
                    FR, 2,   other
                    EN, 0,   other
                    EN, 1,   one
                    AR, 0,   zero
                    AR, 1,   one
                    AR, 2,   two
                    AR, 7,   few
                    AR, 11,  many
                    AR, 100, other
                    AR, 103, few
                    AR, 102, other
                    """)
    void pluralFollowsCldr(Language language, int number, String form) {
        assertThat(Words.plural(language, number)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PT18M30S, 18 min
                    PT2H18M,  2 h 18
                    PT3H,     3 h
                    PT2H5M,   2 h 05
                    PT50H,    2 jours
                    -PT5M,    0 min
                    """)
    void durationIsSaidToTheMinute(Duration duration, String said) {
        assertThat(words.duration(duration)).isEqualTo(said);
    }
}

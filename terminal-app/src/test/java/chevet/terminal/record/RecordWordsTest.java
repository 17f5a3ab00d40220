package chevet.terminal.record;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Figure;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.text.Language;
import chevet.terminal.HandClock;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordWordsTest {
    private final Words words =
            new Words(List.of("chevet.terminal.texts", "chevet.terminal.record.record"));
    private final RecordWords record =
            new RecordWords(
                    words,
                    new WardTime(
                            new HandClock(Instant.parse("2026-11-22T10:00:00Z")),
                            ZoneId.of("Europe/Paris")));

    private static RecordItem item(String kind, String text, Figure... figures) {
        return new RecordItem(
                Optional.of(kind),
                text,
                List.of(),
                Gravity.PLAIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(figures),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "FR, fall-risk, Risque de chute, Risque de chute",
        "FR, fall-risk, Marche instable, Chute : Marche instable",
        "FR, isolation, MRSA, Isolement : MRSA",
        "FR, without, kiwi, Sans kiwi",
        "EN, without, kiwi, Without kiwi",
    })
    void kindIsSaidOnce(Language language, String kind, String text, String said) {
        words.languageProperty().set(language);

        assertThat(record.line(item(kind, text))).isEqualTo(said);
    }

    @Test
    void numberAndUnitStayTogetherInArabicToo() {
        words.languageProperty().set(Language.AR);

        assertThat(record.line(item("heart-rate", "", new Figure(75, "/min"))))
                .endsWith("\u200e75\u00a0/min\u200e");
    }
}

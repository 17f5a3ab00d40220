package chevet.terminal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What keys write, without a screen. */
class KeyboardTest {
    private long now;

    private static List<String> keys(Language language, KeyLayout.Page page) {
        List<String> keys = new ArrayList<>();
        KeyLayout.rows(language, page).forEach(keys::addAll);
        return keys;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    FR, abcdefghijklmnopqrstuvwxyz’, éèêëàâçùûüîïôœæ
                    EN, abcdefghijklmnopqrstuvwxyz’, éñü
                    AR, ابتثجحخدذرزسشصضطظعغفقكلمنهويةى, أإآءؤئ
                    """)
    void everyLetterOfTheLanguageHasItsKey(Language language, String letters, String more) {
        List<String> all = new ArrayList<>(keys(language, KeyLayout.Page.LETTERS));
        all.addAll(keys(language, KeyLayout.Page.MORE));
        assertThat(all)
                .containsAll(letters.codePoints().mapToObj(Character::toString).toList())
                .containsAll(more.codePoints().mapToObj(Character::toString).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noRowHasMoreThanTenKeysAndNoPageTheSameKeyTwice(Language language) {
        for (KeyLayout.Page page : KeyLayout.Page.values()) {
            assertThat(KeyLayout.rows(language, page))
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row).hasSizeBetween(1, 10));
            assertThat(keys(language, page)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void digitsAreOnTheirPage(Language language) {
        assertThat(keys(language, KeyLayout.Page.DIGITS))
                .contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void tremblingFingerWritesOneLetter() {
        KeyBounce bounce = new KeyBounce(() -> now);
        assertThat(bounce.meant("a")).isTrue();
        now += 120_000_000;
        assertThat(bounce.meant("a")).isFalse();
        now += 100_000_000;
        assertThat(bounce.meant("a")).isFalse();
        now += 60_000_000;
        assertThat(bounce.meant("a")).isTrue();
    }

    @Test
    void neighbourThatWasBrushedDoesNotCountButTheNextLetterDoes() {
        KeyBounce bounce = new KeyBounce(() -> now);
        assertThat(bounce.meant("a")).isTrue();
        now += 20_000_000;
        assertThat(bounce.meant("z")).isFalse();
        now += 100_000_000;
        assertThat(bounce.meant("z")).isTrue();
    }

    @Test
    void firstTouchCountsWhateverTheClockSays() {
        now = -5;
        assertThat(new KeyBounce(() -> now).meant("a")).isTrue();
    }

    @Test
    void erasingTakesAWholeLetterAndTheTextHasAnEnd() {
        TypedText text = new TypedText(4);
        text.type("a");
        text.type("e\u0301");
        text.erase();
        assertThat(text.text()).isEqualTo("a");
        text.type("👵🏽");
        text.erase();
        assertThat(text.text()).isEqualTo("a");
        text.type("bcd");
        text.type("e");
        assertThat(text.text()).isEqualTo("abcd");
        text.clear();
        text.erase();
        assertThat(text.text()).isEmpty();
    }
}

package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words out of teletext as it is sent, whole and hurt. */
class TeletextPageTest {
    private static final String FIRST = "Où est passé le médecin ?";
    private static final String SECOND = "Je l'ai déjà demandé.";

    private final TeletextPage page = new TeletextPage(TeletextStream.PAGE);

    private static byte[] words() {
        return TeletextStream.unit(TeletextStream.PAGE, FIRST, SECOND);
    }

    @Test
    void readsWhatIsInTheBoxWithTheLettersOfItsLanguage() {
        assertThat(page.take(words())).contains(List.of(FIRST, SECOND));
    }

    @Test
    void anErasedPageShowsNothing() {
        page.take(words());
        assertThat(page.take(TeletextStream.unit(TeletextStream.PAGE, "", ""))).contains(List.of());
    }

    @Test
    void leavesOtherPagesAndMagazinesAlone() {
        page.take(words());
        assertThat(page.take(other(8, 0x89))).isEmpty();
        assertThat(page.take(other(1, 0x88))).isEmpty();
    }

    private static byte[] other(int magazine, int number) {
        return TeletextStream.unit(new TeletextPage.Place(magazine, number), "Sport", "1-0");
    }

    /** One bit of a header's nibbles is mended, whichever it is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void mendsOneWrongBit(int bit) {
        byte[] hurt = words();
        hurt[5] ^= (byte) (1 << bit);
        hurt[7] ^= (byte) (1 << bit);
        assertThat(page.take(hurt)).hasValueSatisfying(lines -> assertThat(lines).hasSize(2));
    }

    @Test
    void aLetterThatWasHurtIsABlank() {
        byte[] hurt = words();
        int firstLetter = 1 + 46 + 6 + 6;
        hurt[firstLetter] ^= 1;
        assertThat(page.take(hurt))
                .hasValueSatisfying(
                        lines -> assertThat(lines).first().isEqualTo(FIRST.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 45, 46, 92})
    void aUnitThatBreaksOffHarmsNothing(int length) {
        byte[] cut = java.util.Arrays.copyOf(words(), length);
        assertThat(page.take(cut).orElse(List.of())).isEmpty();
    }
}

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

    private final TeletextPage page = new TeletextPage(TeletextStream.PAGE, false);

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

    private static final TeletextLetters FRENCH = new TeletextLetters(0, 1);
    private static final TeletextLetters ARABIC = new TeletextLetters(TeletextLetters.ARABIC, 7);

    /** As it stands on the screen, from left to right. */
    private static final TeletextStream.Packet ROOM =
            TeletextStream.row(20, ARABIC, "؟214 ةفرغ يف بيبطلا");

    private static TeletextStream.Packet additions(int... triplets) {
        return TeletextStream.triplets(26, 0, triplets);
    }

    private static int row(int row) {
        return (row == 24 ? 40 : 40 + row) | 0x04 << 6;
    }

    private static int second(int column, int code) {
        return column | 0x0f << 6 | code << 11;
    }

    private static int marked(int column, char letter, int mark) {
        return column | (0x10 + mark) << 6 | letter << 11;
    }

    @Test
    void arabicIsReadFromTheRightAndItsNumbersFromTheLeft() {
        TeletextPage arabic = new TeletextPage(TeletextStream.PAGE, true);
        assertThat(arabic.take(TeletextStream.unit(TeletextStream.PAGE, 7, ROOM)))
                .contains(List.of("الطبيب في غرفة 214؟"));
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 29})
    void thePageOrItsMagazineSaysThatItIsArabic(int packet) {
        int region = TeletextLetters.ARABIC << 10;
        byte[] unit =
                TeletextStream.unit(
                        TeletextStream.PAGE, 7, TeletextStream.triplets(packet, 0, region), ROOM);
        assertThat(page.take(unit)).contains(List.of("الطبيب في غرفة 214؟"));
    }

    @Test
    void arabicLettersAndLatinNamesThatRowsHaveNoCodeForAreAdded() {
        TeletextPage arabic = new TeletextPage(TeletextStream.PAGE, true);
        byte[] unit =
                TeletextStream.unit(
                        TeletextStream.PAGE,
                        7,
                        additions(
                                row(20),
                                second(6, 'L'),
                                second(7, 'e'),
                                second(8, 'a'),
                                second(10, 0x3c),
                                second(12, 0x23)),
                        TeletextStream.row(20, ARABIC, "    اها"));
        assertThat(arabic.take(unit)).contains(List.of("أهلا Lea"));
    }

    @Test
    void lettersAreAddedWithTheirMarksInTheRowsThatTheyAreFor() {
        byte[] unit =
                TeletextStream.unit(
                        TeletextStream.PAGE,
                        1,
                        additions(
                                row(20),
                                marked(6, 'E', 2),
                                second(19, 0x7a),
                                row(22),
                                marked(6, '*', 0)),
                        TeletextStream.row(20, FRENCH, "Ecoute, mon cour !"),
                        TeletextStream.row(22, FRENCH, "*chevet"));
        assertThat(page.take(unit)).contains(List.of("Écoute, mon cœur !", "@chevet"));
        assertThat(page.take(words()))
                .as("erased with their page")
                .contains(List.of(FIRST, SECOND));
    }

    private static byte[] heart() {
        return TeletextStream.unit(
                TeletextStream.PAGE,
                1,
                additions(row(20), second(7, 0x7a)),
                TeletextStream.row(20, FRENCH, "cour"));
    }

    @Test
    void anAdditionIsMendedWhicheverBitIsWrong() {
        for (int bit = 0; bit < 48; bit++) {
            byte[] hurt = heart();
            int firstTriplet = 1 + 46 + 6 + 1;
            hurt[firstTriplet + bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(page.take(hurt)).contains(List.of("cœur"));
        }
    }

    @Test
    void anAdditionThatIsHurtTwiceIsLeftOut() {
        byte[] hurt = heart();
        hurt[1 + 46 + 6 + 1 + 4] ^= (byte) 0x81;
        assertThat(page.take(hurt)).contains(List.of("cour"));
    }
}

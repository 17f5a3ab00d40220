package chevet.terminal.player;

import java.text.Normalizer;
import java.util.List;

/**
 * The letters of a page of teletext (ETSI EN 300 706, 15). Those of Arabic are the letters
 * themselves, whatever form they are sent in: whoever draws them joins them.
 *
 * @param region which letters the page's number may mean: the upper four bits of the designation
 *     (table 32), {@link #ARABIC} or 0
 * @param national the number that bits C12 (lowest) to C14 of a page's header make
 */
record TeletextLetters(int region, int national) {
    /** The region of English, French and Arabic. */
    static final int ARABIC = 8;

    private static final int HEBREW = 10;
    private static final int ARABIC_LETTERS = 7;

    /** Where Latin letters differ (15.6.2): all others are those of ASCII. */
    private static final String PLACES = "#$@[\\]^_`{|}~";

    private static final List<String> NATIONAL =
            List.of(
                    "£$@←½→↑#—¼‖¾÷",
                    "éïàëêùî#èâôûç",
                    "#¤ÉÄÖÅÜ_éäöåü",
                    "#ůčťžýířéáěúš",
                    "#$§ÄÖÜ^_°äöüß",
                    "ç$¡áéíóú¿üñèà",
                    "£$é°ç→↑#ùàòèì",
                    "#¤ŢÂŞĂÎıţâşăî");

    /** Table 44. */
    private static final String ARABIC_G0 =
            " !\"£$٪ىي()*+،-./0123456789:؛<=>؟"
                    + "ةءببتتااب"
                    + "ةتثجحخد"
                    + "ذرزسشصضطظعغثجحخ#"
                    + "ـفقكلمنهوىيثجحخي"
                    + "ىعغففققكللممننﻻ ";

    /** Table 45. */
    private static final String ARABIC_G2 =
            " ععأؤإئئچچچپپپڤک٠١٢٣٤٥٦٧٨٩غغﻻههه"
                    + "àABCDEFGHIJKLMNOPQRSTUVWXYZëêùîع"
                    + "éabcdefghijklmnopqrstuvwxyzâôûç ";

    /** Table 38; the fifth sixteen are marks over letters. */
    private static final String LATIN_G2 =
            " ¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿"
                    + " `´ˆ˜¯˘˙¨.˚¸_˝˛ˇ―¹®©™♪€‰α   ⅛⅜⅝⅞"
                    + "ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ ";

    /** The same marks, to be put on a letter (12.3.4). */
    private static final String MARKS =
            " \u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0323\u030a\u0327\u0332\u030b\u0328"
                    + "\u030c";

    private static final int FIRST = ' ';

    /** They are written from right to left. */
    boolean arabic() {
        return (region == ARABIC || region == HEBREW) && national == ARABIC_LETTERS;
    }

    /**
     * @param code 0x20 to 0x7f
     */
    String letter(int code) {
        if (arabic()) {
            return spelt(ARABIC_G0.charAt(code - FIRST));
        }
        int place = PLACES.indexOf(code);
        return place >= 0 ? NATIONAL.get(national).substring(place, place + 1) : plain(code);
    }

    /**
     * From the second set.
     *
     * @param code 0x20 to 0x7f
     */
    String supplementary(int code) {
        boolean arab = region == ARABIC || region == HEBREW;
        return spelt((arab ? ARABIC_G2 : LATIN_G2).charAt(code - FIRST));
    }

    /**
     * @param code 0x20 to 0x7f, of a letter as in ASCII where letters are Latin
     * @param mark 0 for none, to 15
     */
    String marked(int code, int mark) {
        if (arabic()) {
            return letter(code);
        }
        // Without a mark this stands for what the national letters have no place for.
        String letter = mark == 0 && code == '*' ? "@" : plain(code);
        return mark == 0
                ? letter
                : Normalizer.normalize(letter + MARKS.charAt(mark), Normalizer.Form.NFC);
    }

    private static String plain(int code) {
        return code == 0x7f ? " " : String.valueOf((char) code);
    }

    /** One sign for two letters. */
    private static String spelt(char letter) {
        return letter == 'ﻻ' ? "لا" : String.valueOf(letter);
    }
}

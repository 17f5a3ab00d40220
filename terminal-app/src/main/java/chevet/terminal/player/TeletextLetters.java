package chevet.terminal.player;

import java.util.List;

/**
 * The Latin letters of teletext (ETSI EN 300 706, 15.6): those of ASCII but for thirteen places
 * that each group of languages fills with its own.
 */
final class TeletextLetters {
    /** Where letters differ. */
    private static final String PLACES = "#$@[\\]^_`{|}~";

    /** By the number that bits C12 (lowest) to C14 of a page's header make. */
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

    private TeletextLetters() {}

    /**
     * @param set 0 to 7
     * @param code 0x20 to 0x7f
     */
    static char letter(int set, int code) {
        int place = PLACES.indexOf(code);
        if (place >= 0) {
            return NATIONAL.get(set).charAt(place);
        }
        return code == 0x7f ? ' ' : (char) code;
    }
}

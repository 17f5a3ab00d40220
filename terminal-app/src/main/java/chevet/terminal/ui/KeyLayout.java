package chevet.terminal.ui;

import chevet.model.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which letters stand where, for each language; every page has three rows of letters. Pure. */
final class KeyLayout {
    /** What a keyboard shows at a time. */
    enum Page {
        LETTERS,
        CAPITALS,
        /** Letters that are on no key of their own: accents, hamzas. */
        MORE,
        DIGITS
    }

    private static final List<String> DIGITS = List.of("1234567890", "-/:;()€&@%", "?!'\",+=");

    private KeyLayout() {}

    /** The rows of a page, from the top; each character is one key. */
    static List<List<String>> rows(Language language, Page page) {
        return switch (page) {
            case DIGITS -> split(language == Language.AR ? arabicDigits() : DIGITS);
            case LETTERS -> split(letters(language));
            case CAPITALS ->
                    split(
                            letters(language).stream()
                                    .map(row -> row.toUpperCase(Locale.ROOT))
                                    .toList());
            case MORE -> split(more(language));
        };
    }

    /** True where letters have capitals. */
    static boolean capitals(Language language) {
        return language != Language.AR;
    }

    /** What is on the key that shows {@link Page#MORE}. */
    static String moreFace(Language language) {
        return switch (language) {
            case FR -> "éèà";
            case EN -> "éüñ";
            case AR -> "أإآ";
        };
    }

    /** What ends a sentence, on the keys beside the space. */
    static List<String> ends(Language language) {
        return language == Language.AR ? List.of("؟", ".") : List.of("?", ".");
    }

    private static List<String> letters(Language language) {
        return switch (language) {
            case FR -> List.of("azertyuiop", "qsdfghjklm", "wxcvbn’");
            case EN -> List.of("qwertyuiop", "asdfghjkl’", "zxcvbnm");
            // As on an Arabic keyboard, whose first key is left too.
            case AR -> List.of("ضصثقفغعهخح", "شسيبلاتنمك", "رةوزظطجدذ");
        };
    }

    private static List<String> more(Language language) {
        return switch (language) {
            case FR -> List.of("éèêëàâçùûü", "îïôœæñáíóú", "ÉÈÀÇÊ«»");
            case EN -> List.of("éèêëàâçùûü", "îïôœæñáíóú", "äöåøßÉÑ");
            case AR -> List.of("أإآءؤئىپچگ", "،؛«»()-:!+", "ڤژ");
        };
    }

    private static List<String> arabicDigits() {
        return List.of("1234567890", "-/:()٪&@+=", "؟!،؛«»");
    }

    private static List<List<String>> split(List<String> rows) {
        List<List<String>> keys = new ArrayList<>();
        for (String row : rows) {
            keys.add(row.codePoints().mapToObj(Character::toString).toList());
        }
        return keys;
    }
}

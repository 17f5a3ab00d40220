package chevet.model.request;

import chevet.model.text.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether a text sounds like a symptom or distress, so that its writer is told to press the call
 * button. It warns when in doubt: a negation is not understood ({@code je n'ai plus mal} warns),
 * and words of all languages are looked for whatever the screen speaks. Accents, capitals and, in
 * longer words with the same first letter, a slip of a finger do not matter. Pure.
 *
 * <p>It is no triage: patients write symptoms into the wrong place (18 % of portal messages, PMC
 * 6281442), and this sends them where somebody hears them at once.
 */
public final class Distress {
    /** So many other words may stand between two words of a phrase. */
    private static final int BETWEEN = 2;

    private static final int SLIP_FROM = 5;
    private static final int TWO_SLIPS_FROM = 9;

    private Distress() {}

    /**
     * True where a text should be answered with the call button.
     *
     * @param language that the screen speaks: words that are harmless in another language, as the
     *     French bread {@code pain}, count only in their own
     */
    public static boolean heard(String text, Language language) {
        List<String> words = words(harmlessGone(" " + plain(text) + " "));
        return Arrays.stream(Language.values())
                .flatMap(each -> DistressWords.of(each).stream())
                .filter(phrase -> !phrase.ownOnly() || phrase.language() == language)
                .anyMatch(phrase -> found(phrase, words));
    }

    private static String harmlessGone(String text) {
        String left = text;
        for (String harmless : DistressWords.harmless()) {
            left = left.replace(" " + harmless + " ", " ");
        }
        return left;
    }

    private static boolean found(DistressWords.Phrase phrase, List<String> words) {
        if (phrase.whole()) {
            return words.size() == phrase.words().size() && from(phrase.words(), words, 0, 0);
        }
        for (int start = 0; start < words.size(); start++) {
            if (from(phrase.words(), words, start, BETWEEN)) {
                return true;
            }
        }
        return false;
    }

    private static boolean from(List<String> phrase, List<String> words, int start, int between) {
        int at = start;
        for (int i = 0; i < phrase.size(); i++) {
            int furthest = i == 0 ? at : at + between;
            while (at < words.size() && at <= furthest && !same(phrase.get(i), words.get(at))) {
                at++;
            }
            if (at >= words.size() || at > furthest) {
                return false;
            }
            at++;
        }
        return true;
    }

    /**
     * @param wanted a word, or the beginning of one where it ends with {@code *}
     */
    private static boolean same(String wanted, String word) {
        return alike(wanted, word)
                || ArabicWord.bare(word).filter(b -> alike(wanted, b)).isPresent();
    }

    private static boolean alike(String wanted, String word) {
        if (!wanted.endsWith("*")) {
            return wanted.equals(word) || slipped(wanted, word);
        }
        String stem = wanted.substring(0, wanted.length() - 1);
        return word.startsWith(stem) || begins(stem, word);
    }

    /** A slip may have made the beginning one letter shorter or longer. */
    private static boolean begins(String stem, String word) {
        for (int end = stem.length() - 1; end <= stem.length() + 1; end++) {
            if (end <= word.length() && slipped(stem, word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean slipped(String wanted, String word) {
        int length = Math.min(wanted.length(), word.length());
        if (length < SLIP_FROM || wanted.charAt(0) != word.charAt(0)) {
            return false;
        }
        return Slips.between(wanted, word) <= (length < TWO_SLIPS_FROM ? 1 : 2);
    }

    /** Small letters without accents, words apart by one space. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(
                        c -> {
                            if (c == 'œ') {
                                plain.append("oe");
                            } else if (c == 'æ') {
                                plain.append("ae");
                            } else if (Character.isLetterOrDigit(c)) {
                                ArabicWord.append(plain, c);
                            } else {
                                plain.append(' ');
                            }
                        });
        return String.join(" ", words(plain.toString()));
    }

    private static List<String> words(String plain) {
        return Arrays.stream(plain.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}

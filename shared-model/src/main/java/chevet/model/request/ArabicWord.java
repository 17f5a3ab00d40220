package chevet.model.request;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may differ between two spellings of one Arabic word. */
final class ArabicWord {
    /** And, so; with, for, like; the: written onto the word that follows them. */
    private static final Pattern BEFORE = Pattern.compile("^[وف]?(?:[بلك]?ال|لل|[بلك])?(.{3,})$");

    private ArabicWord() {}

    /** Appends a letter in its plainest form; ornaments and the hamza go. */
    static void append(StringBuilder plain, int letter) {
        switch (letter) {
            case 'ٱ' -> plain.append('ا');
            case 'ى' -> plain.append('ي');
            case 'ة' -> plain.append('ه');
            case 'ء', 'ـ' -> {}
            default -> plain.appendCodePoint(letter);
        }
    }

    /** The word without what is written onto its front; empty where it is not Arabic. */
    static Optional<String> bare(String word) {
        if (word.isEmpty()
                || Character.UnicodeScript.of(word.codePointAt(0))
                        != Character.UnicodeScript.ARABIC) {
            return Optional.empty();
        }
        Matcher matcher = BEFORE.matcher(word);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

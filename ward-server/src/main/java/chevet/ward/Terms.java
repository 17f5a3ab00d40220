package chevet.ward;

import chevet.model.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say, in French, English or Arabic, by the operator's locale. */
final class Terms {
    static final String BUNDLE = "chevet.ward.commands";

    private Terms() {}

    static String say(String key, Object... about) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale()).getString(key);
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(about);
    }

    /** A sentence of another bundle; its quotes are as MessageFormat wants them. */
    static String words(String bundle, String key, Object... about) {
        String pattern =
                ResourceBundle.getBundle(bundle.replace('/', '.'), locale()).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(about);
    }

    static Language language() {
        return switch (Locale.getDefault().getLanguage()) {
            case "en" -> Language.EN;
            case "ar" -> Language.AR;
            default -> Language.FR;
        };
    }

    /** The locale of the language that is spoken, so that no bundle falls back to another. */
    static Locale locale() {
        return Locale.forLanguageTag(language().tag());
    }
}

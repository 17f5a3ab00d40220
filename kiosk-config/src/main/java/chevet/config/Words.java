package chevet.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The sentences of problems, in French, English or Arabic. */
final class Words {
    private final Properties sentences = new Properties();

    private Words(String language) {
        String file = "problems_" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(Locale locale) {
        return new Words(
                switch (locale.getLanguage()) {
                    case "en" -> "en";
                    case "ar" -> "ar";
                    default -> "fr";
                });
    }

    String say(String key, Object... about) {
        String pattern = sentences.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        // In MessageFormat a lone apostrophe would swallow what follows.
        return new MessageFormat(pattern.replace("'", "''"), Locale.ROOT).format(about);
    }
}

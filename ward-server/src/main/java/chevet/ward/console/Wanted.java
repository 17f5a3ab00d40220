package chevet.ward.console;

import chevet.model.text.Language;
import chevet.ward.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a browser wants, by its request. */
final class Wanted {
    private Wanted() {}

    /** True where a page's script asks, for a part of it or for its changes. */
    static boolean partial(Request request) {
        return request.header("hx-request").isPresent() || request.header("x-live").isPresent();
    }

    /**
     * The language that the page was asked in ({@code ?lang=}), else the first of Accept-Language
     * (RFC 9110, 12.5.4) that the console speaks, else French.
     */
    static Language language(Request request) {
        return request.query("lang")
                .or(() -> request.form("lang"))
                .flatMap(Wanted::spoken)
                .orElseGet(() -> accepted(request.header("accept-language").orElse("")));
    }

    private static Language accepted(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header.isBlank() ? "fr" : header);
        } catch (IllegalArgumentException malformed) {
            return Language.FR;
        }
        for (Locale.LanguageRange range : new ArrayList<>(ranges)) {
            Optional<Language> spoken = spoken(range.getRange());
            if (spoken.isPresent() && range.getWeight() > 0) {
                return spoken.get();
            }
        }
        return Language.FR;
    }

    static Optional<Language> spoken(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        for (Language language : Language.values()) {
            if (language.tag().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

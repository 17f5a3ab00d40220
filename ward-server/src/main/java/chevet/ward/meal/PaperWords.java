package chevet.ward.meal;

import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.place.BedId;
import chevet.model.text.Language;
import chevet.model.text.Texts;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of the kitchen's papers in one language. */
final class PaperWords {
    private final Language language;
    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle words;

    PaperWords(Language language, ZoneId zone) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.tag());
        this.zone = zone;
        this.words =
                ResourceBundle.getBundle(
                        "chevet.ward.meal.papers",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    boolean rightToLeft() {
        return language.rightToLeft();
    }

    String say(String key, Object... about) {
        return new MessageFormat(words.getString(key), locale).format(about);
    }

    String of(Enum<?> word) {
        return words.getString(word.getDeclaringClass().getSimpleName() + "." + word.name());
    }

    String of(Texts texts) {
        return texts.in(language);
    }

    /** The bed as it stands on its door, from left to right in Arabic too: 214-F is not F-214. */
    String of(BedId bed) {
        return rightToLeft() ? "\u200E" + bed.value() : bed.value();
    }

    /** Dinner, Saturday 21 November. */
    String of(ServiceKey key) {
        return of(key.service())
                + " · "
                + DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale).format(key.date());
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone).format(instant);
    }

    /** In the order of the enum, whatever the order of the set. */
    <E extends Enum<E>> String list(Collection<E> set) {
        return set.stream().sorted().map(this::of).collect(Collectors.joining(", "));
    }

    String of(Refusal refusal) {
        String about = refusal.about().map(what -> about(refusal.code(), what)).orElse("");
        return say("Refusal." + refusal.code(), about).strip();
    }

    private String about(Refusal.Code code, String what) {
        Optional<String> type =
                switch (code) {
                    case ALLERGEN_CONTAINED, ALLERGEN_POSSIBLE, ALLERGEN_UNKNOWN ->
                            Optional.of("Allergen");
                    case DIET -> Optional.of("Diet");
                    case TEXTURE -> Optional.of("FoodTexture");
                    case THICKNESS -> Optional.of("DrinkThickness");
                    case FASTING,
                            PROFILE_UNCONFIRMED,
                            CARBOHYDRATE_LIMIT,
                            FLUID_LIMIT,
                            AVERSION,
                            NOT_ON_THE_MENU ->
                            Optional.empty();
                };
        return type.map(name -> name + "." + what)
                .filter(words::containsKey)
                .map(words::getString)
                .orElse(what);
    }

    /** Each reason once. */
    String reasons(Collection<Refusal> refusals) {
        return Arrays.stream(refusals.stream().map(this::of).distinct().toArray(String[]::new))
                .collect(Collectors.joining(" ; "));
    }
}

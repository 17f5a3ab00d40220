package chevet.model.text;

import java.util.Optional;

/** A name from the hospital's own data in the languages it is known in; French is always there. */
public record Texts(String fr, Optional<String> en, Optional<String> ar) {
    public static Texts french(String fr) {
        return new Texts(fr, Optional.empty(), Optional.empty());
    }

    public static Texts of(String fr, String en, String ar) {
        return new Texts(fr, Optional.of(en), Optional.of(ar));
    }

    /** The text in that language, or the French one where it is not known. */
    public String in(Language language) {
        return switch (language) {
            case FR -> fr;
            case EN -> en.orElse(fr);
            case AR -> ar.orElse(fr);
        };
    }
}

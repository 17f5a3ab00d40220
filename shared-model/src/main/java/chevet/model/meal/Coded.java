package chevet.model.meal;

import java.util.List;
import java.util.Optional;

/**
 * A thing as a hospital's system says it: by codes, by words, or both.
 *
 * @param codings each with its code system's URI, which may be empty
 * @param text in the hospital's own words
 */
public record Coded(List<Coding> codings, Optional<String> text) {
    public Coded {
        codings = List.copyOf(codings);
    }

    /**
     * One code.
     *
     * @param display what the code means, as the sender writes it
     */
    public record Coding(String system, String code, Optional<String> display) {}

    /** The code system of what the site itself has said: codes are constants of our own. */
    static final String OURS = "urn:chevet:food";

    /**
     * What a code of the hospital means by the site's own table.
     *
     * @param meaning a {@link Diet}, {@link FoodTexture} or {@link DrinkThickness}
     */
    public static Coded ours(Enum<?> meaning) {
        return coded(OURS, meaning.name());
    }

    /** Nothing by mouth. */
    public static Coded nothingByMouth() {
        return coded(FoodCodes.SNOMED, FoodCodes.NOTHING_BY_MOUTH);
    }

    private static Coded coded(String system, String code) {
        return new Coded(List.of(new Coding(system, code, Optional.empty())), Optional.empty());
    }

    /** What a person reads: the text, else a display, else the code. */
    public String shown() {
        return text.or(() -> codings.stream().flatMap(c -> c.display().stream()).findFirst())
                .or(() -> codings.stream().map(Coding::code).findFirst())
                .orElse("");
    }

    /** Says nothing of the patient: what has a toString ends in a log. */
    @Override
    public String toString() {
        return "Coded[]";
    }
}

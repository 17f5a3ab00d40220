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

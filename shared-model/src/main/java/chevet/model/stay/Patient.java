package chevet.model.stay;

import chevet.model.text.Language;

/**
 * How the patient is greeted and shown to: body of the event {@code patient} of the stay's stream.
 *
 * @param title what stands before the name
 * @param name family name, as the hospital has it; screens show it where the patient's own eyes
 *     read it
 * @param language that the screens speak first
 */
public record Patient(Title title, String name, Language language) {
    public enum Title {
        MRS,
        MR,
        /** A child, or a person without a title. */
        NONE
    }

    /** {@code M.} for Martin: what a ward's board and a screenshot may show. */
    public String initial() {
        return name.isBlank()
                ? ""
                : name.strip().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + ".";
    }

    @Override
    public String toString() {
        return "Patient[" + title + "]";
    }
}

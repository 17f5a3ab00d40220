package chevet.model.staff;

import java.util.Locale;

/** What staff may reach at a bed. */
public enum Resource {
    /** Who the patient is: name, age, sex, record number. */
    BANNER(Of.RECORD),
    ALLERGIES(Of.RECORD),
    /** The diet as the record has it. */
    DIET(Of.RECORD),
    MEDICATION(Of.RECORD),
    OBSERVATIONS(Of.RECORD),
    APPOINTMENTS(Of.RECORD),
    CARE_TEAM(Of.RECORD),
    /** What whoever enters the room has to know: isolation, fall risk. */
    FLAGS(Of.RECORD),
    CONSENTS(Of.RECORD),
    /** What the patient may eat, as the kitchen keeps to it. */
    FOOD_PROFILE(Of.STAY),
    /** The trays of the stay: those held, and choosing for the patient. */
    MEALS(Of.STAY),
    /** Prescribed films and their checks. */
    FILMS(Of.STAY),
    /** What the patient asks of the ward. */
    REQUESTS(Of.STAY),
    /** The cleaning mode of the screen. */
    CLEANING(Of.TERMINAL),
    /** The terminal's own state. */
    TERMINAL(Of.TERMINAL);

    private enum Of {
        RECORD,
        STAY,
        TERMINAL
    }

    private final Of of;

    Resource(Of of) {
        this.of = of;
    }

    /** True for a part of the patient's record, which leaves no trace at the terminal. */
    public boolean record() {
        return of == Of.RECORD;
    }

    /** True where somebody has to lie in the bed. */
    public boolean aboutPatient() {
        return of != Of.TERMINAL;
    }

    /** True for what the terminal keeps of a stay, and may show without the server. */
    public boolean kept() {
        return of == Of.STAY;
    }

    /** As it stands in a file: {@code care-team}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

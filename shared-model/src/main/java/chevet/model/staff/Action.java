package chevet.model.staff;

import java.util.Locale;

/** What is done with a {@link Resource}. */
public enum Action {
    READ,
    CHANGE,
    /** Prescribes a film. */
    PRESCRIBE,
    /** Signs off what was explained. */
    SIGN_OFF,
    /** Answers a request. */
    ANSWER;

    /** As it stands in a file: {@code sign-off}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

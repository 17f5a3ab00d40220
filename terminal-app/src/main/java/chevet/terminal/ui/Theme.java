package chevet.terminal.ui;

import java.util.Locale;

/** The colours that the screen is dressed in. */
public enum Theme {
    DAY,
    /** For the neighbour who sleeps: no white surface. */
    NIGHT,
    /** White on black with thick edges, for low vision. */
    CONTRAST;

    /** Its class in the style sheet: {@code theme-day}. */
    public String styleClass() {
        return "theme-" + name().toLowerCase(Locale.ROOT);
    }
}

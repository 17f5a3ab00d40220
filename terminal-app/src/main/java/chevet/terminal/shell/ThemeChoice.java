package chevet.terminal.shell;

import chevet.terminal.ui.Theme;
import java.time.LocalTime;

/** Which colours the patient wants. */
public enum ThemeChoice {
    /** Day by day and night by night. */
    BY_THE_CLOCK,
    DAY,
    NIGHT,
    CONTRAST;

    /** A ward's night, when lights are dimmed for the neighbour who sleeps. */
    private static final LocalTime NIGHTFALL = LocalTime.of(21, 0);

    private static final LocalTime DAYBREAK = LocalTime.of(7, 0);

    /** The colours at that time of day. */
    public Theme at(LocalTime time) {
        return switch (this) {
            case BY_THE_CLOCK ->
                    time.isBefore(DAYBREAK) || !time.isBefore(NIGHTFALL) ? Theme.NIGHT : Theme.DAY;
            case DAY -> Theme.DAY;
            case NIGHT -> Theme.NIGHT;
            case CONTRAST -> Theme.CONTRAST;
        };
    }
}

package chevet.terminal.shell;

import chevet.terminal.ui.Icon;
import java.time.Instant;

/**
 * One thing that the patient had better do soon: the home screen shows the most pressing one. Its
 * words are already in the patient's language; the feature gives a new one when they change.
 *
 * @param title {@code Choisissez votre repas de ce soir avant 14:00}
 * @param detail {@code Il reste 2 h 18}
 * @param action what the button says: {@code Choisir}
 * @param screen where the button leads
 * @param due until when; the earliest is shown first
 */
public record ToDo(
        String title, String detail, Icon.Shape icon, String action, String screen, Instant due) {}

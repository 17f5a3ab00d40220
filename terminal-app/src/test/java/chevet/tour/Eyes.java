package chevet.tour;

import chevet.model.text.Language;
import chevet.terminal.shell.ThemeChoice;
import chevet.terminal.ui.TextSize;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** How somebody looks at it: its name ends the names of pictures. */
record Eyes(String name, ThemeChoice theme, TextSize size, Language language) {
    private static final Eyes DAY =
            new Eyes("day-fr", ThemeChoice.DAY, TextSize.NORMAL, Language.FR);

    /** At the bed. */
    static final List<Eyes> TERMINAL =
            List.of(
                    DAY,
                    new Eyes("night-fr", ThemeChoice.NIGHT, TextSize.NORMAL, Language.FR),
                    new Eyes("day-fr-200", ThemeChoice.DAY, TextSize.LARGEST, Language.FR),
                    new Eyes("day-en", ThemeChoice.DAY, TextSize.NORMAL, Language.EN),
                    new Eyes("day-ar", ThemeChoice.DAY, TextSize.NORMAL, Language.AR));

    /** In the ward's office and in the kitchen, where the browser has its own zoom. */
    static final List<Eyes> CONSOLE =
            TERMINAL.stream().filter(eyes -> eyes.size() == TextSize.NORMAL).toList();

    String locale() {
        return switch (language) {
            case FR -> "fr-FR";
            case EN -> "en-GB";
            case AR -> "ar";
        };
    }

    ColorScheme scheme() {
        return theme == ThemeChoice.NIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
    }
}

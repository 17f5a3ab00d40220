package chevet.terminal;

import chevet.model.text.Language;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.Theme;
import java.nio.file.Path;

/** Writes pictures of all screens into a directory, to be looked at. */
public final class Pictures {
    private Pictures() {}

    /**
     * @param args the directory
     */
    public static void main(String[] args) throws java.io.IOException {
        Path to = Path.of(args[0]);
        long start = System.nanoTime();
        try (Bedside bedside = new Bedside(1280, 800)) {
            bedside.picture(to.resolve("empty.png"));
            bedside.admitted();
            for (String screen : bedside.wiring().shell().screens()) {
                Bedside.onScreen(() -> bedside.wiring().shell().show(screen));
                all(bedside, to, screen);
            }
        }
        System.out.println("ms " + (System.nanoTime() - start) / 1_000_000);
        System.exit(0);
    }

    private static void all(Bedside bedside, Path to, String screen) throws java.io.IOException {
        one(bedside, to.resolve(screen + "-day.png"), Theme.DAY, TextSize.NORMAL, Language.FR);
        one(bedside, to.resolve(screen + "-night.png"), Theme.NIGHT, TextSize.NORMAL, Language.EN);
        one(
                bedside,
                to.resolve(screen + "-contrast.png"),
                Theme.CONTRAST,
                TextSize.LARGE,
                Language.FR);
        one(bedside, to.resolve(screen + "-200.png"), Theme.DAY, TextSize.LARGEST, Language.FR);
        one(bedside, to.resolve(screen + "-ar.png"), Theme.DAY, TextSize.NORMAL, Language.AR);
    }

    private static void one(
            Bedside bedside, Path file, Theme theme, TextSize size, Language language)
            throws java.io.IOException {
        Bedside.onScreen(
                () -> {
                    bedside.wiring().kit().look().themeProperty().set(theme);
                    bedside.wiring().kit().look().textSizeProperty().set(size);
                    bedside.wiring().kit().words().languageProperty().set(language);
                });
        bedside.picture(file);
    }
}

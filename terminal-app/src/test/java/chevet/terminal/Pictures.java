package chevet.terminal;

import chevet.model.text.Language;
import chevet.terminal.library.Cinema;
import chevet.terminal.library.FilmPage;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Trouble;
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
            films(bedside, to);
        }
        System.out.println("ms " + (System.nanoTime() - start) / 1_000_000);
        System.exit(0);
    }

    private static void films(Bedside bedside, Path to) throws java.io.IOException {
        Cinema.prescribe(bedside.link()::put);
        bedside.settle();
        FilmPage page = new FilmPage(bedside);
        page.show("home");
        all(bedside, to, "home-prescribed");
        page.show("library");
        all(bedside, to, "library-prescribed");
        page.open();
        page.become(new PlayState.Paused());
        all(bedside, to, "film-paused");
        page.become(new PlayState.Failed(Trouble.NOT_INSTALLED));
        all(bedside, to, "film-failed");
        page.seeItAll();
        all(bedside, to, "film-ended");
        page.press("film-answer");
        all(bedside, to, "check");
        page.press("check-unsure");
        all(bedside, to, "check-judged");
        page.press("check-next");
        all(bedside, to, "check-pictures");
        page.press("check-unsure");
        page.press("check-next");
        page.press("check-unsure");
        page.press("check-next");
        all(bedside, to, "check-done");
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

package chevet.terminal;

import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.Standing;
import chevet.model.text.Language;
import chevet.terminal.device.card.HandCard;
import chevet.terminal.library.Cinema;
import chevet.terminal.library.FilmPage;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Trouble;
import chevet.terminal.staff.StaffSeat;
import chevet.terminal.stay.MyStay;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes pictures of all screens into a directory, to be looked at. */
public final class Pictures {
    private Pictures() {}

    /**
     * @param args the directory; and {@code staff} or {@code tv} for theirs only
     */
    public static void main(String[] args) throws java.io.IOException {
        Path to = Path.of(args[0]);
        long start = System.nanoTime();
        if (args.length > 1) {
            if (args[1].equals("tv")) {
                try (Bedside bedside = new Bedside(1280, 800)) {
                    television(bedside.admitted(), to);
                }
            } else {
                staff(to);
            }
            System.exit(0);
        }
        try (Bedside bedside = new Bedside(1280, 800)) {
            bedside.picture(to.resolve("empty.png"));
            bedside.admitted();
            for (String screen : bedside.wiring().shell().screens()) {
                Bedside.onScreen(() -> bedside.wiring().shell().show(screen));
                all(bedside, to, screen);
            }
            television(bedside, to);
            films(bedside, to);
            stay(bedside, to);
        }
        staff(to);
        System.out.println("ms " + (System.nanoTime() - start) / 1_000_000);
        System.exit(0);
    }

    private static void staff(Path to) throws java.io.IOException {
        try (StaffSeat seat = new StaffSeat()) {
            Permission allergies = new Permission(Resource.ALLERGIES, Action.READ);
            HandCard code = seat.insert();
            seat.type("47");
            all(seat.bedside(), to, "staff-code");
            seat.remove(code);
            HandCard open = seat.open(StaffSeat.session(Standing.PIN, allergies));
            all(seat.bedside(), to, "staff-open");
            seat.remove(open);
            seat.asks().answer(StaffAsks.LOGIN, _ -> StaffSeat.session(Standing.GRACE, allergies));
            HandCard tap = seat.insert();
            seat.later(Duration.ofSeconds(95));
            seat.press("staff-glass-open");
            all(seat.bedside(), to, "staff-grace");
            seat.remove(tap);
            seat.asks().refuse(StaffAsks.LOGIN, StaffRefusal.WITHDRAWN.reason());
            seat.insert();
            all(seat.bedside(), to, "staff-lost");
        }
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

    private static void television(Bedside bedside, Path to) throws java.io.IOException {
        FilmPage page = new FilmPage(bedside);
        page.show("tv");
        HandEngine engine = (HandEngine) bedside.television();
        Bedside.onScreen(() -> engine.become(new PlayState.Playing()));
        all(bedside, to, "tv-now");
        for (String panel : List.of("GUIDE", "RADIO", "NUMBER", "TRACKS", "SLEEP")) {
            page.press("tv-" + panel);
            all(bedside, to, "tv-" + panel.toLowerCase(Locale.ROOT));
        }
        Bedside.onScreen(() -> engine.become(new PlayState.Failed(Trouble.NOT_INSTALLED)));
        all(bedside, to, "tv-failed");
        Bedside.onScreen(() -> engine.become(new PlayState.Playing()));
    }

    private static void stay(Bedside bedside, Path to) throws java.io.IOException {
        MyStay.fill(bedside.link()::put);
        bedside.settle();
        FilmPage page = new FilmPage(bedside);
        page.show("stay");
        all(bedside, to, "stay-filled");
        page.press("ask-QUESTION");
        all(bedside, to, "stay-writing");
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
                    bedside.wiring().staffKit().look().textSizeProperty().set(size);
                    bedside.wiring().staffKit().words().languageProperty().set(language);
                });
        bedside.picture(file);
    }
}

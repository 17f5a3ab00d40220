package chevet.terminal;

import chevet.terminal.display.DisplayScreen;
import chevet.terminal.home.HomeScreen;
import chevet.terminal.library.FilmPane;
import chevet.terminal.library.LibraryPorts;
import chevet.terminal.library.LibraryScreen;
import chevet.terminal.meal.FoodPane;
import chevet.terminal.meal.MealPane;
import chevet.terminal.meal.MealPorts;
import chevet.terminal.meal.MealScreen;
import chevet.terminal.notice.NoticePorts;
import chevet.terminal.notice.Notices;
import chevet.terminal.record.RecordPane;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Comfort;
import chevet.terminal.shell.Feature;
import chevet.terminal.shell.Occupant;
import chevet.terminal.shell.Shell;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.staff.StaffPorts;
import chevet.terminal.staff.StaffScreen;
import chevet.terminal.stay.RequestPane;
import chevet.terminal.stay.StayPorts;
import chevet.terminal.stay.StayScreen;
import chevet.terminal.tv.TvPorts;
import chevet.terminal.tv.TvScreen;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Look;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the features to the shell: the only place that sees them all. A feature is its lines here
 * and its package. On the JavaFX thread.
 *
 * @param shell with all features in it, not yet shown
 * @param kit whose look and words every screen has
 * @param staffKit of what staff see: the house's language, the sketches' size of text
 * @param comfort what the patient can set
 * @param focus who may be heard
 */
public record Wiring(Shell shell, Kit kit, Kit staffKit, Comfort comfort, AudioFocus focus) {
    static final List<String> BUNDLES =
            List.of(
                    "chevet.terminal.texts",
                    MealScreen.BUNDLE,
                    LibraryScreen.BUNDLE,
                    TvScreen.BUNDLE,
                    Notices.BUNDLE,
                    StaffScreen.BUNDLE,
                    StayScreen.BUNDLE,
                    RecordPane.BUNDLE);

    /** Builds all screens over the given ports. */
    public static Wiring of(Ports ports, Shell.Rules rules) {
        Look.loadFonts();
        Words words = new Words(BUNDLES);
        words.languageProperty().set(rules.language());
        Kit kit = new Kit(words, new Look());
        WardTime time = new WardTime(ports.clock(), ports.zone());
        Comfort comfort =
                new Comfort(
                        kit,
                        time,
                        ports.work(),
                        ports.sound(),
                        ports.backlight(),
                        ports.notebook());
        Occupant occupant = new Occupant();
        Shell shell = new Shell(kit, time, ports.work(), comfort, occupant, rules);

        MealPorts mealPorts =
                new MealPorts(
                        ports.replica(),
                        ports.outbox(),
                        ports.commands(),
                        new FetchedPictures(ports.fetch(), "meal.picture"));
        MealScreen meals = new MealScreen(kit, time, ports.work(), mealPorts, shell);
        AudioFocus focus = shell.audioFocus();
        TvPorts tvPorts =
                new TvPorts(
                        ports.replica(),
                        ports.outbox(),
                        ports.commands(),
                        new FetchedGuides(ports.fetch()),
                        new FetchedPictures(ports.fetch(), "tv.picture"),
                        ports.engines().get(),
                        focus,
                        comfort.quiet());
        TvScreen tv = new TvScreen(kit, time, ports.work(), tvPorts, comfort, shell);
        LibraryPorts libraryPorts =
                new LibraryPorts(
                        ports.replica(),
                        ports.outbox(),
                        ports.commands(),
                        new FetchedFilms(ports.fetch()),
                        new FetchedPictures(ports.fetch(), "library.picture"),
                        ports.engines(),
                        ports.speech(),
                        focus,
                        comfort.quiet());
        LibraryScreen library = new LibraryScreen(kit, time, ports.work(), libraryPorts, shell);
        List<Feature> features = new ArrayList<>();
        features.add(tv.feature());
        features.add(meals.feature());
        features.addAll(library.features());
        StayPorts stayPorts = new StayPorts(ports.replica(), ports.outbox(), ports.commands());
        features.add(new StayScreen(kit, time, ports.work(), stayPorts).feature());
        features.add(new DisplayScreen(kit, comfort).feature());

        shell.add(new HomeScreen(kit, shell, occupant, features).feature());
        features.forEach(shell::add);
        shell.dress(Notices.sheet());
        new Notices(
                        kit,
                        time,
                        ports.work(),
                        new NoticePorts(ports.replica(), shell.interruptions(), ports.speech()))
                .start(occupant);
        Kit staffKit = staffKit(kit, rules);
        List<StaffPane> panes =
                List.of(
                        new RecordPane(staffKit, time, ports.work()),
                        new FilmPane(staffKit, ports.work(), ports.replica()),
                        new RequestPane(staffKit, time, ports.work(), ports.replica()),
                        new FoodPane(staffKit, time, ports.work(), ports.replica()),
                        new MealPane(staffKit, time, ports.work(), mealPorts));
        shell.dress(RecordPane.sheet());
        staff(ports, rules, staffKit, time, shell, panes).start();
        shell.follow(ports.replica());
        return new Wiring(shell, kit, staffKit, comfort, focus);
    }

    /** Staff read the house's language by the patient's light, whatever else the patient chose. */
    private static Kit staffKit(Kit patient, Shell.Rules rules) {
        Words words = new Words(BUNDLES);
        words.languageProperty().set(rules.language());
        Look look = new Look();
        look.themeProperty().set(patient.look().themeProperty().get());
        patient.look()
                .themeProperty()
                .addListener((_, _, theme) -> look.themeProperty().set(theme));
        return new Kit(words, look);
    }

    private static StaffScreen staff(
            Ports ports,
            Shell.Rules rules,
            Kit kit,
            WardTime time,
            Shell shell,
            List<StaffPane> panes) {
        shell.dress(StaffScreen.sheet());
        return new StaffScreen(
                kit,
                rules.language(),
                time,
                ports.work(),
                new StaffPorts(
                        ports.terminal(),
                        ports.cards(),
                        ports.asks(),
                        ports.replica(),
                        ports.commands(),
                        ports.seal(),
                        ports.hours(),
                        shell.interruptions()),
                panes);
    }
}

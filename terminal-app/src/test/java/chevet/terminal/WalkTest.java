package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.notice.Notice;
import chevet.model.notice.NoticeId;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffAsks;
import chevet.model.staff.StaffRefusal;
import chevet.model.staff.Standing;
import chevet.model.text.Language;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.device.card.HandCard;
import chevet.terminal.library.Cinema;
import chevet.terminal.library.FilmPage;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Track;
import chevet.terminal.player.Tracks;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.Shell;
import chevet.terminal.staff.StaffSeat;
import chevet.terminal.stay.MyStay;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, in every theme, size of text and language. */
@Tag("slow")
class WalkTest {
    @ParameterizedTest
    @CsvSource({"1280, 800", "1024, 600"})
    void everyScreenCanBeReadAndTouchedInEveryThemeSizeAndLanguage(double width, double height) {
        // Colours do not depend on the window: every theme on the first, one on the others.
        List<Theme> themes = width == 1280 ? List.of(Theme.values()) : List.of(Theme.DAY);
        List<String> problems = new ArrayList<>();
        try (Bedside bedside = new Bedside(width, height)) {
            List<Throwable> faults = faults();
            inAll(bedside, "empty bed", themes, problems);
            bedside.admitted();
            Shell shell = bedside.wiring().shell();
            for (String screen : shell.screens()) {
                Bedside.onScreen(() -> shell.show(screen));
                bedside.settle();
                inAll(bedside, screen, themes, problems);
            }
            assertThat(bedside.wiring().kit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void theFrameCanBeReadAndTouchedWhateverItSays() {
        List<String> problems = new ArrayList<>();
        try (Bedside bedside = new Bedside(1280, 800)) {
            List<Throwable> faults = faults();
            bedside.admitted();
            bedside.link().linked(false, Optional.of(Bedside.SATURDAY), 12);
            Bedside.onScreen(
                    () -> bedside.wiring().shell().failed(new IllegalStateException("a test's")));
            bedside.clock().forward(Duration.ofMinutes(2));
            Bedside.onScreen(bedside.wiring().shell()::tick);
            bedside.settle();
            inAll(bedside, "offline, with a fault", problems);
            for (String key : List.of("shell.language", "shell.volume")) {
                press(bedside, key);
                inAll(bedside, key, problems);
                press(bedside, "shell.close");
            }
            Bedside.onScreen(() -> chord(bedside));
            bedside.settle();
            inAll(bedside, "exit", problems);
            assertThat(bedside.wiring().kit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void filmAndItsQuestionsCanBeReadAndTouchedInEachOfTheirStates() {
        List<String> problems = new ArrayList<>();
        try (Bedside bedside = new Bedside(1280, 800)) {
            List<Throwable> faults = faults();
            bedside.admitted();
            Cinema.prescribe(bedside.link()::put);
            bedside.settle();
            FilmPage page = new FilmPage(bedside);
            page.show("library");
            inAll(bedside, "a prescribed film", problems);
            page.open();
            page.become(new PlayState.Paused());
            inAll(bedside, "a film that pauses", problems);
            List<Theme> day = List.of(Theme.DAY);
            page.press("film-whole");
            inAll(bedside, "a film that has the whole screen", day, problems);
            page.press("film-smaller");
            page.become(new PlayState.Failed(Trouble.NOT_INSTALLED));
            inAll(bedside, "a film that fails", day, problems);
            page.seeItAll();
            inAll(bedside, "a film at its end", day, problems);
            page.press("film-answer");
            inAll(bedside, "a question", problems);
            page.press("check-unsure");
            inAll(bedside, "an answer", day, problems);
            page.press("check-next");
            inAll(bedside, "a question with pictures", day, problems);
            for (int i = 0; i < 3; i++) {
                page.press(i % 2 == 0 ? "check-unsure" : "check-next");
            }
            page.press("check-next");
            inAll(bedside, "all answered", day, problems);
            assertThat(bedside.wiring().kit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void myStayCanBeReadAndTouchedInEachOfItsStates() {
        List<String> problems = new ArrayList<>();
        try (Bedside bedside = new Bedside(1280, 800)) {
            List<Throwable> faults = faults();
            bedside.admitted();
            MyStay.fill(bedside.link()::put);
            bedside.settle();
            FilmPage page = new FilmPage(bedside);
            page.show("stay");
            inAll(bedside, "my stay", problems);
            page.press("back-r1");
            inAll(bedside, "a request to take back", List.of(Theme.DAY), problems);
            page.press("ask-QUESTION");
            inAll(bedside, "a question", problems);
            Node field = page.shown(each -> "stay-field".equals(each.getId())).getFirst();
            Bedside.onScreen(
                    () ->
                            "J’ai très mal au dos, et au bras depuis ce matin"
                                    .chars()
                                    .forEach(
                                            c ->
                                                    field.fireEvent(
                                                            new KeyEvent(
                                                                    KeyEvent.KEY_TYPED,
                                                                    Character.toString(c),
                                                                    "",
                                                                    KeyCode.UNDEFINED,
                                                                    false,
                                                                    false,
                                                                    false,
                                                                    false))));
            inAll(bedside, "words of pain", List.of(Theme.DAY), problems);
            page.press("stay-send");
            inAll(bedside, "the call button", problems);
            assertThat(bedside.wiring().kit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void theTelevisionCanBeReadAndTouchedWhateverItShows() {
        List<String> problems = new ArrayList<>();
        try (Bedside bedside = new Bedside(1280, 800)) {
            List<Throwable> faults = faults();
            bedside.admitted();
            HandEngine engine = (HandEngine) bedside.television();
            Bedside.onScreen(() -> bedside.wiring().shell().show("tv"));
            Bedside.onScreen(() -> engine.become(new PlayState.Playing()));
            Track french = new Track("1", Optional.of("fr"), Track.Purpose.PLAIN);
            Track told = new Track("2", Optional.of("fr"), Track.Purpose.AUDIO_DESCRIPTION);
            Track text = new Track("3", Optional.of("fr"), Track.Purpose.HARD_OF_HEARING);
            Bedside.onScreen(
                    () ->
                            engine.offer(
                                    new Tracks(
                                            List.of(french, told),
                                            Optional.of(french),
                                            List.of(text),
                                            Optional.empty())));
            for (String panel :
                    List.of(
                            "tv.panel.NOW",
                            "tv.panel.GUIDE",
                            "tv.range.CHANNEL",
                            "tv.panel.RADIO",
                            "tv.tracks",
                            "tv.number",
                            "tv.sleep")) {
                press(bedside, panel);
                inAll(bedside, panel, List.of(Theme.DAY), problems);
            }
            List<PlayState> states =
                    List.of(
                            new PlayState.Buffering(),
                            new PlayState.Paused(),
                            new PlayState.Stalled(Trouble.STOPPED, 4),
                            new PlayState.Failed(Trouble.FORMAT));
            for (PlayState state : states) {
                Bedside.onScreen(() -> engine.become(state));
                inAll(bedside, "tv " + state, List.of(Theme.DAY), problems);
            }
            Bedside.onScreen(() -> engine.become(new PlayState.Playing()));
            press(bedside, "tv.whole");
            inAll(bedside, "the picture alone", problems);
            assertThat(bedside.wiring().kit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void anUrgentNoticeCanBeReadAndClosed() {
        List<String> problems = new ArrayList<>();
        try (Bedside bedside = new Bedside(1280, 800)) {
            List<Throwable> faults = faults();
            bedside.admitted();
            NoticeId id = new NoticeId("water");
            String longest = "Ne buvez pas l’eau du robinet avant demain matin à sept heures. ";
            bedside.link()
                    .put(
                            Kind.WARD,
                            Notice.key(id),
                            new Notice(
                                    id,
                                    Texts.french(longest.repeat(4)),
                                    Bedside.SATURDAY,
                                    Bedside.SATURDAY.plusSeconds(3600)));
            bedside.settle();
            inAll(bedside, "a notice", problems);
            assertThat(bedside.wiring().kit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void staffCanReadAndTouchWhateverTheirCardOpens() {
        List<String> problems = new ArrayList<>();
        try (StaffSeat seat = new StaffSeat()) {
            List<Throwable> faults = faults();
            Bedside bedside = seat.bedside();
            List<Theme> day = List.of(Theme.DAY);
            seat.asks().refuse(StaffAsks.LOGIN, StaffRefusal.WITHDRAWN.reason());
            HandCard lost = seat.insert();
            inAll(bedside, "a lost card", problems);
            seat.remove(lost);
            seat.asks().silence();
            HandCard offline = seat.insert();
            inAll(bedside, "a card without network", day, problems);
            seat.remove(offline);
            seat.serverAsksForTheCode();
            HandCard wrong = seat.insert();
            seat.type("99");
            inAll(bedside, "the card's code", problems);
            seat.type("99");
            seat.press("staff-ok");
            inAll(bedside, "a wrong code", day, problems);
            seat.remove(wrong);
            Permission allergies = new Permission(Resource.ALLERGIES, Action.READ);
            HandCard card = seat.open(StaffSeat.session(Standing.GRACE, allergies));
            inAll(bedside, "a session to read", problems);
            seat.later(Duration.ofSeconds(95));
            inAll(bedside, "a session that will be locked", day, problems);
            seat.press("staff-here");
            seat.press("staff-glass-open");
            inAll(bedside, "why the glass is to be broken", day, problems);
            seat.press("staff-cause-emergency");
            inAll(bedside, "whether the glass is to be broken", day, problems);
            seat.remove(card);
            seat.serverAsksForTheCode();
            seat.open(StaffSeat.session(Standing.EMERGENCY));
            inAll(bedside, "an emergency", day, problems);
            seat.press("staff-lock");
            inAll(bedside, "a locked session", day, problems);
            assertThat(bedside.wiring().staffKit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyPaneOfStaffCanBeReadAndTouchedInEachOfItsStates() {
        List<String> problems = new ArrayList<>();
        try (StaffWard ward = new StaffWard()) {
            List<Throwable> faults = faults();
            Bedside bedside = ward.bedside();
            List<Theme> day = List.of(Theme.DAY);
            inAll(bedside, "the panes of staff", problems);
            for (String part : List.of("ALLERGIES", "DIETS", "TEXTURE", "FASTING", "LIMITS")) {
                ward.press("pane-food-" + part);
                inAll(bedside, part + " to be changed", day, problems);
            }
            ward.press("pane-food-ALLERGIES");
            ward.press("pane-food-MILK");
            ward.press("pane-food-keep");
            inAll(bedside, "a precaution that is lifted", day, problems);
            ward.press("staff-glass-open");
            ward.press("staff-cause-other");
            inAll(bedside, "why the glass is broken, in words", problems);
            assertThat(bedside.wiring().staffKit().words().missing()).isEmpty();
            assertThat(faults).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    private static List<Throwable> faults() {
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        Bedside.onScreen(
                () ->
                        Thread.currentThread()
                                .setUncaughtExceptionHandler((_, fault) -> faults.add(fault)));
        return faults;
    }

    private static void inAll(Bedside bedside, String where, List<String> problems) {
        inAll(bedside, where, List.of(Theme.values()), problems);
    }

    private static void inAll(
            Bedside bedside, String where, List<Theme> themes, List<String> problems) {
        for (Language language : Language.values()) {
            // In one go of JavaFX's thread: what lies between would be painted for nobody.
            Bedside.onScreen(
                    () -> {
                        for (TextSize size : TextSize.values()) {
                            for (Theme theme : themes) {
                                dress(bedside, language, size, theme);
                                bedside.lay();
                                String place =
                                        where
                                                + " "
                                                + theme
                                                + " "
                                                + size.percent()
                                                + " % "
                                                + language.tag();
                                problems.addAll(Walk.problems(place, bedside.scene().getRoot()));
                            }
                        }
                    });
        }
        Bedside.onScreen(() -> dress(bedside, Language.FR, TextSize.NORMAL, Theme.DAY));
        bedside.settle();
    }

    private static void dress(Bedside bedside, Language language, TextSize size, Theme theme) {
        bedside.wiring().kit().words().languageProperty().set(language);
        bedside.wiring().kit().look().textSizeProperty().set(size);
        bedside.wiring().kit().look().themeProperty().set(theme);
        Kit staff = bedside.wiring().staffKit();
        staff.words().languageProperty().set(language);
        staff.look().textSizeProperty().set(size);
    }

    private static void press(Bedside bedside, String key) {
        String name = bedside.wiring().kit().words().text(key, 40);
        Bedside.onScreen(
                () -> {
                    for (Node node : bedside.scene().getRoot().lookupAll("*")) {
                        boolean shown = node.localToScene(node.getLayoutBounds()) != null;
                        if (shown
                                && node instanceof ButtonBase button
                                && name.equals(button.getAccessibleText())
                                && button.getParent().isVisible()) {
                            button.fire();
                            return;
                        }
                    }
                    throw new AssertionError("no button says " + name);
                });
        bedside.settle();
    }

    private static void chord(Bedside bedside) {
        bedside.scene()
                .getRoot()
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", KeyCode.X, true, true, true, false));
    }
}

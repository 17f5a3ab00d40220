package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Language;
import chevet.model.tv.Channel;
import chevet.model.tv.Favourites;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.Bedside;
import chevet.terminal.Finger;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Track;
import chevet.terminal.player.Tracks;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Shell;
import chevet.terminal.ui.TextSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The television as a finger and a remote control find it, in the whole terminal. */
class TvScreenTest {
    private final Bedside bedside = new Bedside(1280, 800).admitted();
    private final HandEngine engine = (HandEngine) bedside.television();
    private final Finger finger = new Finger(bedside);

    @AfterEach
    void close() {
        bedside.close();
    }

    private String text() {
        bedside.settle();
        return bedside.text();
    }

    private void tap(String words) {
        tap(bedside.target(words));
    }

    private void tap(Node node) {
        finger.tap(node);
    }

    private void become(PlayState state) {
        Bedside.onScreen(() -> engine.become(state));
        bedside.settle();
    }

    private void toTv() {
        tap("Télévision");
        become(new PlayState.Playing());
    }

    private Node picture() {
        return bedside.seen(node -> node instanceof PictureView).getFirst();
    }

    private boolean barsAreSeen() {
        return !bedside.seen(node -> node.getStyleClass().contains("bottom-bar")).isEmpty();
    }

    private void idle() {
        bedside.clock().forward(Duration.ofMinutes(4));
        Bedside.onScreen(bedside.wiring().shell()::tick);
        bedside.settle();
    }

    @Test
    void oneTapFromHomeAChannelPlays() {
        assertThat(text()).contains("7 chaînes, 2 radios");
        tap("Télévision");
        assertThat(engine.opened()).hasSize(1);
        assertThat(text()).contains("1 · Une — Le jardin");
        bedside.await("a word", () -> text().contains("L’image arrive…"));
        become(new PlayState.Playing());
        assertThat(text()).doesNotContain("L’image arrive…");
    }

    @Test
    void withoutChannelsThereIsNoTile() {
        for (Channel channel : Sets.channels()) {
            bedside.link().remove(Kind.HOUSE, Channel.key(channel.id()));
        }
        bedside.settle();
        assertThat(text()).doesNotContain("Télévision").contains("Repas");
    }

    @Test
    void aCardZapsAndSaysWhatIsOn() {
        toTv();
        tap("2 · Deux, Documentaire : la mer du Nord · jusqu’à\u00a012:10");
        assertThat(engine.opened().getLast().address().getPath()).isEqualTo("/deux.m3u8");
        assertThat(text()).contains("2 · Deux — Documentaire : la mer du Nord");
        // The picture comes first, its mark in the list a moment later.
        bedside.await(
                "its mark",
                () -> bedside.target("2 · Deux").getAccessibleText().endsWith("à l’écran"));
    }

    @Test
    void whoChoosesSubtitlesWithKeysGoesOnFromThere() {
        toTv();
        Track french = new Track("t1", Optional.of("fra"), Track.Purpose.PLAIN);
        Bedside.onScreen(
                () ->
                        engine.offer(
                                new Tracks(
                                        List.of(),
                                        Optional.empty(),
                                        List.of(french),
                                        Optional.empty())));
        tap(bedside.scene().getRoot().lookup("#tv-TRACKS"));
        bedside.settle();
        Node chosen = bedside.target("Français");
        Bedside.onScreen(chosen::requestFocus);
        Bedside.onScreen(((ButtonBase) chosen)::fire);
        bedside.settle();
        assertThat(Bedside.onScreen(() -> bedside.scene().getFocusOwner()))
                .isSameAs(bedside.target("Français"));
    }

    @Test
    void theBigButtonsDoWhatTheySay() {
        toTv();
        tap("Chaîne suivante");
        assertThat(text()).contains("2 · Deux");
        tap("Précédente");
        assertThat(text()).contains("1 · Une");
        tap("Ajouter cette chaîne aux favoris");
        assertThat(bedside.link().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.command().type()).isEqualTo(Favourites.TYPE));
        tap("Retirer cette chaîne des favoris");
        assertThat(bedside.link().sent()).hasSize(2);
    }

    @Test
    void theNumberPadZaps() {
        toTv();
        tap("Numéro");
        tap("5");
        assertThat(text()).contains("5 · Cinq").contains("Programme non communiqué");
    }

    @Test
    void theListFollowsToTheChannelThatWasTyped() {
        toTv();
        tap("Numéro");
        tap("9");
        tap("0");
        assertThat(inView(bedside.target("90 · Chaîne de l’hôpital"))).isTrue();
        tap("Guide");
        tap("Maintenant");
        assertThat(inView(bedside.target("90 · Chaîne de l’hôpital"))).isTrue();
        tap("Précédente");
        assertThat(inView(bedside.target("1 · Une"))).isTrue();
    }

    @Test
    void aRemoteControlZaps() {
        toTv();
        Bedside.onScreen(() -> bedside.target("Chaîne suivante").requestFocus());
        finger.type(KeyCode.PAGE_UP);
        assertThat(text()).contains("2 · Deux");
        finger.type(KeyCode.DIGIT7);
        assertThat(text()).contains("7 · Sept");
    }

    @Test
    void thePictureTakesTheWholeScreenAndGivesItBack() {
        toTv();
        tap("Agrandir");
        assertThat(barsAreSeen()).isFalse();
        Bounds whole = Bedside.onScreen(() -> picture().localToScene(picture().getLayoutBounds()));
        assertThat(whole.getWidth()).isEqualTo(1280);
        assertThat(whole.getHeight()).isEqualTo(800);
        tap(picture());
        assertThat(barsAreSeen()).isTrue();
        tap(picture());
        assertThat(barsAreSeen()).isFalse();
        finger.type(KeyCode.ESCAPE);
        assertThat(barsAreSeen()).isTrue();
        assertThat(bedside.wiring().shell().shown()).isEqualTo(TvScreen.NAME);
    }

    @Test
    void nobodyIsThrownOutOfARunningProgramme() {
        toTv();
        idle();
        assertThat(bedside.wiring().shell().shown()).isEqualTo(TvScreen.NAME);
        become(new PlayState.Failed(Trouble.FORMAT));
        idle();
        assertThat(bedside.wiring().shell().shown()).isEqualTo(Shell.HOME);
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
    }

    @Test
    void radioGoesDarkAndATouchWakesIt() {
        toTv();
        tap("Radio");
        tap("101 · Radio Inter");
        become(new PlayState.Playing());
        assertThat(text()).contains("Touchez « Écran noir »");
        assertThat(bedside.seen(node -> node.getStyleClass().contains("tv-name"))).isEmpty();
        tap("Écran noir");
        assertThat(text()).isBlank();
        idle();
        assertThat(text()).isBlank();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Playing());
        tap("Rallumer l’écran");
        assertThat(text()).contains("Radio Inter");
    }

    @Test
    void aFailureSaysWhatToDoAndTheNextChannelIsOneTapAway() {
        toTv();
        become(new PlayState.Failed(Trouble.NOT_INSTALLED));
        assertThat(text())
                .contains("Cette chaîne ne peut pas être montrée.")
                .contains("Choisissez une autre chaîne et dites-le à l’équipe.");
        tap("Réessayer");
        assertThat(engine.opened()).hasSize(2);
        become(new PlayState.Stalled(Trouble.NOT_FOUND, 1));
        assertThat(text()).contains("L’image ne vient pas.");
        become(new PlayState.Playing());
        become(new PlayState.Stalled(Trouble.STOPPED, 1));
        assertThat(text()).contains("L’image s’est arrêtée.");
        tap("Chaîne suivante");
        assertThat(text()).contains("2 · Deux");
    }

    @Test
    void aChannelThatIsNotHeldSaysWhy() {
        toTv();
        tap("Numéro");
        tap("4");
        tap("0");
        assertThat(text()).contains("Cette chaîne fait partie de l’offre « Cinéma ».");
    }

    @Test
    void theGuideShowsTheEvening() {
        toTv();
        tap("Guide");
        assertThat(text()).contains("20:40  Un grand film").contains("20:50  Concert");
        tap("Cette chaîne");
        assertThat(text()).contains("12:00 – 13:30").contains("Le journal");
    }

    /** Large text leaves room for what was asked for. */
    @Test
    void withTheLargestTextTheGuideAndTheNumberPadOpenInView() {
        toTv();
        Bedside.onScreen(
                () -> bedside.wiring().kit().look().textSizeProperty().set(TextSize.LARGEST));
        tap("Guide");
        assertThat(inView(bedside.target("Aller à la chaîne 1, Une"))).isTrue();
        pressOutOfSight("Numéro");
        for (String key : List.of("1", "9", "0", "Terminé")) {
            assertThat(inView(bedside.target(key))).as(key).isTrue();
        }
    }

    private boolean inView(Node node) {
        Bounds bounds = Bedside.onScreen(() -> node.localToScene(node.getLayoutBounds()));
        double bars = Bedside.onScreen(() -> bottomBar().localToScene(0, 0).getY());
        return bounds.getMinY() >= 0 && bounds.getMaxY() <= bars;
    }

    private Node bottomBar() {
        return bedside.scene().getRoot().lookup(".bottom-bar");
    }

    private void pressOutOfSight(String words) {
        Node node = bedside.target(words);
        Bedside.onScreen(((ButtonBase) node)::fire);
        bedside.settle();
    }

    @Test
    void aCallPausesAndGivesBackTheSamePicture() {
        toTv();
        tap("Agrandir");
        AudioFocus.Held call = Bedside.onScreen(() -> bedside.wiring().focus().interrupt());
        assertThat(text()).contains("En pause");
        Bedside.onScreen(call::close);
        assertThat(text()).doesNotContain("En pause");
        assertThat(barsAreSeen()).isFalse();
        assertThat(engine.opened()).hasSize(1);
    }

    @Test
    void staffWhoComeAndGoGiveBackTheWholePicture() {
        toTv();
        tap("Agrandir");
        Shell shell = bedside.wiring().shell();
        Bedside.onScreen(() -> shell.show(Shell.DISPLAY));
        bedside.settle();
        assertThat(barsAreSeen()).isTrue();
        Bedside.onScreen(() -> shell.show(TvScreen.NAME));
        bedside.settle();
        assertThat(barsAreSeen()).isFalse();
        assertThat(engine.opened()).hasSize(2);
    }

    @Test
    void theVolumeIsHeldAtTheWardsCap() {
        toTv();
        Bedside.onScreen(() -> bedside.wiring().comfort().setVolume(90));
        bedside.settle();
        assertThat(bedside.volume()).isEqualTo(60);
        bedside.clock().forward(Duration.ofHours(10));
        Bedside.onScreen(bedside.wiring().shell()::tick);
        bedside.settle();
        assertThat(bedside.volume()).isEqualTo(30);
        assertThat(text()).contains("le son passe seulement par le casque");
        tap("Mon casque est branché");
        assertThat(text()).doesNotContain("le son passe seulement par le casque");
    }

    @Test
    void anotherLanguageIsSpokenAtOnce() {
        toTv();
        Bedside.onScreen(() -> bedside.wiring().kit().words().languageProperty().set(Language.EN));
        assertThat(text()).contains("Enlarge").contains("No programme details");
        assertThat(engine.wish().languages()).containsExactly("en");
    }

    @Test
    void theNextPatientFindsTheTelevisionAsNew() {
        toTv();
        tap("Agrandir");
        bedside.link().discharge();
        bedside.settle();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(bedside.wiring().shell().shown()).isEqualTo(Shell.HOME);
        assertThat(barsAreSeen()).isTrue();
        assertThat(text()).doesNotContain("Une");
    }
}

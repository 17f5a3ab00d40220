package chevet.terminal.tv;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.tv.Channel;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Track;
import chevet.terminal.player.Track.Purpose;
import chevet.terminal.player.Tracks;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.tv.TvModel.Notice;
import chevet.terminal.tv.TvModel.OnAir;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard and seen of a channel that is on, and until when. */
class TvSetTest extends HandTelevision {
    @Test
    void anInterruptionPausesAndGivesBackExactlyWhatWasOn() {
        tv.zap(Sets.id("trois"));
        engine.become(new PlayState.Playing());
        tv.whole(true);
        int opened = engine.opened().size();
        AudioFocus.Held call = focus.interrupt();
        AudioFocus.Held notice = focus.interrupt();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Paused());
        call.close();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        notice.close();
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Playing());
        assertThat(on()).isEqualTo("Trois");
        assertThat(model.whole().get()).isTrue();
        assertThat(engine.opened()).hasSize(opened);
    }

    @Test
    void whatWasJustBeingOpenedIsNotHeardDuringAnInterruption() {
        tv.zap(Sets.id("trois"));
        engine.become(new PlayState.Stalled(Trouble.NO_SIGNAL, 1));
        engine.refuseToPause();
        AudioFocus.Held call = focus.interrupt();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        call.close();
        assertThat(opened()).isEqualTo("trois");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
    }

    @Test
    void aZapDuringAnInterruptionIsHeardAfterIt() {
        AudioFocus.Held call = focus.interrupt();
        int opened = engine.opened().size();
        tv.zap(Sets.id("cinq"));
        assertThat(on()).isEqualTo("Cinq");
        assertThat(engine.opened()).hasSize(opened);
        call.close();
        assertThat(opened()).isEqualTo("cinq");
    }

    @Test
    void staffWhoShowAnotherScreenGiveBackWhatWasOn() {
        tv.zap(Sets.id("trois"));
        tv.whole(true);
        AudioFocus.Held staff = focus.interrupt();
        tv.leave();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        staff.close();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        tv.enter();
        assertThat(opened()).isEqualTo("trois");
        assertThat(model.whole().get()).isTrue();
    }

    @Test
    void whoeverTakesTheSoundForGoodCanBeSilencedAgain() {
        focus.take(
                new AudioFocus.Player() {
                    @Override
                    public void pause() {
                        plugged = Optional.of(true);
                    }

                    @Override
                    public void resume() {
                        throw new AssertionError("nobody interrupts");
                    }
                });
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Paused());
        tv.again();
        assertThat(plugged).as("the other was paused").contains(true);
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    NO_SIGNAL,     false
                    NOT_FOUND,     false
                    STOPPED,       false
                    DAMAGED,       false
                    FORMAT,        true
                    NOT_INSTALLED, true
                    """)
    void eachFailureSaysWhoIsAtFaultAndCanBeTriedAgain(Trouble why, boolean wanting) {
        engine.become(new PlayState.Failed(why));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Broken(wanting));
        int opened = engine.opened().size();
        tv.again();
        assertThat(engine.opened()).hasSize(opened + 1);
    }

    @Test
    void aPictureThatStopsSaysSo() {
        engine.become(new PlayState.Playing());
        engine.become(new PlayState.Stalled(Trouble.STOPPED, 2));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Stopped(2, true));
        assertThat(tv.watched()).isTrue();
    }

    @Test
    void aPictureThatNeverCameIsNotSaidToHaveStopped() {
        engine.become(new PlayState.Playing());
        tv.zap(Sets.id("deux"));
        engine.become(new PlayState.Stalled(Trouble.NOT_FOUND, 1));
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Stopped(1, false));
    }

    @Test
    void aStreamThatNothingHereOpensIsNoDeadScreen() {
        Channel odd =
                new Channel(
                        Sets.id("odd"),
                        8,
                        "Odd",
                        Channel.Kind.TELEVISION,
                        java.net.URI.create("rtsp://headend.example/odd"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        0);
        link.put(Kind.HOUSE, Channel.key(odd.id()), odd);
        tv.zap(odd.id());
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Broken(true));
    }

    @Test
    void theSleepTimerWarnsSwitchesOffAndGoesDark() {
        tv.sleepIn(Optional.of(Duration.ofMinutes(30)));
        assertThat(model.sleep().get()).contains(Sets.at("12:12"));
        clockIs("12:11");
        assertThat(says(Notice.SleepsSoon.class)).isTrue();
        clockIs("12:12");
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(model.dark().get()).isTrue();
        assertThat(tv.watched()).as("home would light the room").isTrue();
        tv.dark(false);
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Off());
        tv.zap(Sets.id("une"));
        assertThat(opened()).isEqualTo("une");
        assertThat(model.onAir().get()).isEqualTo(new OnAir.Coming(0));
    }

    @Test
    void whoIsStillAwakeKeepsItOn() {
        tv.sleepIn(Optional.of(Duration.ofMinutes(15)));
        clockIs("11:56");
        tv.sleepIn(Optional.empty());
        assertThat(says(Notice.SleepsSoon.class)).isFalse();
        clockIs("12:30");
        assertThat(model.dark().get()).isFalse();
    }

    @Test
    void itSleepsAfterTheProgramme() {
        tv.sleepAfterProgramme();
        assertThat(model.sleep().get()).contains(Sets.at("12:00"));
    }

    @Test
    void theWardsCapGoesByTheHour() {
        assertThat(quiets.quiet().greatestProperty().get()).isEqualTo(60);
        clockIs("21:00");
        assertThat(quiets.quiet().greatestProperty().get()).isEqualTo(30);
    }

    @Test
    void atNightThereIsNoSoundWithoutHeadphones() {
        plugged = Optional.of(false);
        clockIs("21:00");
        assertThat(engine.loudness().heard()).isZero();
        assertThat(model.notices().get()).contains(new Notice.Headphones(true));
        plugged = Optional.of(true);
        quiets.look();
        assertThat(engine.loudness().heard()).isEqualTo(100);
        assertThat(says(Notice.Headphones.class)).isFalse();
    }

    @Test
    void whereTheDeviceCannotTellThePatientSaysSo() {
        clockIs("21:30");
        assertThat(engine.loudness().heard()).isZero();
        assertThat(model.notices().get()).contains(new Notice.Headphones(false));
        tv.headphones();
        assertThat(engine.loudness().heard()).isEqualTo(100);
        clockIs("23:00");
        assertThat(engine.loudness().heard()).isEqualTo(100);
    }

    @Test
    void aDeviceWithoutSoundIsSaid() {
        engine.hearNothing(true);
        assertThat(says(Notice.NoSound.class)).isTrue();
    }

    @Test
    void tracksAreOfferedAndAWishHoldsForTheNextChannel() {
        Track french = new Track("a1", Optional.of("fr"), Purpose.PLAIN);
        Track told = new Track("a2", Optional.of("fr"), Purpose.AUDIO_DESCRIPTION);
        Track text = new Track("t1", Optional.of("fr"), Purpose.HARD_OF_HEARING);
        engine.offer(
                new Tracks(
                        List.of(french, told),
                        Optional.of(french),
                        List.of(text),
                        Optional.empty()));
        tv.choices().description(true);
        assertThat(model.tracks().get().sound()).contains(told);
        tv.choices().text(Optional.of(text));
        assertThat(model.tracks().get().text()).contains(text);
        assertThat(engine.wish().description()).isTrue();
        assertThat(engine.wish().text()).isTrue();
        tv.choices().sound(french);
        assertThat(engine.wish().description()).isFalse();
        assertThat(engine.wish().languages()).startsWith("fr");
    }

    @Test
    void theDescriptionIsInTheLanguageThatIsListenedTo() {
        Track french = new Track("a1", Optional.of("fra"), Purpose.PLAIN);
        Track english = new Track("a2", Optional.of("eng"), Purpose.PLAIN);
        Track toldInFrench = new Track("a3", Optional.of("fra"), Purpose.AUDIO_DESCRIPTION);
        Track toldInEnglish = new Track("a4", Optional.of("eng"), Purpose.AUDIO_DESCRIPTION);
        tv.choices().speak("fr");
        engine.offer(
                new Tracks(
                        List.of(french, english, toldInFrench, toldInEnglish),
                        Optional.of(french),
                        List.of(),
                        Optional.empty()));
        tv.choices().sound(english);
        tv.choices().description(true);
        assertThat(model.tracks().get().sound()).contains(toldInEnglish);
        tv.choices().description(false);
        assertThat(model.tracks().get().sound()).contains(english);
    }

    @Test
    void aChosenLanguageHoldsHoweverTheNextChannelWritesIt() {
        Track english = new Track("a2", Optional.of("eng"), Purpose.PLAIN);
        tv.choices().speak("fr");
        engine.offer(new Tracks(List.of(english), Optional.empty(), List.of(), Optional.empty()));
        tv.choices().sound(english);
        assertThat(engine.wish().languages()).containsExactly("en", "fr");
    }

    private static final Track FRENCH = new Track("t1", Optional.of("fra"), Purpose.PLAIN);
    private static final Track ARABIC = new Track("t2", Optional.of("ara"), Purpose.PLAIN);
    private static final Track ENGLISH = new Track("t3", Optional.of("eng"), Purpose.PLAIN);

    private void offerTexts() {
        engine.offer(
                new Tracks(
                        List.of(),
                        Optional.empty(),
                        List.of(FRENCH, ARABIC, ENGLISH),
                        Optional.empty()));
    }

    @Test
    void subtitlesFollowTheScreensLanguage() {
        tv.choices().speak("fr");
        offerTexts();
        tv.choices().speak("en");
        assertThat(model.tracks().get().text()).as("none were wanted").isEmpty();
        tv.choices().text(Optional.of(ENGLISH));
        tv.choices().speak("ar");
        assertThat(model.tracks().get().text()).contains(ARABIC);
        tv.choices().speak("de");
        assertThat(model.tracks().get().text()).as("there are none").contains(ARABIC);
    }

    @Test
    void subtitlesOfAnotherLanguageThatThePatientChoseStay() {
        tv.choices().speak("fr");
        offerTexts();
        tv.choices().text(Optional.of(ARABIC));
        tv.choices().speak("en");
        assertThat(model.tracks().get().text()).contains(ARABIC);
        assertThat(engine.wish().written()).as("on the next channel").contains("ar");
        tv.choices().text(Optional.of(ENGLISH));
        tv.choices().speak("fr");
        assertThat(model.tracks().get().text()).contains(FRENCH);
        tv.choices().text(Optional.of(ARABIC));
        tv.forget();
        assertThat(engine.wish().written()).as("of the next patient").isEmpty();
    }

    @Test
    void nothingIsHeardWhereItIsNotSeen() {
        tv.leave();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        assertThat(engine.warm()).isEmpty();
        assertThat(tv.watched()).isFalse();
    }

    @Test
    void theNextPatientFindsNothingOfTheLast() {
        tv.zap(Sets.id("cinq"));
        tv.favourite();
        tv.sleepIn(Optional.of(Duration.ofMinutes(15)));
        tv.choices().description(true);
        tv.leave();
        link.discharge();
        feed.forget();
        tv.forget();
        link.admit("s2");
        assertThat(model.tuned().get()).isEmpty();
        assertThat(model.back().get()).isFalse();
        assertThat(model.sleep().get()).isEmpty();
        assertThat(engine.wish().description()).isFalse();
        assertThat(listed()).startsWith("une", "deux");
        assertThat(card("cinq").favourite()).isFalse();
    }
}

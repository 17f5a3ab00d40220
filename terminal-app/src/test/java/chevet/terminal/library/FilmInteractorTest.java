package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Errand;
import chevet.model.text.Language;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A film from its tap to its end. */
class FilmInteractorTest extends LibraryRoom {
    @Test
    void homesButtonOpensThePrescribedFilmWithSubtitlesInThePatientsLanguage() {
        player.enter();
        MediaSource.Film opened = (MediaSource.Film) engine.opened().getLast();
        assertThat(opened.address()).isEqualTo(HandObjects.address(Cinema.FRENCH_VIDEO));
        assertThat(opened.from()).isZero();
        assertThat(opened.texts())
                .extracting(text -> text.track().language())
                .containsExactly(Optional.of("fr"), Optional.of("ar"));
        assertThat(film.subtitles().get()).contains("fr");
        assertThat(film.prescribed().get()).isTrue();
    }

    @Test
    void filmThatWasTappedIsOpened() {
        player.want(Cinema.MRI);
        player.enter();
        assertThat(film.film().get().orElseThrow().id()).isEqualTo(Cinema.MRI);
        assertThat(film.prescribed().get()).isFalse();
    }

    @Test
    void filmGoesOnThreeSecondsBeforeWhereItStoppedInTheSameLanguages() {
        progress(Duration.ofSeconds(130), Duration.ofSeconds(130));
        player.enter();
        MediaSource.Film opened = (MediaSource.Film) engine.opened().getLast();
        assertThat(opened.from()).isEqualTo(Duration.ofSeconds(127));
        assertThat(opened.address()).isEqualTo(HandObjects.address(Cinema.ARABIC_VIDEO));
        assertThat(film.subtitles().get()).contains("fr");
        assertThat(film.resumed().get()).contains(Duration.ofSeconds(127));
        assertThat(task().step()).isEqualTo(Errand.Step.RESUME);
    }

    @Test
    void wardIsToldEveryFifteenSecondsAndAtAPause() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(40));
        assertThat(reports()).hasSize(2);
        engine.pause();
        assertThat(reports()).hasSize(3);
        assertThat(reports().getLast().position()).isEqualTo(Duration.ofSeconds(40));
        assertThat(reports().getLast().furthest()).isEqualTo(Duration.ofSeconds(40));
        assertThat(reports().getLast().subtitles()).contains("fr");
    }

    @Test
    void withoutServerTheOutboxDoesNotFillWithOneFilm() {
        link.linked(false, Optional.of(NOW), 0);
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(58));
        assertThat(reports()).isEmpty();
        player.leave();
        assertThat(reports()).hasSize(1);
    }

    @Test
    void whoLeavesIsToldOnceAndComesBackToTheSamePlace() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(10));
        engine.pause();
        player.leave();
        assertThat(reports()).hasSize(1);
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        player.enter();
        MediaSource.Film opened = (MediaSource.Film) engine.opened().getLast();
        assertThat(opened.from()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void furthestNeverGoesBackAndJumpsDoNotCount() {
        progress(Duration.ofSeconds(5), Duration.ofSeconds(100));
        player.enter();
        play(Duration.ofSeconds(2), Duration.ofSeconds(10));
        projector.chapter(Cinema.CATARACT_FILM.chapters().getLast());
        play(Duration.ofMinutes(4), Duration.ofMinutes(5));
        engine.pause();
        assertThat(reports().getLast().position()).isEqualTo(Duration.ofMinutes(5));
        assertThat(reports().getLast().furthest()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void chapterOfAFilmThatHasEndedPlays() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(10));
        engine.become(new PlayState.Ended());
        projector.chapter(Cinema.CATARACT_FILM.chapters().getLast());
        MediaSource.Film opened = (MediaSource.Film) engine.opened().getLast();
        assertThat(engine.opened()).hasSize(2);
        assertThat(opened.from()).isEqualTo(Cinema.CATARACT_FILM.chapters().getLast().from());
    }

    @Test
    void tenSecondsBackStopAtTheBeginning() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(25));
        projector.back();
        assertThat(engine.positionProperty().get()).isEqualTo(Duration.ofSeconds(15));
        projector.back();
        projector.back();
        assertThat(engine.positionProperty().get()).isZero();
    }

    @Test
    void speedOutlivesAChangeOfLanguage() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(20));
        projector.speed(0.75);
        player.speak("ar");
        MediaSource.Film opened = (MediaSource.Film) engine.opened().getLast();
        assertThat(opened.address()).isEqualTo(HandObjects.address(Cinema.ARABIC_VIDEO));
        assertThat(opened.from()).isEqualTo(Duration.ofSeconds(20));
        assertThat(engine.rate()).isEqualTo(0.75);
    }

    @Test
    void subtitlesFollowTheScreensLanguage() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(5));
        words.languageProperty().set(Language.AR);
        assertThat(film.subtitles().get()).contains("ar");
        words.languageProperty().set(Language.EN);
        assertThat(film.subtitles().get()).as("there are no English ones").contains("ar");
        words.languageProperty().set(Language.FR);
        assertThat(film.subtitles().get()).contains("fr");
        player.write(Optional.empty());
        words.languageProperty().set(Language.AR);
        assertThat(film.subtitles().get()).as("none are wanted").isEmpty();
    }

    @Test
    void filmThatGoesOnIsReadInTheLanguageThatTheScreenHasComeTo() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(10));
        player.leave();
        words.languageProperty().set(Language.AR);
        player.enter();
        assertThat(film.subtitles().get()).contains("ar");
    }

    @Test
    void subtitlesOfAnotherLanguageThatThePatientChoseStay() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(10));
        player.write(Optional.of("ar"));
        words.languageProperty().set(Language.AR);
        words.languageProperty().set(Language.FR);
        assertThat(film.subtitles().get()).contains("ar");
        player.leave();
        player.enter();
        assertThat(film.subtitles().get()).as("as last time").contains("ar");
    }

    @Test
    void filmOnItsWaySaysHowFarAndBeginsAsSoonAsItCan() {
        objects.become(Cinema.FRENCH_VIDEO, new Coming.Under(0, Optional.empty()));
        player.enter();
        assertThat(film.stage().get()).isEqualTo(new Stage.Fetching());
        objects.become(Cinema.FRENCH_VIDEO, new Coming.Under(4, Optional.empty()));
        assertThat(film.fetched().get()).contains(4);
        assertThat(engine.opened()).isEmpty();
        objects.become(
                Cinema.FRENCH_VIDEO,
                new Coming.Under(8, Optional.of(HandObjects.address(Cinema.FRENCH_VIDEO))));
        assertThat(engine.opened()).hasSize(1);
        assertThat(film.fetched().get()).contains(8);
    }

    private void come(int percent) {
        objects.become(
                Cinema.FRENCH_VIDEO,
                new Coming.Under(percent, Optional.of(HandObjects.address(Cinema.FRENCH_VIDEO))));
    }

    @Test
    void filmThatRanDryGoesOnByItselfWhereItWasWhenEnoughMoreHasCome() {
        come(8);
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(6));
        engine.become(new PlayState.Failed(Trouble.STOPPED));
        come(12);
        assertThat(film.stage().get()).isEqualTo(new Stage.Failed(Trouble.STOPPED));
        assertThat(engine.opened()).hasSize(1);
        come(13);
        assertThat(engine.opened()).hasSize(2);
        assertThat(((MediaSource.Film) engine.opened().getLast()).from())
                .isEqualTo(Duration.ofSeconds(6));
        engine.become(new PlayState.Playing());
        come(30);
        assertThat(engine.opened()).hasSize(2);
    }

    @Test
    void filmThatRanDryWaitsForWhoeverInterrupts() {
        come(8);
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(6));
        engine.become(new PlayState.Failed(Trouble.STOPPED));
        var card = focus.interrupt();
        come(50);
        assertThat(engine.opened()).hasSize(1);
        card.close();
        assertThat(engine.opened()).hasSize(2);
    }

    @Test
    void filmThatNothingHerePlaysIsNotTriedAgainBecauseMoreOfItComes() {
        come(8);
        player.enter();
        engine.become(new PlayState.Failed(Trouble.FORMAT));
        come(90);
        assertThat(engine.opened()).hasSize(1);
    }

    @Test
    void filmThatIsNotHereOfflineSaysSoAndComesByItself() {
        objects.become(Cinema.FRENCH_VIDEO, new Coming.Away());
        player.enter();
        assertThat(film.stage().get()).isEqualTo(new Stage.Away());
        objects.become(
                Cinema.FRENCH_VIDEO, new Coming.Here(HandObjects.address(Cinema.FRENCH_VIDEO)));
        assertThat(engine.opened()).hasSize(1);
    }

    @Test
    void subtitlesThatCannotBeHadAreDoneWithout() {
        objects.become(Cinema.FRENCH_TEXT, new Coming.Refused(Coming.Refused.Why.NOT_FOUND));
        player.enter();
        assertThat(film.written().get()).containsExactly("ar");
        assertThat(engine.opened()).hasSize(1);
    }

    @Test
    void brokenFilmSaysWhyAndIsTriedAgainWhereItWas() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(30));
        engine.become(new PlayState.Failed(Trouble.DAMAGED));
        assertThat(film.stage().get()).isEqualTo(new Stage.Failed(Trouble.DAMAGED));
        player.retry();
        MediaSource.Film opened = (MediaSource.Film) engine.opened().getLast();
        assertThat(opened.from()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void runningFilmIsWatchedAndAPausedOneIsNot() {
        player.enter();
        engine.become(new PlayState.Playing());
        assertThat(projector.watched()).isTrue();
        engine.pause();
        assertThat(projector.watched()).isFalse();
    }

    @Test
    void interruptionPausesAndGivesBack() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(5));
        var ringing = focus.interrupt();
        assertThat(film.stage().get()).isEqualTo(new Stage.Paused());
        ringing.close();
        assertThat(film.stage().get()).isEqualTo(new Stage.Playing());
    }

    @Test
    void interruptionWhileItIsBeingOpenedKeepsItFromBeginning() {
        engine.refuseToPause();
        player.enter();
        var ringing = focus.interrupt();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        ringing.close();
        assertThat(engine.opened()).hasSize(2);
        assertThat(engine.opened().getLast()).isEqualTo(engine.opened().getFirst());
    }

    @Test
    void filmThatIsOpenedDuringAnInterruptionWaitsForItsEnd() {
        var ringing = focus.interrupt();
        player.enter();
        assertThat(engine.opened()).isEmpty();
        ringing.close();
        assertThat(engine.opened()).hasSize(1);
    }

    @Test
    void filmThatThePatientHadPausedStaysSo() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(5));
        projector.playOrPause();
        focus.interrupt().close();
        assertThat(film.stage().get()).isEqualTo(new Stage.Paused());
    }

    @Test
    void nothingIsHeardWhileOnlyHeadphonesAreAllowed() {
        player.enter();
        assertThat(engine.loudness().heard()).isEqualTo(100);
        quiets.quiet().rule(40, true);
        assertThat(engine.loudness().heard()).isZero();
        check.aloud();
        assertThat(speech.read()).isEmpty();
        plugged = Optional.of(true);
        quiets.look();
        assertThat(engine.loudness().heard()).isEqualTo(100);
    }
}

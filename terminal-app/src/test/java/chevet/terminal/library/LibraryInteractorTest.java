package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Errand;
import chevet.model.library.FilmProgress;
import chevet.model.library.Prescription;
import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.library.Shelf;
import chevet.model.text.Language;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.model.wire.StreamId.Kind;
import chevet.model.wire.WireCodec;
import chevet.terminal.HandClock;
import chevet.terminal.HandLink;
import chevet.terminal.device.Sound;
import chevet.terminal.library.CheckModel.Answered;
import chevet.terminal.library.CheckModel.Asked;
import chevet.terminal.library.FilmModel.Page;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.library.LibraryModel.Card;
import chevet.terminal.library.LibraryModel.Task;
import chevet.terminal.player.HandEngine;
import chevet.terminal.player.MediaSource;
import chevet.terminal.player.PlayState;
import chevet.terminal.player.Trouble;
import chevet.terminal.shell.OneAudioFocus;
import chevet.terminal.shell.Quiets;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import chevet.terminal.ui.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shelves, film and check without any screen, on an engine that a test moves by hand. */
class LibraryInteractorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:42:00Z");

    private final HandLink link = new HandLink();
    private final HandClock clock = new HandClock(NOW);
    private final HandEngine engine = new HandEngine();
    private final HandObjects objects = new HandObjects();
    private final HandSpeech speech = new HandSpeech();
    private final OneAudioFocus focus = new OneAudioFocus();
    private final Words words = new Words(List.of("chevet.terminal.texts", LibraryScreen.BUNDLE));
    private final Work work = new Work(Runnable::run, Runnable::run);
    private final WardTime time = new WardTime(clock, ZoneId.of("Europe/Paris"));
    private Optional<Boolean> plugged = Optional.of(false);
    private final Quiets quiets = new Quiets(work, new Speaker());
    private final LibraryPorts ports =
            new LibraryPorts(
                    link,
                    link,
                    link,
                    objects,
                    () -> engine,
                    Optional.of(speech),
                    focus,
                    quiets.quiet());
    private final LibraryModel shelves = new LibraryModel();
    private final FilmModel film = new FilmModel();
    private final CheckModel checking = new CheckModel();
    private final LibraryWords sentences = new LibraryWords(words, time);
    private final LibraryInteractor library = new LibraryInteractor(shelves, objects, words);
    private final Teller teller = new Teller(link, library, Runnable::run, time);
    private final CheckInteractor check =
            new CheckInteractor(checking, teller, ports, Runnable::run, words, sentences);
    private final Projector projector = new Projector(film, ports, work);
    private final FilmInteractor player =
            new FilmInteractor(film, library, check, teller, projector, time, words);
    private final LibraryFeed feed = new LibraryFeed(link, link, library, work);

    private final class Speaker implements Sound {
        @Override
        public Optional<Integer> volume() {
            return Optional.of(40);
        }

        @Override
        public void setVolume(int percent) {
            throw new AssertionError("films set no volume");
        }

        @Override
        public Optional<Boolean> headphones() {
            return plugged;
        }
    }

    @BeforeEach
    void madameMLiesHere() {
        Cinema.fill(link::put);
        Cinema.prescribe(link::put);
        link.admit("s1");
        link.linked(true, Optional.of(NOW), 0);
        feed.start();
    }

    private Task task() {
        return shelves.tasks().get().getFirst();
    }

    private List<ReportProgress> reports() {
        return link.sent().stream()
                .filter(sent -> sent.command().type().equals(ReportProgress.TYPE))
                .map(sent -> WireCodec.strict(sent.command().body(), ReportProgress.class))
                .toList();
    }

    private List<SendAnswers> answers() {
        return link.sent().stream()
                .filter(sent -> sent.command().type().equals(SendAnswers.TYPE))
                .map(sent -> WireCodec.strict(sent.command().body(), SendAnswers.class))
                .toList();
    }

    private void decide(int index, Outcome.Status status) {
        var command = link.sent().get(index).command();
        link.decide(
                index,
                new Outcome(
                        command.id(),
                        command.series(),
                        command.number(),
                        status,
                        status == Outcome.Status.ACCEPTED
                                ? Optional.empty()
                                : Optional.of(Reason.of("library.refused")),
                        clock.instant()));
    }

    /** Plays on, saying each second where it stands, as an engine does. */
    private void play(Duration from, Duration to) {
        engine.become(new PlayState.Playing());
        for (Duration at = from; at.compareTo(to) <= 0; at = at.plusSeconds(1)) {
            engine.stand(at, Optional.of(Cinema.CATARACT_LENGTH));
            clock.forward(Duration.ofSeconds(1));
        }
    }

    private void seeItAll() {
        player.enter();
        play(Duration.ZERO, Cinema.CATARACT_LENGTH);
        engine.become(new PlayState.Ended());
    }

    private void progress(Duration position, Duration furthest) {
        link.put(
                Kind.STAY,
                FilmProgress.key(Cinema.CATARACT),
                new FilmProgress(
                        Cinema.CATARACT,
                        "2",
                        "ar",
                        Optional.of("fr"),
                        position,
                        furthest,
                        NOW.minusSeconds(600),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void prescribedFilmStandsFirstAndIsBroughtBeforeAnybodyAsks() {
        assertThat(task().film().id()).isEqualTo(Cinema.CATARACT);
        assertThat(task().step()).isEqualTo(Errand.Step.WATCH);
        assertThat(objects.kept())
                .contains(Cinema.FRENCH_VIDEO, Cinema.FRENCH_TEXT, Cinema.ARABIC_TEXT, Cinema.DROPS)
                .doesNotContain(Cinema.ARABIC_VIDEO);
    }

    @Test
    void anotherLanguageBringsThatVideo() {
        words.languageProperty().set(Language.AR);
        assertThat(objects.kept())
                .contains(Cinema.ARABIC_VIDEO)
                .doesNotContain(Cinema.FRENCH_VIDEO);
    }

    @Test
    void shelvesAreThoseWithFilmsInTheirOrder() {
        assertThat(shelves.shelves().get())
                .containsExactly(
                        Shelf.EXAMS,
                        Shelf.OPERATIONS,
                        Shelf.LIVING_WITH,
                        Shelf.TESTIMONIES,
                        Shelf.SCHOOL);
        library.openShelf(Optional.of(Shelf.EXAMS));
        assertThat(shelves.cards().get())
                .extracting(card -> card.film().id())
                .containsExactly(Cinema.MRI);
        library.openShelf(Optional.empty());
        assertThat(shelves.cards().get()).hasSize(5);
    }

    @Test
    void emptyBedHasNoFilms() {
        link.discharge();
        assertThat(shelves.films().get()).isZero();
        assertThat(shelves.tasks().get()).isEmpty();
    }

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

    @Test
    void prescribedFilmSeenToItsEndAsksItsQuestions() {
        seeItAll();
        assertThat(film.stage().get()).isEqualTo(new Stage.Ended(3));
        assertThat(reports().getLast().furthest()).isEqualTo(Cinema.CATARACT_LENGTH);
        assertThat(task().step()).isEqualTo(Errand.Step.CHECK);
    }

    @Test
    void whoJumpsToTheEndIsNotAsked() {
        player.enter();
        projector.chapter(Cinema.CATARACT_FILM.chapters().getLast());
        play(Duration.ofMinutes(4), Cinema.CATARACT_LENGTH);
        engine.become(new PlayState.Ended());
        assertThat(film.stage().get()).isEqualTo(new Stage.Ended(0));
        assertThat(task().step()).isEqualTo(Errand.Step.RESUME);
    }

    @Test
    void soundtrackThatIsShorterEndsTheFilmAllTheSame() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(350));
        engine.become(new PlayState.Ended());
        assertThat(film.stage().get()).isEqualTo(new Stage.Ended(3));
    }

    @Test
    void answersAreSentTogetherAndWhatWasUnclearIsSaidKindly() {
        seeItAll();
        player.answer();
        assertThat(film.page().get()).isEqualTo(Page.CHECK);
        check.pick(0);
        check.next();
        assertThat(asked().right()).contains(false);
        check.next();
        check.pick(0);
        check.pick(2);
        check.next();
        assertThat(asked().right()).contains(true);
        check.next();
        check.unsure();
        assertThat(asked().right()).contains(false);
        assertThat(answers()).isEmpty();
        check.next();
        assertThat(answers())
                .containsExactly(
                        new SendAnswers(
                                Cinema.CATARACT,
                                "2",
                                "fr",
                                List.of(
                                        new TreeSet<>(List.of(0)),
                                        new TreeSet<>(List.of(0, 2)),
                                        new TreeSet<>())));
        Answered done = (Answered) checking.step().get().orElseThrow();
        assertThat(done.unclear()).hasSize(2);
        assertThat(done.sent()).isEqualTo(Sent.WAITING);
        assertThat(sentences.closing(done)).contains("viendra en parler avec vous");
        assertThat(sentences.sent("answers", done.sent()).orElseThrow())
                .contains("dès que possible");
        decide(link.sent().size() - 1, Outcome.Status.ACCEPTED);
        assertThat(((Answered) checking.step().get().orElseThrow()).sent())
                .isEqualTo(Sent.RECEIVED);
    }

    private Asked asked() {
        return (Asked) checking.step().get().orElseThrow();
    }

    private void answerAll() {
        player.answer();
        for (int i = 0; i < 3; i++) {
            check.unsure();
            check.next();
        }
    }

    @Test
    void answeredFilmIsNothingToDoAnyMoreEvenBeforeTheWardKnows() {
        seeItAll();
        answerAll();
        assertThat(shelves.tasks().get()).isEmpty();
        assertThat(mark()).isEqualTo(Card.Mark.NURSE);
    }

    private Card.Mark mark() {
        return shelves.cards().get().stream()
                .filter(card -> card.film().id().equals(Cinema.CATARACT))
                .findFirst()
                .orElseThrow()
                .mark();
    }

    @Test
    void refusedAnswersAreSaidAndTheQuestionsWaitAgain() {
        seeItAll();
        answerAll();
        decide(link.sent().size() - 1, Outcome.Status.REFUSED);
        assertThat(((Answered) checking.step().get().orElseThrow()).sent()).isEqualTo(Sent.REFUSED);
        assertThat(task().step()).isEqualTo(Errand.Step.CHECK);
    }

    @Test
    void whoComesBackAnswersOnWhereHeStopped() {
        seeItAll();
        player.answer();
        check.unsure();
        check.next();
        player.leave();
        player.enter();
        assertThat(film.page().get()).isEqualTo(Page.CHECK);
        assertThat(asked().place()).isEqualTo(1);
    }

    @Test
    void onlyOneAnswerCountsWhereOnlyOneIsRight() {
        seeItAll();
        player.answer();
        check.pick(0);
        check.pick(1);
        assertThat(asked().picked()).containsExactly(1);
        check.pick(1);
        assertThat(asked().picked()).isEmpty();
        check.next();
        assertThat(asked().right()).isEmpty();
    }

    @Test
    void questionsAreReadAloudOnlyWhenAsked() {
        seeItAll();
        player.answer();
        assertThat(speech.read()).isEmpty();
        check.aloud();
        assertThat(speech.read().getLast())
                .startsWith("fr: Question 1 sur 3")
                .contains("Non, je reste à jeun");
        speech.end(chevet.terminal.device.Speech.End.READ);
        check.unsure();
        assertThat(speech.read().getLast()).contains("à jeun : ni boire ni manger");
        check.aloud();
        assertThat(speech.speaks()).isFalse();
        check.next();
        assertThat(speech.speaks()).isFalse();
    }

    @Test
    void voiceThatFailsSaysSo() {
        seeItAll();
        player.answer();
        check.aloud();
        speech.end(chevet.terminal.device.Speech.End.FAILED);
        assertThat(checking.voiceless().get()).isTrue();
        assertThat(checking.aloud().get()).isFalse();
    }

    @Test
    void leavingSilencesTheVoice() {
        seeItAll();
        player.answer();
        check.aloud();
        player.leave();
        assertThat(speech.speaks()).isFalse();
    }

    @Test
    void nextPatientFindsNothingOfTheLastOne() {
        player.enter();
        play(Duration.ZERO, Duration.ofSeconds(20));
        player.forget();
        library.forget();
        feed.forget();
        assertThat(film.film().get()).isEmpty();
        assertThat(engine.stateProperty().get()).isEqualTo(new PlayState.Idle());
        link.discharge();
        link.admit("s2");
        assertThat(shelves.tasks().get()).isEmpty();
        assertThat(mark()).isEqualTo(Card.Mark.NONE);
    }

    @Test
    void whatTheOutboxStillHoldsAfterARestartCounts() {
        seeItAll();
        LibraryModel again = new LibraryModel();
        LibraryFeed second =
                new LibraryFeed(link, link, new LibraryInteractor(again, objects, words), work);
        second.start();
        assertThat(again.tasks().get().getFirst().step()).isEqualTo(Errand.Step.CHECK);
        second.close();
    }

    @Test
    void prescriptionTakenBackIsNoTaskAnyMore() {
        link.remove(Kind.STAY, Prescription.key(Cinema.CATARACT));
        assertThat(shelves.tasks().get()).isEmpty();
        assertThat(objects.kept()).isEmpty();
    }
}

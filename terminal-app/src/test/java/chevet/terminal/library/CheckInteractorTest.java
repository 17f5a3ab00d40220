package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Errand;
import chevet.model.library.SendAnswers;
import chevet.model.wire.Outcome;
import chevet.terminal.library.CheckModel.Answered;
import chevet.terminal.library.FilmModel.Page;
import chevet.terminal.library.FilmModel.Stage;
import chevet.terminal.library.LibraryModel.Card;
import chevet.terminal.player.PlayState;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The questions after a film. */
class CheckInteractorTest extends LibraryRoom {
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

    @Test
    void answeredFilmIsNothingToDoAnyMoreEvenBeforeTheWardKnows() {
        seeItAll();
        answerAll();
        assertThat(shelves.tasks().get()).isEmpty();
        assertThat(mark()).isEqualTo(Card.Mark.NURSE);
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
}

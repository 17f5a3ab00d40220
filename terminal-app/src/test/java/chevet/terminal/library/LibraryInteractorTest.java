package chevet.terminal.library;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.library.Errand;
import chevet.model.library.Prescription;
import chevet.model.library.Shelf;
import chevet.model.text.Language;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.library.LibraryModel.Card;
import chevet.terminal.player.PlayState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be watched, and what lies on the shelves. */
class LibraryInteractorTest extends LibraryRoom {
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

package chevet.model.library;

import static chevet.model.library.Shelved.places;
import static chevet.model.library.Shelved.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final List<Question> THREE = List.of(question(1), question(0, 2), question(0));

    @Test
    void anAnswerNamesAllThatIsTrueAndNothingElse() {
        assertThat(Check.wrong(THREE, List.of(places(1), places(0, 2), places(0)))).isEmpty();
        assertThat(Check.wrong(THREE, List.of(places(1), places(0), places(0, 1))))
                .containsExactly(1, 2);
    }

    @Test
    void whoDoesNotKnowIsToldAgain() {
        assertThat(Check.wrong(THREE, List.of(places(), places(0, 2), places())))
                .containsExactly(0, 2);
    }

    @Test
    void answersToOtherQuestionsDoNotFit() {
        assertThat(Check.fits(THREE, List.of(places(1), places(0, 2), places(0)))).isTrue();
        assertDoNotFit(THREE, List.of(places(1), places(0, 2)));
        assertDoNotFit(THREE, List.of(places(1), places(0, 2), places(3)));
        assertDoNotFit(THREE, List.of(places(1), places(0, 2), places(-1)));
        assertDoNotFit(List.of(), List.of());
    }

    private static void assertDoNotFit(List<Question> questions, List<SortedSet<Integer>> answers) {
        assertThat(Check.fits(questions, answers)).isFalse();
        assertThatThrownBy(() -> Check.wrong(questions, answers))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

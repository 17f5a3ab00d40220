package chevet.model.library;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One question of a film's check.
 *
 * @param choices two to six, in the order in which they are shown; an answer names them by their
 *     place from 0
 * @param right the places of all that are true; one at least. The patient may choose several where
 *     there are several
 * @param why what the film says of it, shown after the answer; French may be empty
 */
public record Question(
        Texts text,
        Optional<ObjectRef> picture,
        List<Choice> choices,
        SortedSet<Integer> right,
        Texts why) {
    public Question {
        choices = List.copyOf(choices);
        right = Collections.unmodifiableSortedSet(new TreeSet<>(right));
    }

    /** One of the answers to choose from, in words and, where there is one, as a picture. */
    public record Choice(Texts text, Optional<ObjectRef> picture) {}
}

package chevet.ward.tv;

import chevet.model.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A programme as the guide has it, before it is fitted among its neighbours.
 *
 * @param line where it begins in the feed
 * @param channel the guide's own id of its channel
 * @param stop where the guide says one that is later than the start
 * @param clump true where it shares its time with others
 */
record Slot(
        int line,
        String channel,
        Instant start,
        Optional<Instant> stop,
        boolean clump,
        Texts title,
        Optional<Texts> subtitle,
        Optional<Texts> description,
        List<String> categories,
        Optional<String> episode,
        Optional<Integer> age,
        boolean subtitled,
        boolean described) {
    Slot {
        categories = List.copyOf(categories);
    }
}

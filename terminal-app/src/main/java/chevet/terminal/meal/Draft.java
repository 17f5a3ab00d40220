package chevet.terminal.meal;

import chevet.model.meal.Course;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the patient has in hand for one service.
 *
 * @param picks decided courses
 * @param touched the patient has changed something that is not sent; otherwise it follows the facts
 * @param course the one that is open
 */
record Draft(Map<Course, Pick> picks, boolean touched, Optional<Course> course) {
    Draft {
        picks = Map.copyOf(picks);
    }

    /** As the facts have it, with the first course to decide open. */
    static Draft of(Sitting sitting) {
        Map<Course, Pick> picks = sitting.start();
        Optional<Course> first =
                sitting.undecided(picks).stream()
                        .findFirst()
                        .or(() -> sitting.courses().stream().findFirst().map(c -> c.course()));
        return new Draft(picks, false, first);
    }

    Draft with(Course decided, Pick pick) {
        Map<Course, Pick> changed = new EnumMap<>(Course.class);
        changed.putAll(picks);
        changed.put(decided, pick);
        return new Draft(changed, true, course);
    }

    /** The same course stays open. */
    Draft holding(Map<Course, Pick> others, boolean byHand) {
        return new Draft(others, byHand, course);
    }

    Draft open(Course other) {
        return new Draft(picks, touched, Optional.of(other));
    }

    @Override
    public String toString() {
        return "Draft[" + picks.size() + "]";
    }
}

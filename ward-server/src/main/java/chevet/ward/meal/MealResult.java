package chevet.ward.meal;

import chevet.model.wire.Reason;

/** What became of an act of staff. */
public sealed interface MealResult {
    /** It is done and on disk. */
    record Done() implements MealResult {}

    /**
     * Nothing was changed.
     *
     * @param reason as a terminal gets it: {@code meal.too-late{cutOff}}, {@code meal.closed},
     *     {@code meal.not-open{opens}}, {@code meal.no-such-service}, {@code
     *     meal.refused{dish,code,about}}, {@code meal.incomplete}, {@code stay.not-here}; and from
     *     the kitchen {@code meal.before-cut-off{cutOff}}
     */
    record Refused(Reason reason) implements MealResult {}
}

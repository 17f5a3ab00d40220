package chevet.terminal.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodProfile.Fasting;
import java.util.Optional;

/** A part of a food profile that is shown and changed by itself. */
enum FoodPart {
    ALLERGIES,
    DIETS,
    TEXTURE,
    THICKNESS,
    FASTING,
    AVERSIONS,
    LIMITS;

    /** Whether a change permits in this part what was forbidden before. */
    boolean loosens(FoodProfile before, FoodProfile after) {
        return switch (this) {
            case ALLERGIES -> !after.allergies().containsAll(before.allergies());
            case DIETS -> !after.diets().containsAll(before.diets());
            case TEXTURE -> after.texture().level() > before.texture().level();
            case THICKNESS -> after.thickness().level() < before.thickness().level();
            case FASTING -> shorter(before.fasting(), after.fasting());
            case AVERSIONS -> !after.aversions().containsAll(before.aversions());
            case LIMITS ->
                    higher(before.carbohydrateLimit(), after.carbohydrateLimit())
                            || higher(before.fluidLimit(), after.fluidLimit());
        };
    }

    private static boolean shorter(Optional<Fasting> before, Optional<Fasting> after) {
        if (before.isEmpty() || before.equals(after)) {
            return false;
        }
        boolean later = after.filter(now -> !now.from().isAfter(before.get().from())).isEmpty();
        boolean sooner =
                after.flatMap(Fasting::until)
                        .filter(end -> before.get().until().filter(end::isAfter).isEmpty())
                        .isPresent();
        return later || sooner;
    }

    private static boolean higher(Optional<Integer> before, Optional<Integer> after) {
        return before.isPresent() && after.filter(now -> now <= before.get()).isEmpty();
    }
}

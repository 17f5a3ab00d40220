package chevet.model.meal;

import java.util.Set;

/**
 * Body of the act {@code food.profile.change}: staff sets what the patient who lies there may eat.
 * Answered by the {@link FoodSheet} as it is then.
 *
 * @param token of the staff's session
 * @param before the profile that was on the screen: where it is another one by now, nothing is
 *     changed
 * @param profile what applies from now on; confirmed where whoever sets it answers for it
 * @param seen keys of the unclear lines that were looked at
 */
public record ChangeFood(String token, FoodProfile before, FoodProfile profile, Set<String> seen) {
    public static final String TYPE = "food.profile.change";

    public ChangeFood {
        seen = Ordered.copy(seen);
    }

    /** Tokens end in no log, and nothing of the patient does. */
    @Override
    public String toString() {
        return "ChangeFood[]";
    }
}

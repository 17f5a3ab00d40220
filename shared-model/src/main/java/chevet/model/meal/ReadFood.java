package chevet.model.meal;

/**
 * Body of the ask {@code food.profile.read}: what the patient who lies there may eat, and what is
 * not clear of it. Answered by {@link FoodSheet}.
 *
 * @param token of the staff's session
 */
public record ReadFood(String token) {
    public static final String TYPE = "food.profile.read";

    /** Tokens end in no log. */
    @Override
    public String toString() {
        return "ReadFood[]";
    }
}

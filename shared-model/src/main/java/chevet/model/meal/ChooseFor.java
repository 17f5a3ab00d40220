package chevet.model.meal;

/**
 * Body of the act {@code meal.choose-for}: staff at the bed chooses a meal for the patient who lies
 * there, by the same rules as the patient's own choice. The answer holds the {@link Tray}, which
 * says that staff chose.
 *
 * @param token of the staff's session
 */
public record ChooseFor(String token, ChooseTray choice) {
    public static final String TYPE = "meal.choose-for";

    /** Names the service alone: tokens end in no log. */
    @Override
    public String toString() {
        return "ChooseFor[" + choice + "]";
    }
}

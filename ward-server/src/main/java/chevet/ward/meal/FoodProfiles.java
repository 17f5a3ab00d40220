package chevet.ward.meal;

import chevet.model.meal.FoodProfile;
import chevet.model.stay.StayId;

/**
 * The door by which a food profile comes in: from the console today, from the hospital's systems
 * later.
 */
public interface FoodProfiles {
    /**
     * Replaces the profile of a stay that lies in a bed; all its trays that are not plated are
     * judged again in the same transaction, and those that no longer fit are held.
     *
     * @param by the account or the system that answers for it
     * @return done, or {@code stay.not-here}
     */
    MealResult setProfile(StayId stay, FoodProfile profile, String by);
}

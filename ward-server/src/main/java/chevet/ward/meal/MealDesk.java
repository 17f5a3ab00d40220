package chevet.ward.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The food profile and the trays of each patient. Blocks until on disk; for virtual threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class MealDesk implements FoodProfiles {
    MealDesk() {}

    @Override
    public MealResult setProfile(StayId stay, FoodProfile profile, String by) {
        throw new UnsupportedOperationException();
    }

    /** {@link FoodProfile#UNCONFIRMED} where nobody has set one. */
    public FoodProfile profile(StayId stay) {
        throw new UnsupportedOperationException();
    }

    /** The tray as the rule sees it at this moment; empty where there is no such service. */
    public Optional<Tray> tray(StayId stay, ServiceKey key) {
        throw new UnsupportedOperationException();
    }

    /** What the patient may have at one service; empty where there is no such service. */
    public Optional<Offer> offer(StayId stay, ServiceKey key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Chooses for the patient, by the same rules; the tray says that staff chose. Unlike a patient,
     * staff may still do so after the cut-off where the tray is held, until the service is closed.
     */
    public MealResult chooseFor(StayId stay, ChooseTray choice, String by) {
        throw new UnsupportedOperationException();
    }

    /** Every bed with a patient: what the board shows of its next meal. */
    public Map<BedId, BedMeal> beds(WardId ward) {
        throw new UnsupportedOperationException();
    }

    /** Where somebody must decide before it is too late, soonest service first, then by bed. */
    public List<MealWarning> warnings(WardId ward) {
        throw new UnsupportedOperationException();
    }

    /**
     * Beds whose food profile nobody has confirmed, in order; they get only what is safe for all.
     */
    public List<BedId> unconfirmed(WardId ward) {
        throw new UnsupportedOperationException();
    }
}

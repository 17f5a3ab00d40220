package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.meal.Meals;
import chevet.ward.stay.StayFollower;

/** What meals and stays know of each other; neither imports the other. */
final class MealsFollowStays implements StayFollower {
    private final Meals meals;

    MealsFollowStays(Meals meals) {
        this.meals = meals;
    }

    @Override
    public void admitted(Tx tx, StayId stay, BedId bed) {
        meals.admitted(tx, stay);
    }

    @Override
    public void moved(Tx tx, StayId stay, BedId from, BedId to) {
        meals.moved(tx, stay);
    }

    @Override
    public void discharged(Tx tx, StayId stay, BedId from) {
        meals.left(tx, stay);
    }

    @Override
    public void setAside(Tx tx, StayId stay, BedId from) {
        meals.left(tx, stay);
    }

    @Override
    public void returned(Tx tx, StayId stay, BedId bed) {
        meals.moved(tx, stay);
    }

    @Override
    public void erased(Tx tx, StayId stay) {
        meals.erased(tx, stay);
    }
}

package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.meal.Meals;
import chevet.ward.meal.Patients;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What meals and stays know of each other; neither imports the other. */
final class MealsFollowStays implements StayFollower {
    private final Meals meals;

    MealsFollowStays(Meals meals) {
        this.meals = meals;
    }

    /** Who lies where, for the kitchen. */
    static Patients patients(StayDesk stays) {
        return new Patients() {
            @Override
            public List<Lying> in(Handle handle, WardId ward) {
                return stays.lying(handle, ward).entrySet().stream()
                        .map(e -> new Lying(e.getValue(), ward, e.getKey().bed()))
                        .toList();
            }

            @Override
            public Optional<Lying> of(Handle handle, StayId stay) {
                return stays.placeOf(handle, stay)
                        .map(place -> new Lying(stay, place.ward(), place.bed()));
            }
        };
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

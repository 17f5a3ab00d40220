package chevet.ward.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service as the kitchen sees it: beds and diets, no names.
 *
 * @param tally adds up to the patients, always
 * @param lines what to produce, course by course in the order of the menu; held trays are not in it
 * @param trays every bed's tray, in the order of the beds; empty once the stays are gone
 * @param closed when the service was closed; the sheet does not change any more from then on
 */
public record KitchenSheet(
        WardId ward,
        ServiceMenu menu,
        Tally tally,
        List<Line> lines,
        List<BedTray> trays,
        Optional<Instant> closed) {
    public KitchenSheet {
        lines = List.copyOf(lines);
        trays = List.copyOf(trays);
    }

    /** The beds whose tray is in that state, in the order of the beds. */
    public List<BedTray> in(Tray.State state) {
        return trays.stream().filter(tray -> tray.tray().state() == state).toList();
    }

    /** Every patient of the ward in exactly one state. */
    public record Tally(int chosen, int byDefault, int held, int fasting, int unchosen) {
        public int patients() {
            return chosen + byDefault + held + fasting + unchosen;
        }

        /** Trays that are made. */
        public int plated() {
            return chosen + byDefault;
        }
    }

    /**
     * One dish to produce, in how many portions of which texture.
     *
     * @param textures of food; empty for a drink
     * @param thicknesses of drink; empty for food
     * @param total of all portions
     */
    public record Line(
            Course course,
            Dish dish,
            boolean replacement,
            Map<FoodTexture, Integer> textures,
            Map<DrinkThickness, Integer> thicknesses,
            int total) {
        public Line {
            textures = Map.copyOf(textures);
            thicknesses = Map.copyOf(thicknesses);
        }
    }

    /** One bed's tray and the profile that it was judged by. */
    public record BedTray(BedId bed, StayId stay, Tray tray, FoodProfile profile) {
        @Override
        public String toString() {
            return "BedTray[" + bed + "]";
        }
    }
}

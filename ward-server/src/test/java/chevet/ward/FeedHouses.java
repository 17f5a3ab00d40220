package chevet.ward;

import chevet.model.place.BedId;
import chevet.ward.hl7.Feed;
import chevet.ward.hl7.FoodDoor;
import chevet.ward.hl7.Stays;
import chevet.ward.meal.FoodSources;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;

/** How the server joins the feed and stays, for tests of the feed. */
public final class FeedHouses {
    private FeedHouses() {}

    public static Stays stays(StayDesk desk) {
        return FeedFollowsStays.stays(desk);
    }

    /** The hospital's name of one of our beds. */
    public static String place(BedId bed) {
        return "OPH^" + bed.value().replace('-', '^');
    }

    public static FoodDoor food(FoodSources meals) {
        return FeedFollowsStays.food(meals);
    }

    public static StayFollower follower(Feed feed) {
        return new FeedFollowsStays(feed);
    }
}

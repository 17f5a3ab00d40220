package chevet.ward;

import chevet.config.pack.ObjectStore;
import chevet.ward.library.Bedsides;
import chevet.ward.library.Library;
import chevet.ward.meal.Meals;
import chevet.ward.meal.Patients;
import chevet.ward.request.InBeds;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import chevet.ward.tv.Objects;
import chevet.ward.tv.TvBeds;

/** The server's own joints between its features, for tests of the features. */
public final class Joints {
    private Joints() {}

    public static Patients patients(StayDesk stays) {
        return MealsFollowStays.patients(stays);
    }

    public static StayFollower follower(Meals meals) {
        return new MealsFollowStays(meals);
    }

    public static TvBeds beds(StayDesk stays) {
        return TvPorts.beds(stays);
    }

    public static Objects objects(ObjectStore store) {
        return TvPorts.objects(store);
    }

    public static Bedsides bedsides(StayDesk stays) {
        return LibraryFollowsStays.bedsides(stays);
    }

    public static StayFollower follower(Library library) {
        return new LibraryFollowsStays(library);
    }

    /** Who lies where, for requests. */
    public static InBeds inBeds(StayDesk stays) {
        return RequestsFollowStays.beds(stays);
    }
}

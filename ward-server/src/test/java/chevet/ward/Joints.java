package chevet.ward;

import chevet.config.pack.ObjectStore;
import chevet.ward.library.Library;
import chevet.ward.meal.Meals;
import chevet.ward.record.RecordDesk;
import chevet.ward.request.Requests;
import chevet.ward.stay.StayFollower;
import chevet.ward.tv.Objects;

/** The server's own joints between its features, for tests of the features. */
public final class Joints {
    private Joints() {}

    public static StayFollower follower(Meals meals) {
        return new MealsFollowStays(meals);
    }

    public static Objects objects(ObjectStore store) {
        return TvPorts.objects(store);
    }

    public static StayFollower follower(Library library) {
        return new LibraryFollowsStays(library);
    }

    public static StayFollower follower(RecordDesk record) {
        return RecordPorts.follower(record);
    }

    public static StayFollower follower(Requests requests) {
        return new RequestsFollowStays(requests);
    }
}

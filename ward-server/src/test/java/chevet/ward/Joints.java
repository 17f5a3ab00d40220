package chevet.ward;

import chevet.config.pack.ObjectStore;
import chevet.ward.fhir.FhirDoor;
import chevet.ward.library.Library;
import chevet.ward.meal.Meals;
import chevet.ward.record.DaySink;
import chevet.ward.record.FoodSink;
import chevet.ward.record.RecordDesk;
import chevet.ward.record.RecordSource;
import chevet.ward.request.Requests;
import chevet.ward.stay.StayFollower;
import chevet.ward.tv.Objects;
import java.time.InstantSource;

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

    public static RecordSource record(FhirDoor door, InstantSource clock) {
        return RecordPorts.source(door, clock);
    }

    /** Where what the patient may see of the record goes. */
    public static DaySink day(Requests requests) {
        return RecordPorts.day(requests);
    }

    /** Where what the record says of food goes. */
    public static FoodSink food(Meals meals) {
        return RecordPorts.food(meals.sources());
    }

    public static StayFollower follower(Requests requests) {
        return new RequestsFollowStays(requests);
    }
}

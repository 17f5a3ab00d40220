package chevet.ward.staff;

import chevet.model.place.WardId;
import java.util.List;

/** Which wards there are. */
@FunctionalInterface
public interface Wards {
    /** In the hospital's order. */
    List<WardId> all();
}

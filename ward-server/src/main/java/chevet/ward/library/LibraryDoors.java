package chevet.ward.library;

import chevet.config.pack.ObjectStore;
import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Events;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The doors to the outside that the library needs. */
public record LibraryDoors(
        Database database,
        StayKeys keys,
        Events events,
        Live live,
        ObjectStore objects,
        InstantSource clock,
        ZoneId zone) {
    /** The day that it is in the hospital. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}

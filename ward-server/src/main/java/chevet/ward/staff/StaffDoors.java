package chevet.ward.staff;

import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.AuditLog;
import chevet.ward.sync.Events;
import java.time.InstantSource;

/** The doors to the outside that staff need. */
public record StaffDoors(
        Database database,
        StayKeys keys,
        Events events,
        AuditLog audit,
        Live live,
        InstantSource clock) {
    /** The same with other ears. */
    StaffDoors heard(Live ears) {
        return new StaffDoors(database, keys, events, audit, ears, clock);
    }
}

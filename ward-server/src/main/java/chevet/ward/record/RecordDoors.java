package chevet.ward.record;

import chevet.ward.db.Database;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.StaffGate;
import java.time.InstantSource;

/** What the record needs from outside. */
public record RecordDoors(
        Database database,
        StayKeys keys,
        StaffGate gate,
        FoodSink food,
        DaySink day,
        InstantSource clock) {}

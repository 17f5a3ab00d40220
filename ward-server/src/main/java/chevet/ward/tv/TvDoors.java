package chevet.ward.tv;

import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Events;
import java.time.InstantSource;

/** The doors to the outside that television needs. */
public record TvDoors(
        Database database,
        StayKeys keys,
        Events events,
        Live live,
        InstantSource clock,
        Objects objects,
        Source source) {}

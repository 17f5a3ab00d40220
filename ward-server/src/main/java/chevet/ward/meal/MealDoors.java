package chevet.ward.meal;

import chevet.config.pack.ObjectStore;
import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Events;
import java.time.InstantSource;

/** The doors to the outside that meals need. */
public record MealDoors(
        Database database,
        StayKeys keys,
        Events events,
        Live live,
        ObjectStore objects,
        InstantSource clock) {}

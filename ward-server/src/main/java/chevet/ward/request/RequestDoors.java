package chevet.ward.request;

import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Events;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * The doors to the outside that requests need.
 *
 * @param zone in which a day begins
 */
public record RequestDoors(
        Database database,
        StayKeys keys,
        Events events,
        Live live,
        InstantSource clock,
        ZoneId zone) {}

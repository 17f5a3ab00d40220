package chevet.ward.library;

import chevet.config.pack.ObjectStore;
import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Events;

/** The doors to the outside that the library needs. */
public record LibraryDoors(
        Database database, StayKeys keys, Events events, Live live, ObjectStore objects) {}

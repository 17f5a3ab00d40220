package chevet.ward.notice;

import chevet.ward.db.Database;
import chevet.ward.http.Live;
import chevet.ward.sync.Events;

/** The doors to the outside that notices need. */
public record NoticeDoors(Database database, Events events, Live live) {}

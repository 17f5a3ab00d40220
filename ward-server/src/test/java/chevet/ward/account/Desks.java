package chevet.ward.account;

import chevet.ward.console.Sessions;
import chevet.ward.db.Database;
import chevet.ward.http.Live;
import java.time.InstantSource;

/** Desks of accounts whose passwords cost little: how dear a real one is has a test of its own. */
public final class Desks {
    private static final int KIB = 64;
    private static final int PASSES = 1;

    private Desks() {}

    public static AccountDesk quick(
            Database database, Sessions sessions, InstantSource clock, Live live) {
        return new AccountDesk(database, sessions, clock, live, new Passwords(KIB, PASSES));
    }
}

package chevet.ward.staff;

import chevet.config.StaffConfig;
import chevet.model.place.BedId;
import chevet.model.staff.BreakGlass;
import chevet.model.staff.OfflineLogin;
import chevet.model.staff.Proof;
import chevet.model.staff.SessionEnd;
import chevet.model.staff.StaffAsks;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.pki.CardTrust;
import chevet.ward.staff.LoginDesk.Done;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.CommandHandler;
import chevet.ward.sync.StaffGate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The staff feature: its desks, the asks that it answers, and what it does when a stay moves. */
public final class Staff {
    /** What open pages are told of. */
    static final String TOPIC = "staff";

    private final StaffStore store = new StaffStore();
    private final OpenSessions sessions;
    private final LoginDesk logins;
    private final GlassDesk glasses;
    private final StaffDirectory directory;
    private final Gate gate;
    private final StaffLists lists;
    private final OfflineTaker offline;

    /**
     * @param trust whose cards are believed; empty: no card opens anything
     * @param zone in which a person's first and last day are meant
     * @param signer of what goes to terminals for the time without the server
     */
    public Staff(
            StaffDoors given,
            StaffConfig config,
            Optional<CardTrust> trust,
            ZoneId zone,
            Wards wards,
            Bedside bedside,
            ListSigner signer) {
        this.lists = new StaffLists(given, store, config, wards, zone, signer);
        StaffDoors doors = given.heard(topic -> directoryChanged(given, topic));
        CardCheck cards = new CardCheck(store, config, trust, zone);
        Challenges challenges = new Challenges(doors.clock());
        Openings openings = new Openings(doors, store, config);
        this.sessions = new OpenSessions(doors);
        this.logins = new LoginDesk(doors, store, bedside, cards, challenges, sessions);
        this.glasses = new GlassDesk(doors, store, cards, challenges, sessions, openings);
        this.directory = new StaffDirectory(doors, store, config, wards, sessions);
        this.gate = new Gate(doors, bedside, sessions, openings);
        this.offline = new OfflineTaker(doors, cards, bedside);
    }

    private void directoryChanged(StaffDoors given, String topic) {
        given.live().changed(topic);
        if (topic.equals(TOPIC)) {
            lists.changed();
        }
    }

    /** Hears what was opened while nobody could be asked. */
    public CommandHandler<OfflineLogin> offline() {
        return offline;
    }

    /** Decides for every feature that answers staff. */
    public StaffGate gate() {
        return gate;
    }

    public StaffDirectory directory() {
        return directory;
    }

    LoginDesk logins() {
        return logins;
    }

    GlassDesk glasses() {
        return glasses;
    }

    /** Everything that a terminal may ask about cards and sessions. */
    public List<AskHandler> asks() {
        return List.of(
                new Asked<>(
                        StaffAsks.CHALLENGE,
                        StaffAsks.Challenge.class,
                        (ask, body) ->
                                new Done.Good<>(logins.challenge(ask.terminal(), body.purpose()))),
                new Asked<>(
                        StaffAsks.LOGIN,
                        Proof.class,
                        (ask, body) -> logins.login(ask.terminal(), body)),
                new Asked<>(
                        StaffAsks.TRIES,
                        StaffAsks.WrongPin.class,
                        (ask, body) ->
                                logins.wrongPin(ask.terminal(), ask.act().orElse(ask.id()), body)),
                new Asked<>(
                        StaffAsks.END,
                        StaffAsks.Held.class,
                        (ask, body) -> {
                            logins.end(ask.terminal(), body.token());
                            return new Done.Good<>(new StaffAsks.Ended());
                        }),
                new Asked<>(
                        StaffAsks.TOUCH,
                        StaffAsks.Held.class,
                        (ask, body) -> logins.touch(ask.terminal(), body.token())),
                new Asked<>(
                        StaffAsks.BREAK_GLASS,
                        BreakGlass.class,
                        (ask, body) -> glasses.breakGlass(ask.terminal(), body)));
    }

    /** To be called each second. Not on the writer's thread. */
    public void tick() {
        sessions.tick();
        lists.tick();
    }

    /** The stay lies elsewhere, or nowhere: whoever looks at it is shown nothing more. */
    public void moved(Tx tx, StayId stay) {
        sessions.moved(tx, stay);
    }

    /** Somebody lies in the bed from now on: a session at the empty bed is over. */
    public void arrived(Tx tx, BedId bed) {
        sessions.end(tx, open -> open.bed().equals(bed), SessionEnd.Why.MOVED);
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
    }
}

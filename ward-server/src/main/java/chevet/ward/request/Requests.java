package chevet.ward.request;

import chevet.model.request.GiveConsent;
import chevet.model.request.MakeRequest;
import chevet.model.request.RequestRule;
import chevet.model.request.WithdrawRequest;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;

/** The request feature: its desks, its command handlers, and what it does when a stay ends. */
public final class Requests {
    /** What open pages are told of. */
    static final String TOPIC = "requests";

    private final RequestDoors doors;
    private final RequestStore store = new RequestStore();
    private final RequestBook book;
    private final DayBook dayBook;
    private final RequestDesk desk;
    private final DayDesk days;
    private final TeamDesk teams;
    private final RequestTaker taker;
    private final WithdrawTaker withdraws;
    private final ConsentTaker consents;

    public Requests(RequestDoors doors, Bedsides beds) {
        this.doors = doors;
        Sealing sealing = new Sealing(doors.keys());
        this.book = new RequestBook(doors, store, sealing);
        this.dayBook = new DayBook(doors, store, sealing);
        this.desk = new RequestDesk(doors, book, beds);
        this.days = new DayDesk(doors, dayBook, beds);
        this.teams = new TeamDesk(doors, store);
        this.taker = new RequestTaker(book, beds);
        this.withdraws = new WithdrawTaker(book);
        this.consents = new ConsentTaker(dayBook, beds);
    }

    public RequestDesk desk() {
        return desk;
    }

    public DayDesk days() {
        return days;
    }

    public TeamDesk teams() {
        return teams;
    }

    /** Takes the command {@code request.make}. */
    public CommandHandler<MakeRequest> taker() {
        return taker;
    }

    /** Takes the command {@code request.withdraw}. */
    public CommandHandler<WithdrawRequest> withdraws() {
        return withdraws;
    }

    /** Takes the command {@code care.consent-given}. */
    public CommandHandler<GiveConsent> consents() {
        return consents;
    }

    /** Clears away what has been over for a day; called now and then. */
    public void tick() {
        doors.database().change(tx -> book.clear(tx, tx.now().minus(RequestRule.KEPT)));
    }

    /** Who lies where has changed: open pages show it. */
    public void stirred(Tx tx) {
        stir(doors, tx);
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
    }

    static void stir(RequestDoors doors, Tx tx) {
        tx.afterCommit(
                () -> {
                    doors.live().changed(TOPIC);
                    // The board of beds shows what is asked for there.
                    doors.live().changed("beds");
                });
    }
}

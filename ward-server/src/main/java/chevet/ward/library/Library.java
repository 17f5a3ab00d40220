package chevet.ward.library;

import chevet.model.library.ReportProgress;
import chevet.model.library.SendAnswers;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;

/** The library feature: its desks, its command handlers, and what it does when a stay ends. */
public final class Library {
    /** What open pages are told of. */
    static final String TOPIC = "films";

    private final LibraryDoors doors;
    private final LibraryStore store = new LibraryStore();
    private final FilmDesk films;
    private final LibraryDesk desk;
    private final ProgressTaker progress;
    private final AnswersTaker answers;

    public Library(LibraryDoors doors, Bedsides bedsides) {
        this.doors = doors;
        CareBook book = new CareBook(doors, store);
        this.films = new FilmDesk(doors, store);
        this.desk = new LibraryDesk(doors, store, book, bedsides);
        this.progress = new ProgressTaker(store, book);
        this.answers = new AnswersTaker(store, book);
        films.pin();
    }

    public FilmDesk films() {
        return films;
    }

    public LibraryDesk desk() {
        return desk;
    }

    /** Takes the command {@code library.progress}. */
    public CommandHandler<ReportProgress> progress() {
        return progress;
    }

    /** Takes the command {@code library.answers}. */
    public CommandHandler<SendAnswers> answers() {
        return answers;
    }

    /** Who lies where has changed: open pages show it. */
    public void stirred(Tx tx) {
        tx.afterCommit(() -> doors.live().changed(TOPIC));
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
    }
}

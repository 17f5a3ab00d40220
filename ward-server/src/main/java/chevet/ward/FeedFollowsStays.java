package chevet.ward;

import chevet.model.place.BedId;
import chevet.model.record.PatientNumber;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.hl7.Feed;
import chevet.ward.hl7.FoodDoor;
import chevet.ward.hl7.Stays;
import chevet.ward.meal.FoodSources;
import chevet.ward.stay.StayBook;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayFollower;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the hospital's feed and stays know of each other; neither imports the other. */
final class FeedFollowsStays implements StayFollower {
    private final Feed feed;

    FeedFollowsStays(Feed feed) {
        this.feed = feed;
    }

    /** Under which the meals keep what the feed's orders say. */
    private static final String SOURCE = "hl7";

    /** Where orders for food go. */
    static FoodDoor food(FoodSources meals) {
        return (tx, stay, food) -> meals.take(tx, stay, SOURCE, food);
    }

    /** What the feed does with stays. */
    static Stays stays(StayDesk desk) {
        return new OfDesk(desk);
    }

    @Override
    public void admitted(Tx tx, StayId stay, BedId bed) {
        feed.placed(tx, stay, bed);
    }

    @Override
    public void moved(Tx tx, StayId stay, BedId from, BedId to) {
        feed.placed(tx, stay, to);
    }

    @Override
    public void discharged(Tx tx, StayId stay, BedId from) {
        feed.left(tx, stay, true);
    }

    @Override
    public void setAside(Tx tx, StayId stay, BedId from) {
        feed.left(tx, stay, false);
    }

    @Override
    public void returned(Tx tx, StayId stay, BedId bed) {
        feed.placed(tx, stay, bed);
    }

    @Override
    public void numbered(Tx tx, StayId stay, PatientNumber number) {
        feed.numbered(tx, stay, number);
    }

    @Override
    public void erased(Tx tx, StayId stay) {
        feed.erased(tx, stay);
    }

    private static final class OfDesk implements Stays {
        private final StayDesk desk;
        private final StayBook book;
        private final Map<StayId, StayBook.Newcomer> prepared = new ConcurrentHashMap<>();

        OfDesk(StayDesk desk) {
            this.desk = desk;
            this.book = desk.book();
        }

        @Override
        public StayId prepare(Patient patient) {
            StayBook.Newcomer newcomer = book.prepare(patient);
            prepared.put(newcomer.stay(), newcomer);
            return newcomer.stay();
        }

        @Override
        public void drop(StayId stay) {
            Optional.ofNullable(prepared.remove(stay)).ifPresent(book::drop);
        }

        @Override
        public void begin(Tx tx, StayId stay, Optional<BedId> bed, Instant since, String by) {
            StayBook.Newcomer newcomer = Optional.ofNullable(prepared.get(stay)).orElseThrow();
            book.begin(tx, newcomer, bed, since, by);
            tx.afterCommit(() -> prepared.remove(stay));
        }

        @Override
        public void place(Tx tx, StayId stay, BedId bed, String by) {
            book.place(tx, stay, bed, by);
        }

        @Override
        public void setAside(Tx tx, StayId stay) {
            book.setAside(tx, stay);
        }

        @Override
        public void end(Tx tx, StayId stay, String by) {
            book.end(tx, stay, by);
        }

        @Override
        public boolean resume(Tx tx, StayId stay) {
            return book.resume(tx, stay);
        }

        @Override
        public void rename(Tx tx, StayId stay, Patient patient) {
            book.rename(tx, stay, patient);
        }

        @Override
        public void number(Tx tx, StayId stay, PatientNumber number) {
            book.number(tx, stay, number);
        }

        @Override
        public boolean open(Tx tx, StayId stay) {
            return book.open(tx, stay);
        }

        @Override
        public Optional<BedId> bedOf(Tx tx, StayId stay) {
            return book.bedOf(tx, stay);
        }

        @Override
        public Optional<StayId> in(Tx tx, BedId bed) {
            return book.in(tx, bed);
        }

        @Override
        public Optional<Patient> patient(Tx tx, StayId stay) {
            return book.patient(tx.handle(), stay);
        }

        @Override
        public List<Lying> lying() {
            return desk.lying().stream()
                    .map(each -> new Lying(each.stay(), each.bed(), each.since()))
                    .toList();
        }

        @Override
        public void ended() {
            desk.ended();
        }
    }
}

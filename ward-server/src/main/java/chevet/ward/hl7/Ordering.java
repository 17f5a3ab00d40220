package chevet.ward.hl7;

import chevet.model.record.PatientNumber;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.hl7.Visits.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whose an order for food is: the visit's that it names, or every visit's of its person; and of a
 * stay that the console began, by the patient's number alone. What nobody is here for waits. On the
 * writer's thread.
 */
final class Ordering {
    private final FeedStore store;
    private final Visits visits;
    private final Stays stays;
    private final DietBook diets;
    private final GivenNumberStore numbers;

    Ordering(
            FeedStore store, Visits visits, Stays stays, DietBook diets, GivenNumberStore numbers) {
        this.store = store;
        this.visits = visits;
        this.stays = stays;
        this.diets = diets;
        this.numbers = numbers;
    }

    /**
     * Takes what a message tells of orders.
     *
     * @param person hash of the number under which the person goes now
     */
    void told(Tx tx, FeedMessage message, String person) {
        Optional<Visit> named = message.visit().flatMap(key -> visits.find(tx.handle(), key));
        List<Visit> meant = message.visit().isPresent() ? named.stream().toList() : all(tx, person);
        List<Visit> open = meant.stream().filter(visit -> open(tx, visit)).toList();
        Optional<String> number = message.person().known().map(numbers::hash);
        if (open.isEmpty()) {
            // A stay that is over keeps what was told before its end, for its end may be taken
            // back.
            boolean over = named.flatMap(Visit::stay).isPresent();
            String key = over ? alone(person) : message.visit().orElse(alone(person));
            diets.waits(tx, key, number, message.food());
        }
        for (Visit visit : open) {
            diets.told(tx, visit.key(), visit.stay().orElseThrow(), message.food());
            diets.apply(tx, visit, alone(person));
        }
        if (message.visit().isEmpty() || open.isEmpty()) {
            // Nobody knows which visit a stay of the console's is.
            number.ifPresent(known -> ofConsole(tx, known, message.food()));
        }
    }

    private void ofConsole(Tx tx, String number, List<DietOrder> food) {
        for (StayId stay : numbers.stays(tx.handle(), number)) {
            if (stays.open(tx, stay)) {
                diets.told(tx, Following.ofConsole(stay), stay, food);
                diets.apply(tx, stay, Following.ofConsole(stay));
            }
        }
    }

    /**
     * The console says who it is that it has admitted; what waits for that number counts from now
     * on, and what came for another does not. Whom the feed has admitted it knows better itself.
     */
    void numbered(Tx tx, StayId stay, PatientNumber number) {
        if (visits.of(tx.handle(), stay).isEmpty()) {
            String hash = numbers.hash(number);
            numbers.put(tx.handle(), stay, hash);
            diets.begin(tx, stay, Following.ofConsole(stay), hash);
        }
    }

    /** Whether orders can reach the stay. */
    boolean knows(Handle handle, StayId stay) {
        return visits.of(handle, stay).isPresent() || numbers.knows(handle, stay);
    }

    /** A number is no more: what was its is the survivor's. */
    void merged(Tx tx, FeedMessage message, String survivor) {
        FeedMessage.Merged gone = message.merged().orElseThrow();
        Optional<StayId> stay =
                visits.find(tx.handle(), alone(survivor))
                        .filter(visit -> open(tx, visit))
                        .flatMap(Visit::stay);
        diets.move(tx, alone(gone.number()), alone(survivor), stay);
        all(tx, survivor).stream()
                .filter(visit -> open(tx, visit))
                .forEach(visit -> diets.apply(tx, visit, alone(survivor)));
        message.person()
                .known()
                .ifPresent(
                        now ->
                                gone.known()
                                        .map(numbers::hash)
                                        .ifPresent(old -> renumbered(tx, old, now)));
    }

    private void renumbered(Tx tx, String old, PatientNumber now) {
        diets.renumber(tx, old, numbers.hash(now));
        numbers.stays(tx.handle(), old).forEach(stay -> stays.number(tx, stay, now));
    }

    /** Has a stay's food follow what is known of its orders. */
    void feed(Tx tx, StayId stay) {
        visits.of(tx.handle(), stay)
                .ifPresentOrElse(
                        visit -> diets.apply(tx, visit, alone(visit.person())),
                        () -> diets.apply(tx, stay, Following.ofConsole(stay)));
    }

    /** The same of every stay with orders: the table of diets may be another since. */
    void feedAll(Tx tx) {
        diets.stays(tx.handle()).forEach(stay -> feed(tx, stay));
    }

    /**
     * Lets orders begin and end whose time has come, and forgets those of people who never came.
     */
    void tick(Tx tx, Instant now, Instant before) {
        diets.purge(tx, before);
        diets.due(tx.handle(), now).forEach(stay -> feed(tx, stay));
    }

    /** Of how many visits orders wait that are nobody's here. */
    int waiting(Handle handle) {
        return diets.waiting(handle);
    }

    /** A stay's key is destroyed. */
    void erased(Tx tx, StayId stay) {
        diets.erased(tx, stay);
        numbers.erase(tx.handle(), stay);
    }

    private List<Visit> all(Tx tx, String person) {
        return store.visitsOf(tx.handle(), person).stream().map(visits::opened).toList();
    }

    private boolean open(Tx tx, Visit visit) {
        return visit.stay().filter(stay -> stays.open(tx, stay)).isPresent();
    }

    /** The key of what was told of a person without naming a visit. */
    static String alone(String person) {
        return "p" + person.substring(1);
    }
}

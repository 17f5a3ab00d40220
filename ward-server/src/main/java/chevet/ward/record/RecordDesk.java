package chevet.ward.record;

import chevet.model.meal.FoodFacts;
import chevet.model.meal.FoodMapping;
import chevet.model.record.PatientNumber;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordRead;
import chevet.model.record.RecordSection;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.stay.StayId;
import chevet.model.wire.Answer;
import chevet.model.wire.AnswerKey;
import chevet.model.wire.Ask;
import chevet.model.wire.SealedAnswer;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.StaffGate.Decision;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Answers what staff ask of the record, decided anew at each section, and follows what it says of
 * food, appointments and the care team. What it reads it passes on and forgets. Safe for all
 * threads.
 */
public final class RecordDesk implements AskHandler {
    private final RecordDoors doors;
    private final RecordSource source;
    private final Executor apart;
    private final NumberStore numbers;

    /** Stays whose food is being read just now. */
    private final Set<StayId> reading = ConcurrentHashMap.newKeySet();

    /** Stays whose number is new since their food was read. */
    private final Set<StayId> stale = ConcurrentHashMap.newKeySet();

    /**
     * @param apart runs what takes seconds, each on a thread of its own
     */
    public RecordDesk(RecordDoors doors, RecordSource source, Executor apart) {
        this.doors = doors;
        this.source = source;
        this.apart = apart;
        this.numbers = new NumberStore(doors.keys());
    }

    @Override
    public String type() {
        return RecordRead.TYPE;
    }

    /** A repeat is read anew: an answer that were kept would outlive the session. */
    @Override
    public boolean kept() {
        return false;
    }

    @Override
    public Answer answer(Ask ask) {
        RecordRead wanted = WireCodec.strict(ask.body(), RecordRead.class);
        Decision decision =
                doors.gate()
                        .may(
                                ask.terminal(),
                                wanted.token(),
                                resource(wanted.section()),
                                Action.READ);
        return switch (decision) {
            case Decision.Refused(var reason) ->
                    new Answer(ask.id(), Optional.empty(), Optional.of(reason));
            case Decision.Allowed allowed ->
                    new Answer(
                            ask.id(),
                            Optional.of(WireCodec.body(sealed(allowed.stay(), wanted))),
                            Optional.empty());
        };
    }

    /** From here on nobody can read it but the session that asked. */
    private SealedAnswer sealed(StayId stay, RecordRead wanted) {
        return AnswerKey.seal(read(stay, wanted.section()), wanted.key());
    }

    private RecordPart read(StayId stay, RecordSection section) {
        Optional<PatientNumber> number = number(stay);
        return number.map(known -> source.read(known, section))
                .orElseGet(
                        () ->
                                RecordPart.empty(
                                        section,
                                        RecordPart.State.UNKNOWN_PATIENT,
                                        doors.clock().instant(),
                                        source.name()));
    }

    /** By which number the record is asked about the stay. */
    public Optional<PatientNumber> number(StayId stay) {
        return doors.database().read(handle -> numbers.of(handle, stay));
    }

    /** Ties a stay to a patient of the record; within the transaction that knows it. */
    public void link(Tx tx, StayId stay, PatientNumber number) {
        if (!numbers.of(tx.handle(), stay).equals(Optional.of(number))) {
            numbers.put(tx.handle(), stay, number);
            tx.afterCommit(() -> wanted(stay));
        }
    }

    /** The same by itself; blocks until on disk. */
    public void link(StayId stay, PatientNumber number) {
        doors.database().change(tx -> link(tx, stay, number));
    }

    /** A stay's key is destroyed. */
    public void erased(Tx tx, StayId stay) {
        numbers.remove(tx.handle(), stay);
    }

    /** Somebody was admitted, or has another number: the food is read without waiting. */
    public void wanted(StayId stay) {
        stale.add(stay);
    }

    /**
     * Reads what the record says of food, and what the patient may see: of these stays, in no
     * order, each apart.
     *
     * @param lying everybody who lies in a bed
     */
    public void refresh(Set<StayId> lying) {
        for (StayId stay : lying) {
            if (reading.add(stay)) {
                stale.remove(stay);
                apart.execute(() -> refresh(stay));
            }
        }
    }

    /** The same only of those whose number is new. */
    public void refreshNew(Set<StayId> lying) {
        Set<StayId> fresh = new HashSet<>(stale);
        stale.removeIf(stay -> !lying.contains(stay));
        fresh.retainAll(lying);
        refresh(fresh);
    }

    private void refresh(StayId stay) {
        try {
            Optional<PatientNumber> number = number(stay);
            Optional<FoodFacts> food = number.flatMap(source::food);
            Optional<RecordDay> day = number.flatMap(source::day);
            if (number(stay).equals(number)) {
                boolean another = doors.database().read(handle -> numbers.renumbered(handle, stay));
                take(stay, food, day, another);
                if (another) {
                    settle(stay, number);
                }
            }
        } finally {
            reading.remove(stay);
        }
    }

    /**
     * A source that does not answer changes nothing: what it said last stands, unless it said that
     * of somebody whose number this patient had by mistake.
     */
    private void take(
            StayId stay, Optional<FoodFacts> food, Optional<RecordDay> day, boolean another) {
        food.ifPresentOrElse(
                said -> doors.food().take(stay, FoodMapping.of(said)),
                () -> {
                    if (another) {
                        doors.food().unknown(stay);
                    }
                });
        day.or(() -> another ? Optional.of(RecordDay.NOTHING) : Optional.empty())
                .ifPresent(said -> doors.day().take(stay, said));
    }

    private void settle(StayId stay, Optional<PatientNumber> number) {
        doors.database()
                .change(
                        tx -> {
                            if (numbers.of(tx.handle(), stay).equals(number)) {
                                numbers.settled(tx.handle(), stay);
                            }
                        });
    }

    static Resource resource(RecordSection section) {
        return switch (section) {
            case BANNER -> Resource.BANNER;
            case FLAGS -> Resource.FLAGS;
            case ALLERGIES -> Resource.ALLERGIES;
            case DIET -> Resource.DIET;
            case MEDICATION -> Resource.MEDICATION;
            case OBSERVATIONS -> Resource.OBSERVATIONS;
            case APPOINTMENTS -> Resource.APPOINTMENTS;
            case CARE_TEAM -> Resource.CARE_TEAM;
            case CONSENTS -> Resource.CONSENTS;
        };
    }
}

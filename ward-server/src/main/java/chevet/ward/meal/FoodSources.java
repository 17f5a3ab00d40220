package chevet.ward.meal;

import chevet.model.meal.FoodFacts;
import chevet.model.meal.FoodMapping;
import chevet.model.meal.FoodMerge;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.SourcedFood;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Tx;
import chevet.ward.keys.StayKeys;
import chevet.ward.sync.Bedsides;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Where the hospital's systems say what a patient may eat: each under its own name, beside what a
 * person has set. The profile that applies is put together of all ({@link FoodMerge}), and trays
 * are judged again in the same transaction. A line that was not understood restricts the stay until
 * {@link #seen}. Methods without a transaction block until on disk; for virtual threads.
 */
public final class FoodSources {
    /** The name under which a person's own part is kept. */
    private static final String HAND = "hand";

    /** One entry of which nobody knows what it says. */
    private static final SourcedFood UNREAD =
            FoodMapping.of(new FoodFacts(List.of(), List.of(), 1));

    private final MealDoors doors;
    private final SourceStore store = new SourceStore();
    private final TrayBook book;
    private final Judging judging;
    private final Bedsides patients;

    FoodSources(MealDoors doors, TrayBook book, Judging judging, Bedsides patients) {
        this.doors = doors;
        this.book = book;
        this.judging = judging;
        this.patients = patients;
    }

    /**
     * A source has been read: what it says now replaces what it said before. Nothing is written
     * where it says the same.
     *
     * @param source a short word, the same each time: {@code fhir}, {@code hl7}
     * @return done, or {@code stay.not-here}
     */
    public MealResult take(StayId stay, String source, SourcedFood food) {
        return doors.database().write(tx -> take(tx, stay, source, food)).join();
    }

    /** The same within a transaction; on the writer's thread. */
    public MealResult take(Tx tx, StayId stay, String source, SourcedFood food) {
        Optional<Bedsides.Lying> lying = patients.of(tx.handle(), stay);
        if (lying.isEmpty()) {
            return Orders.NOT_HERE;
        }
        Map<String, Kept> kept = kept(tx.handle(), stay);
        Optional<FoodMerge.Source> before = Optional.ofNullable(kept.get(source)).map(Kept::source);
        if (before.map(FoodMerge.Source::food).filter(food::equals).isPresent()) {
            return new MealResult.Done();
        }
        FoodProfile hand = hand(tx.handle(), stay, kept);
        Set<String> seen = new HashSet<>(before.map(FoodMerge.Source::seen).orElse(Set.of()));
        seen.retainAll(food.unclear().stream().map(SourcedFood.Unclear::key).toList());
        FoodMerge.Source now = new FoodMerge.Source(food, seen);
        put(tx, stay, HAND, hand);
        put(tx, stay, source, now);
        kept.put(source, new Kept(now, tx.now()));
        apply(tx, lying.get(), hand, kept, source);
        return new MealResult.Done();
    }

    /**
     * What a source said was said of somebody else: nothing of it stands, and the stay is
     * restricted until the source has spoken anew or a dietitian has looked. Where it had said
     * nothing, nothing changes.
     */
    public void unknown(StayId stay, String source) {
        doors.database()
                .change(
                        tx -> {
                            if (kept(tx.handle(), stay).containsKey(source)) {
                                take(tx, stay, source, UNREAD);
                            }
                        });
    }

    /** Lines of the ward that nobody has seen yet, by bed. */
    public List<FoodDoubt> doubts(WardId ward) {
        return doors.database()
                .read(
                        handle ->
                                patients.in(handle, ward).stream()
                                        .flatMap(lying -> doubts(handle, lying).stream())
                                        .toList());
    }

    /** Lines of one stay that nobody has seen yet. */
    public List<FoodDoubt> doubts(StayId stay) {
        return doors.database()
                .read(
                        handle ->
                                patients.of(handle, stay)
                                        .map(lying -> doubts(handle, lying))
                                        .orElse(List.of()));
    }

    /**
     * Somebody has seen these lines and answers for it that the profile says what they mean.
     *
     * @param keys of {@link SourcedFood.Unclear}; one that is not there any more is passed over
     * @param by account or staff id
     */
    public MealResult seen(StayId stay, Set<String> keys, String by) {
        return doors.database().write(tx -> seen(tx, stay, keys, by)).join();
    }

    MealResult seen(Tx tx, StayId stay, Set<String> keys, String by) {
        Optional<Bedsides.Lying> lying = patients.of(tx.handle(), stay);
        if (lying.isEmpty()) {
            return Orders.NOT_HERE;
        }
        Map<String, Kept> kept = kept(tx.handle(), stay);
        Map<String, Kept> changed = new TreeMap<>(kept);
        kept.forEach(
                (source, before) -> {
                    Set<String> seen = new HashSet<>(before.source().seen());
                    before.source().food().unclear().stream()
                            .map(SourcedFood.Unclear::key)
                            .filter(keys::contains)
                            .forEach(seen::add);
                    FoodMerge.Source now = new FoodMerge.Source(before.source().food(), seen);
                    put(tx, stay, source, now, before.at());
                    changed.put(source, new Kept(now, before.at()));
                });
        apply(tx, lying.get(), hand(tx.handle(), stay, kept), changed, by);
        return new MealResult.Done();
    }

    /** A person has set a whole profile: keeps what is the hand's own, gives what applies. */
    FoodProfile byHand(Tx tx, StayId stay, FoodProfile whole) {
        Map<String, Kept> kept = kept(tx.handle(), stay);
        if (kept.isEmpty()) {
            return whole;
        }
        List<FoodMerge.Source> sources = kept.values().stream().map(Kept::source).toList();
        FoodProfile own = FoodMerge.ownPart(whole, sources);
        put(tx, stay, HAND, own);
        return FoodMerge.of(own, sources);
    }

    /** What applies where a person sets this whole profile; nothing is written. */
    FoodProfile applied(Handle handle, StayId stay, FoodProfile whole) {
        List<FoodMerge.Source> sources = sources(handle, stay);
        return sources.isEmpty() ? whole : FoodMerge.of(FoodMerge.ownPart(whole, sources), sources);
    }

    /** The part that the systems say. */
    FoodProfile fromSystems(Handle handle, StayId stay) {
        return FoodMerge.of(FoodProfile.UNCONFIRMED, sources(handle, stay));
    }

    private List<FoodMerge.Source> sources(Handle handle, StayId stay) {
        return kept(handle, stay).values().stream().map(Kept::source).toList();
    }

    void erase(Tx tx, StayId stay) {
        store.erase(tx.handle(), stay);
    }

    private void apply(
            Tx tx, Bedsides.Lying lying, FoodProfile hand, Map<String, Kept> kept, String by) {
        FoodProfile profile = FoodMerge.of(hand, kept.values().stream().map(Kept::source).toList());
        if (!profile.equals(book.profile(tx.handle(), lying.stay()))) {
            book.putProfile(tx, lying.stay(), profile, by);
            judging.stay(tx, lying.ward(), lying.stay());
        }
        tx.afterCommit(
                () -> {
                    doors.live().changed("meals");
                    doors.live().changed("beds");
                });
    }

    /** What a person has set; before any source spoke, that is the whole profile. */
    private FoodProfile hand(Handle handle, StayId stay, Map<String, Kept> kept) {
        if (kept.isEmpty()) {
            return book.profile(handle, stay);
        }
        return store.of(handle, stay, HAND)
                .flatMap(row -> open(stay, row, FoodProfile.class))
                .orElse(FoodProfile.UNCONFIRMED);
    }

    private record Kept(FoodMerge.Source source, Instant at) {}

    private Map<String, Kept> kept(Handle handle, StayId stay) {
        Map<String, Kept> kept = new TreeMap<>();
        for (SourceStore.Row row : store.of(handle, stay)) {
            if (!row.source().equals(HAND)) {
                open(stay, row, FoodMerge.Source.class)
                        .ifPresent(source -> kept.put(row.source(), new Kept(source, row.at())));
            }
        }
        return kept;
    }

    List<FoodDoubt> doubts(Handle handle, Bedsides.Lying lying) {
        return kept(handle, lying.stay()).entrySet().stream()
                .flatMap(
                        each ->
                                each.getValue().source().unseen().stream()
                                        .map(
                                                line ->
                                                        new FoodDoubt(
                                                                lying.stay(),
                                                                lying.bed(),
                                                                each.getKey(),
                                                                line,
                                                                each.getValue().at())))
                .toList();
    }

    private void put(Tx tx, StayId stay, String source, Object record) {
        put(tx, stay, source, record, tx.now());
    }

    private void put(Tx tx, StayId stay, String source, Object record, Instant at) {
        byte[] plain = WireCodec.body(record).json().getBytes(StandardCharsets.UTF_8);
        byte[] sealed;
        try {
            sealed = doors.keys().seal(stay, place(stay, source), plain);
        } catch (StayKeys.KeyGone e) {
            // Restored without the keys: nothing more can be kept of this stay.
            return;
        }
        store.put(tx.handle(), stay, new SourceStore.Row(source, new Sealed(sealed), at));
    }

    private <T> Optional<T> open(StayId stay, SourceStore.Row row, Class<T> type) {
        try {
            byte[] plain = doors.keys().open(stay, place(stay, row.source()), row.body().bytes());
            Body body = new Body(new String(plain, StandardCharsets.UTF_8));
            return Optional.of(WireCodec.lenient(body, type));
        } catch (StayKeys.KeyGone e) {
            return Optional.empty();
        }
    }

    private static String place(StayId stay, String source) {
        return "meal_source.body/" + stay + "/" + source;
    }
}

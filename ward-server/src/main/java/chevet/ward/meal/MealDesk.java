package chevet.ward.meal;

import chevet.config.RowFaults;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.FoodBounds;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.MealRule;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The food profile and the trays of each patient. Blocks until on disk; for virtual threads, never
 * the writer's.
 */
public final class MealDesk implements FoodProfiles {
    private final MealDoors doors;
    private final MealHours hours;
    private final MealStore store;
    private final Shelf shelf;
    private final TrayBook book;
    private final Judging judging;
    private final Bedsides patients;
    private final Orders orders;
    private final FoodSources sources;

    MealDesk(
            MealDoors doors,
            MealHours hours,
            MealStore store,
            Shelf shelf,
            TrayBook book,
            Judging judging,
            Bedsides patients,
            Orders orders,
            FoodSources sources) {
        this.doors = doors;
        this.hours = hours;
        this.store = store;
        this.shelf = shelf;
        this.book = book;
        this.judging = judging;
        this.patients = patients;
        this.orders = orders;
        this.sources = sources;
    }

    @Override
    public MealResult setProfile(StayId stay, FoodProfile profile, String by) {
        return write(tx -> setProfile(tx, stay, profile, by));
    }

    /**
     * The same, and whoever sets it has seen these lines that no rule understood.
     *
     * @param seen keys of {@link FoodSources#doubts(StayId)}
     */
    public MealResult setProfile(StayId stay, FoodProfile profile, Set<String> seen, String by) {
        return write(tx -> setProfile(tx, stay, profile, seen, by));
    }

    /**
     * The same at a bed, where the profile may have been changed elsewhere while it was looked at;
     * said again it changes nothing.
     *
     * @param before what was looked at
     * @return refused with {@code food.changed} where another profile applies by now, {@code
     *     food.wrong} where a value is out of {@link FoodBounds}
     */
    public MealResult change(
            StayId stay, FoodProfile before, FoodProfile profile, Set<String> seen, String by) {
        if (!FoodBounds.hold(profile)) {
            return new MealResult.Refused(Reason.of("food.wrong"));
        }
        return write(
                tx -> {
                    FoodProfile now = book.profile(tx.handle(), stay);
                    if (now.equals(before)) {
                        return setProfile(tx, stay, profile, seen, by);
                    }
                    return now.equals(sources.applied(tx.handle(), stay, profile))
                            ? new MealResult.Done()
                            : new MealResult.Refused(Reason.of("food.changed"));
                });
    }

    /** What staff at the bed see of it. */
    public FoodSheet sheet(StayId stay) {
        List<FoodSheet.Doubt> doubts = sources.doubts(stay).stream().map(FoodDoubt::atBed).toList();
        return doors.database()
                .read(
                        handle ->
                                new FoodSheet(
                                        book.profile(handle, stay),
                                        sources.fromSystems(handle, stay),
                                        doubts));
    }

    private MealResult setProfile(
            Tx tx, StayId stay, FoodProfile profile, Set<String> seen, String by) {
        MealResult result = setProfile(tx, stay, profile, by);
        return result instanceof MealResult.Done && !seen.isEmpty()
                ? sources.seen(tx, stay, seen, by)
                : result;
    }

    private MealResult setProfile(Tx tx, StayId stay, FoodProfile profile, String by) {
        Optional<Bedsides.Lying> lying = patients.of(tx.handle(), stay);
        if (lying.isEmpty()) {
            return Orders.NOT_HERE;
        }
        book.putProfile(tx, stay, sources.byHand(tx, stay, profile), by);
        judging.stay(tx, lying.get().ward(), stay);
        return new MealResult.Done();
    }

    /**
     * Sets the profiles of a file (CSV, or TOML by the file's name), all or none: {@code bed} and
     * {@code confirmed}, {@code diets}, {@code allergies}, {@code texture}, {@code thickness},
     * {@code fasting_from}, {@code fasting_until}, {@code aversions}, {@code carbohydrate_limit},
     * {@code fluid_limit}.
     *
     * @param told the language of the faults
     */
    public MenuImport importProfiles(String file, byte[] content, String by, Language told) {
        RowFaults faults = new RowFaults(file, told);
        Map<BedId, StayId> stays =
                doors.database()
                        .read(
                                handle ->
                                        hours.wards().stream()
                                                .flatMap(w -> patients.in(handle, w).stream())
                                                .collect(
                                                        Collectors.toMap(
                                                                Bedsides.Lying::bed,
                                                                Bedsides.Lying::stay)));
        LocalDate today = LocalDate.ofInstant(doors.clock().instant(), hours.zone());
        Map<StayId, FoodProfile> profiles =
                new ProfileFile(stays, today, hours.zone()).read(file, content, faults);
        if (!faults.none()) {
            return new MenuImport.Faulty(faults.problems());
        }
        write(
                tx -> {
                    profiles.forEach((stay, profile) -> setProfile(tx, stay, profile, by));
                    return new MealResult.Done();
                });
        return new MenuImport.Done(profiles.size());
    }

    /** Lines about the stay's food that no rule understood and nobody has seen yet. */
    public List<FoodDoubt> doubts(StayId stay) {
        return sources.doubts(stay);
    }

    /** The same of everybody who lies in the ward. */
    public List<FoodDoubt> doubts(WardId ward) {
        return sources.doubts(ward);
    }

    /** {@link FoodProfile#UNCONFIRMED} where nobody has set one. */
    public FoodProfile profile(StayId stay) {
        return doors.database().read(handle -> book.profile(handle, stay));
    }

    /** The tray as the rule sees it at this moment; empty where there is no such service. */
    public Optional<Tray> tray(StayId stay, ServiceKey key) {
        return offer(stay, key).map(Offer::tray);
    }

    /** What the patient may have at one service; empty where there is no such service. */
    public Optional<Offer> offer(StayId stay, ServiceKey key) {
        Instant now = doors.clock().instant();
        return doors.database()
                .read(
                        handle -> {
                            Catalogue catalogue = shelf.in(handle);
                            return patients.of(handle, stay)
                                    .flatMap(lying -> catalogue.menu(lying.ward(), key))
                                    .map(menu -> offer(handle, stay, menu, catalogue, now));
                        });
    }

    private Offer offer(
            Handle handle, StayId stay, ServiceMenu menu, Catalogue catalogue, Instant now) {
        FoodProfile profile = book.profile(handle, stay);
        Tray tray = book.now(handle, stay, menu, profile, catalogue, now);
        List<Offer.CourseOffer> courses = new ArrayList<>();
        for (CourseMenu course : menu.courses()) {
            Set<chevet.model.meal.DishId> replacements = Set.copyOf(course.replacements());
            courses.add(
                    new Offer.CourseOffer(
                            course.course(),
                            Stream.of(
                                            course.dishes().stream(),
                                            course.byDefault().stream(),
                                            course.replacements().stream())
                                    .flatMap(dishes -> dishes)
                                    .distinct()
                                    .flatMap(id -> catalogue.dish(id).stream())
                                    .map(
                                            dish ->
                                                    new Offer.DishOffer(
                                                            dish,
                                                            replacements.contains(dish.id()),
                                                            MealRule.judge(
                                                                    dish,
                                                                    profile,
                                                                    course.course(),
                                                                    menu)))
                                    .toList()));
        }
        return new Offer(menu, profile, tray, courses);
    }

    /**
     * Chooses for the patient, by the same rules; the tray says that staff chose. Unlike a patient,
     * staff may still do so after the cut-off where the tray is held, until the service is closed.
     */
    public MealResult chooseFor(StayId stay, ChooseTray choice, String by) {
        return write(tx -> orders.byStaff(tx, stay, choice));
    }

    /** Every bed with a patient: what the board shows of its next meal. */
    public Map<BedId, BedMeal> beds(WardId ward) {
        Instant now = doors.clock().instant();
        return doors.database()
                .read(
                        handle -> {
                            Catalogue catalogue = shelf.in(handle);
                            Optional<ServiceMenu> next =
                                    catalogue.of(ward).values().stream()
                                            .filter(menu -> now.isBefore(menu.served()))
                                            .findFirst();
                            Map<BedId, BedMeal> beds = new LinkedHashMap<>();
                            for (Bedsides.Lying lying : patients.in(handle, ward)) {
                                FoodProfile profile = book.profile(handle, lying.stay());
                                Optional<BedMeal.Next> meal =
                                        next.map(
                                                menu ->
                                                        new BedMeal.Next(
                                                                menu.key(),
                                                                book.now(
                                                                                handle,
                                                                                lying.stay(),
                                                                                menu,
                                                                                profile,
                                                                                catalogue,
                                                                                now)
                                                                        .state()));
                                beds.put(
                                        lying.bed(),
                                        new BedMeal(
                                                lying.bed(),
                                                lying.stay(),
                                                profile.confirmed(),
                                                meal));
                            }
                            return beds;
                        });
    }

    /** Where somebody must decide before it is too late, soonest service first, then by bed. */
    public List<MealWarning> warnings(WardId ward) {
        Instant now = doors.clock().instant();
        return doors.database()
                .read(
                        handle -> {
                            Catalogue catalogue = shelf.in(handle);
                            List<Bedsides.Lying> lying = patients.in(handle, ward);
                            Map<StayId, FoodProfile> profiles =
                                    lying.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Bedsides.Lying::stay,
                                                            l -> book.profile(handle, l.stay())));
                            Warnings warnings = new Warnings(store, book, catalogue, profiles, now);
                            return catalogue.of(ward).values().stream()
                                    .flatMap(menu -> warnings.of(handle, menu, lying).stream())
                                    .toList();
                        });
    }

    /**
     * Beds whose food profile nobody has confirmed, in order; they get only what is safe for all.
     */
    public List<BedId> unconfirmed(WardId ward) {
        return doors.database()
                .read(
                        handle ->
                                patients.in(handle, ward).stream()
                                        .filter(l -> !book.profile(handle, l.stay()).confirmed())
                                        .map(Bedsides.Lying::bed)
                                        .toList());
    }

    private MealResult write(java.util.function.Function<Tx, MealResult> work) {
        return doors.database().write(work).join();
    }
}

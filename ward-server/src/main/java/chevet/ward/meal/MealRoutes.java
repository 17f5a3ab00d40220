package chevet.ward.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.CutOffs;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.place.BedId;
import chevet.model.place.Id;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Reason;
import chevet.ward.console.Console;
import chevet.ward.console.Fault;
import chevet.ward.console.Role;
import chevet.ward.console.Visit;
import chevet.ward.console.WardName;
import chevet.ward.http.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Meals in the console: the kitchen's page, and a bed's part, food profile and choices. */
public final class MealRoutes {
    /** Words of these pages. */
    public static final String WORDS = "chevet/ward/meal/words";

    static final Set<Role> SEE = Set.of(Role.KITCHEN, Role.DIETITIAN, Role.WARD);
    private static final Set<Role> CARE = Set.of(Role.WARD, Role.DIETITIAN);
    private static final int NEXT = 6;

    /** What browsers say of a page that is opened (Fetch Metadata, section 2.2). */
    private static final Optional<String> NAVIGATE = Optional.of("navigate");

    private final Console console;
    private final MealDesk meals;
    private final MenuDesk menus;

    public MealRoutes(Console console, Meals all) {
        this.console = console;
        this.meals = all.trays();
        this.menus = all.menus();
        new KitchenRoutes(console, meals, menus, all.kitchen());
        new DietRoutes(console, all.diets());
        console.get("/meals/of/{bed}", CARE, visit -> shown(visit, this::part));
        console.get("/meals/of/{bed}/profile", CARE, visit -> shown(visit, this::profile));
        console.post("/meals/of/{bed}/profile", CARE, visit -> withBed(visit, this::setProfile));
        console.get("/meals/of/{bed}/{date}/{service}", SEE, visit -> shown(visit, this::offer));
        console.post(
                "/meals/of/{bed}/{date}/{service}", SEE, visit -> withBed(visit, this::choose));
    }

    private interface BedAction {
        Reply answer(Visit visit, BedId bed, StayId stay);
    }

    private Reply part(Visit visit, BedId bed, StayId stay) {
        Instant now = visit.frame().now();
        WardId ward = wardOf(visit, bed);
        List<MealWarning> warnings =
                meals.warnings(ward).stream()
                        .filter(warning -> warning.stay().equals(stay))
                        .filter(warning -> warning.kind() != MealWarning.Kind.HELD)
                        .toList();
        List<BedMeals.Line> trays =
                menus.menus(ward).stream()
                        .filter(menu -> now.isBefore(menu.served()) && !now.isBefore(menu.opens()))
                        .limit(NEXT)
                        .flatMap(
                                menu ->
                                        meals.tray(stay, menu.key()).stream()
                                                .map(tray -> line(menu, tray, warnings, now)))
                        .toList();
        return console.page(
                visit,
                "meal/part.jte",
                new BedMeals(
                        bed,
                        meals.profile(stay),
                        trays,
                        warnings.stream()
                                .filter(w -> w.kind() != MealWarning.Kind.INCOMPLETE)
                                .toList(),
                        menus.dishes()));
    }

    private static BedMeals.Line line(
            ServiceMenu menu, Tray tray, List<MealWarning> warnings, Instant now) {
        Optional<MealWarning> incomplete =
                warnings.stream()
                        .filter(warning -> warning.kind() == MealWarning.Kind.INCOMPLETE)
                        .filter(warning -> warning.key().equals(menu.key()))
                        .findFirst();
        boolean held = tray.state() == Tray.State.HELD && !menu.closed();
        boolean open = CutOffs.open(menu, now) && tray.state() != Tray.State.FASTING;
        return new BedMeals.Line(menu, tray, incomplete, open || held);
    }

    private Reply profile(Visit visit, BedId bed, StayId stay) {
        FoodProfile profile = meals.profile(stay);
        return profile(
                visit, ProfileForm.of(bed, stay, profile, meals.doubts(stay), visit.frame()));
    }

    private Reply profile(Visit visit, ProfileForm form) {
        return console.page(form.faults().isEmpty() ? 200 : 422, visit, "meal/profile.jte", form);
    }

    private Reply setProfile(Visit visit, BedId bed, StayId stay) {
        ProfileForm form = ProfileForm.sent(bed, stay, meals.doubts(stay), visit);
        if (!meant(visit, stay)) {
            return profile(
                    visit,
                    ProfileForm.of(
                                    bed,
                                    stay,
                                    meals.profile(stay),
                                    meals.doubts(stay),
                                    visit.frame())
                            .with(Fault.of("stay", "meal.fault.changed")));
        }
        if (!form.faults().isEmpty()) {
            return profile(visit, form);
        }
        return switch (meals.setProfile(stay, form.values(), seen(visit), visit.account().id())) {
            case MealResult.Done _ -> console.done(visit.t("meal.profile-done", bed));
            case MealResult.Refused(var reason) ->
                    profile(
                            visit,
                            form.with(
                                    Fault.of(
                                            "stay",
                                            "meal.fault.reason",
                                            visit.frame().reason(reason))));
        };
    }

    /** The doubtful lines that the form showed and somebody ticked as seen. */
    private static Set<String> seen(Visit visit) {
        return Set.copyOf(visit.request().formAll("seen"));
    }

    private Reply offer(Visit visit, BedId bed, StayId stay) {
        return withOffer(
                visit, stay, offer -> form(visit, bed, stay, offer, offer.tray().dishes(), ""));
    }

    private Reply choose(Visit visit, BedId bed, StayId stay) {
        return withOffer(
                visit,
                stay,
                offer -> {
                    Map<Course, DishId> dishes = new EnumMap<>(Course.class);
                    for (Course course : Course.values()) {
                        visit.field("course-" + course)
                                .filter(Id::is)
                                .ifPresent(name -> dishes.put(course, new DishId(name)));
                    }
                    if (!meant(visit, stay)) {
                        return form(
                                visit,
                                bed,
                                stay,
                                offer,
                                offer.tray().dishes(),
                                visit.t("meal.fault.changed"));
                    }
                    if (unanswered(visit, offer)) {
                        return form(
                                visit,
                                bed,
                                stay,
                                offer,
                                dishes,
                                visit.frame().reason(Reason.of("meal.incomplete")));
                    }
                    ChooseTray choice = new ChooseTray(offer.menu().key(), dishes);
                    return switch (meals.chooseFor(stay, choice, visit.account().id())) {
                        case MealResult.Done _ -> console.done(visit.t("meal.chosen-done", bed));
                        case MealResult.Refused(var reason) ->
                                form(
                                        visit,
                                        bed,
                                        stay,
                                        offer,
                                        dishes,
                                        MealWords.reason(visit.frame(), reason, menus.dishes()));
                    };
                });
    }

    /**
     * A course of which nothing was ticked, not even "nothing": so it comes where the dish that was
     * on the tray is refused by now, and nobody looked.
     */
    private static boolean unanswered(Visit visit, Offer offer) {
        return offer.courses().stream()
                .anyMatch(c -> visit.request().form("course-" + c.course()).isEmpty());
    }

    private Reply form(
            Visit visit,
            BedId bed,
            StayId stay,
            Offer offer,
            Map<Course, DishId> picked,
            String fault) {
        return console.page(
                fault.isEmpty() ? 200 : 422,
                visit,
                "meal/choose.jte",
                new ChooseForm(
                        bed,
                        stay,
                        offer,
                        picked,
                        fault.isEmpty() ? Optional.empty() : Optional.of(fault)));
    }

    private interface OfferAction {
        Reply answer(Offer offer);
    }

    private Reply withOffer(Visit visit, StayId stay, OfferAction action) {
        return key(visit.part("date"), visit.part("service"))
                .flatMap(key -> meals.offer(stay, key))
                .map(action::answer)
                .orElseGet(() -> Reply.text(404, visit.t("meal.no-service")));
    }

    /** The page that was sent showed this stay, and it still lies here. */
    private static boolean meant(Visit visit, StayId stay) {
        return visit.field("stay").filter(stay.value()::equals).isPresent();
    }

    /** A part of a panel, opened as a page of its own, would be bare: it is shown in its place. */
    private Reply shown(Visit visit, BedAction part) {
        Optional<BedId> bed = visit.bed();
        if (bed.isPresent() && visit.request().header("sec-fetch-mode").equals(NAVIGATE)) {
            boolean cares = CARE.stream().anyMatch(visit.account()::has);
            return Reply.seeOther(cares ? "/beds/" + bed.get() : "/meals");
        }
        return withBed(visit, part);
    }

    private Reply withBed(Visit visit, BedAction action) {
        Optional<BedId> bed = visit.bed();
        if (bed.isPresent()) {
            for (WardName ward : visit.frame().wards()) {
                BedMeal meal = meals.beds(ward.id()).get(bed.get());
                if (meal != null) {
                    return action.answer(visit, bed.get(), meal.stay());
                }
            }
        }
        return Reply.text(404, visit.t("meal.no-patient"));
    }

    private WardId wardOf(Visit visit, BedId bed) {
        return visit.frame().wards().stream()
                .map(WardName::id)
                .filter(ward -> meals.beds(ward).containsKey(bed))
                .findFirst()
                .orElseThrow();
    }

    /** The service of that name; empty where one of both is not a name. */
    static Optional<ServiceKey> key(String date, String service) {
        try {
            return Arrays.stream(MealService.values())
                    .filter(s -> s.name().equals(service))
                    .findFirst()
                    .map(s -> new ServiceKey(LocalDate.parse(date), s));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}

package chevet.terminal.meal;

import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Tray;
import chevet.model.text.Texts;
import chevet.terminal.meal.MealModel.Action;
import chevet.terminal.meal.MealModel.Doorway;
import chevet.terminal.meal.MealModel.Line;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Panel;
import chevet.terminal.meal.MealModel.Regime;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.meal.MealModel.Tab;
import chevet.terminal.meal.MealModel.Todo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everything that can be said of the patient's meals at one instant, from facts alone.
 *
 * @param sent choices that are not yet seen on a tray
 */
record Board(MealFacts facts, Map<ServiceKey, Sent> sent, Instant now, ZoneId zone) {
    /** A service stays on the screen so long after its trays have gone out. */
    private static final Duration EATEN = Duration.ofHours(2);

    /** Further ahead than this nobody at a bed plans. */
    private static final int DAYS = 6;

    Optional<Sitting> sitting(ServiceKey key) {
        return Optional.ofNullable(facts.menus().get(key)).map(this::sitting);
    }

    private Sitting sitting(ServiceMenu menu) {
        return new Sitting(menu, Optional.ofNullable(sent.get(menu.key())), facts, now, zone);
    }

    /** What is still to come, in order; nothing where nobody lies here. */
    List<Sitting> sittings() {
        if (facts.stay().isEmpty()) {
            return List.of();
        }
        return facts.menus().values().stream()
                .map(this::sitting)
                .filter(s -> now.isBefore(s.menu().served().plus(EATEN)))
                .filter(s -> now.isBefore(s.menu().served()) || worthShowing(s))
                .filter(s -> daysAhead(s.menu().key()) <= DAYS)
                .toList();
    }

    private static boolean worthShowing(Sitting sitting) {
        return sitting.state() != ServiceState.TOO_LATE && sitting.state() != ServiceState.CLOSED;
    }

    /** The service that waits for the patient most: a held tray, then the earliest cut-off. */
    Optional<Sitting> mostAwaited() {
        return sittings().stream()
                .filter(Sitting::awaited)
                .min(
                        Comparator.comparing((Sitting s) -> s.state() != ServiceState.HELD)
                                .thenComparing(s -> s.menu().cutOff()));
    }

    /** The next service that waits for a choice after this one, or the first one before it. */
    Optional<Sitting> awaitedAfter(ServiceKey key) {
        List<Sitting> awaited =
                sittings().stream()
                        .filter(Sitting::awaited)
                        .filter(s -> !s.menu().key().equals(key))
                        .toList();
        return awaited.stream()
                .filter(s -> s.menu().key().compareTo(key) > 0)
                .findFirst()
                .or(() -> awaited.stream().findFirst());
    }

    int daysAhead(ServiceKey key) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return Math.toIntExact(ChronoUnit.DAYS.between(today, key.date()));
    }

    /** The tray of the same service of the day before, where it held anything. */
    Optional<Tray> dayBefore(ServiceKey key) {
        ServiceKey before = new ServiceKey(key.date().minusDays(1), key.service());
        return Optional.ofNullable(facts.trays().get(before)).filter(t -> !t.dishes().isEmpty());
    }

    List<Service> services(Optional<ServiceKey> open) {
        return sittings().stream().map(s -> service(s, open)).toList();
    }

    private Service service(Sitting sitting, Optional<ServiceKey> open) {
        ServiceMenu menu = sitting.menu();
        return new Service(
                menu.key(),
                daysAhead(menu.key()),
                sitting.state(),
                menu.opens(),
                menu.cutOff(),
                open.filter(menu.key()::equals).isPresent());
    }

    List<Tab> tabs(Sitting sitting, Draft draft) {
        if (!sitting.choosable()) {
            return List.of();
        }
        return sitting.courses().stream()
                .map(CourseMenu::course)
                .map(
                        c ->
                                new Tab(
                                        c,
                                        mark(sitting, draft, c),
                                        draft.course().filter(o -> o == c).isPresent()))
                .toList();
    }

    private static Tab.Mark mark(Sitting sitting, Draft draft, Course course) {
        Optional<Pick> pick = Optional.ofNullable(draft.picks().get(course));
        if (pick.isPresent()) {
            return pick.get().dish().isPresent() ? Tab.Mark.PICKED : Tab.Mark.WITHOUT;
        }
        return sitting.course(course).filter(sitting::anythingFits).isPresent()
                ? Tab.Mark.TO_CHOOSE
                : Tab.Mark.NOTHING_FITS;
    }

    MealModel.Shelf shelf(Sitting sitting, Draft draft) {
        if (!sitting.choosable()) {
            return Cards.coming(sitting);
        }
        return draft.course()
                .flatMap(sitting::course)
                .map(c -> Cards.of(sitting, c, Optional.ofNullable(draft.picks().get(c.course()))))
                .orElse(MealModel.Shelf.NONE);
    }

    Panel panel(Sitting sitting, Draft draft) {
        ServiceMenu menu = sitting.menu();
        return new Panel(
                menu.key(),
                daysAhead(menu.key()),
                sitting.state(),
                sitting.choosable() ? draftLines(sitting, draft) : fixedLines(sitting),
                regime(facts.profile()),
                menu.cutOff(),
                sitting.choosable() ? Optional.of(left(menu.cutOff())) : Optional.empty(),
                keeping(sitting),
                action(sitting, draft),
                sitting.awaited() && !draft.touched() && dayBefore(menu.key()).isPresent());
    }

    private static boolean keeping(Sitting sitting) {
        return sitting.sent().filter(s -> s.stage() == Sent.Stage.KEEPING).isPresent();
    }

    private List<Line> draftLines(Sitting sitting, Draft draft) {
        return sitting.courses().stream()
                .map(CourseMenu::course)
                .map(
                        c ->
                                new Line(
                                        c,
                                        mark(sitting, draft, c),
                                        Optional.ofNullable(draft.picks().get(c))
                                                .flatMap(Pick::dish)
                                                .flatMap(this::name)))
                .toList();
    }

    private List<Line> fixedLines(Sitting sitting) {
        Map<Course, DishId> dishes = sitting.onTray();
        return sitting.courses().stream()
                .map(CourseMenu::course)
                .filter(dishes::containsKey)
                .map(
                        c ->
                                new Line(
                                        c,
                                        Tab.Mark.PICKED,
                                        Optional.ofNullable(dishes.get(c)).flatMap(this::name)))
                .toList();
    }

    private Optional<Texts> name(DishId id) {
        return facts.dish(id).map(Dish::name);
    }

    private Action action(Sitting sitting, Draft draft) {
        if (keeping(sitting)) {
            return new Action.None();
        }
        boolean settled =
                sitting.state().decided() && Sitting.dishes(draft.picks()).equals(sitting.onTray());
        if (sitting.choosable() && !settled) {
            return new Action.Submit(sitting.undecided(draft.picks()).size());
        }
        return awaitedAfter(sitting.menu().key())
                .map(s -> s.menu().key())
                .<Action>map(k -> new Action.Next(k, daysAhead(k)))
                .orElseGet(Action.Done::new);
    }

    private static Regime regime(FoodProfile profile) {
        return new Regime(
                profile.confirmed(),
                List.copyOf(new TreeSet<>(profile.diets())),
                List.copyOf(new TreeSet<>(profile.allergies())),
                profile.texture(),
                profile.thickness());
    }

    /** What follows from the facts, before what has just happened. */
    List<Notice> notices(Sitting sitting, Draft draft) {
        List<Notice> notices = new ArrayList<>();
        if (sitting.state() == ServiceState.HELD) {
            List<Refusal> held = sitting.tray().map(Tray::held).orElse(List.of());
            notices.add(new Notice.Held(held, sitting.choosable()));
        }
        fasting(sitting).ifPresent(f -> notices.add(new Notice.Fasting(f)));
        if (sitting.choosable() && !facts.profile().confirmed()) {
            notices.add(new Notice.Unconfirmed());
        }
        if (sitting.choosable() && sitting.undecided(draft.picks()).isEmpty()) {
            List<Refusal> whole = sitting.refusals(Sitting.dishes(draft.picks()));
            if (!whole.isEmpty()) {
                notices.add(new Notice.TooMuch(whole));
            }
        }
        return notices;
    }

    /** Told at the services that it touches and before it begins, not once it is over. */
    private Optional<FoodProfile.Fasting> fasting(Sitting sitting) {
        return facts.profile()
                .fasting()
                .filter(f -> f.until().map(sitting.menu().served()::isBefore).orElse(true));
    }

    Doorway doorway() {
        List<Sitting> today =
                sittings().stream()
                        .filter(s -> s.dueSoon() || daysAhead(s.menu().key()) == 0)
                        .toList();
        int due = Math.toIntExact(today.stream().filter(s -> s.awaited() && s.dueSoon()).count());
        return new Doorway(
                mostAwaited()
                        .filter(s -> s.dueSoon() || s.state() == ServiceState.HELD)
                        .map(this::todo),
                due,
                today.stream().map(s -> service(s, Optional.empty())).toList());
    }

    private Todo todo(Sitting sitting) {
        ServiceMenu menu = sitting.menu();
        return new Todo(
                menu.key(),
                daysAhead(menu.key()),
                sitting.state() == ServiceState.HELD,
                menu.cutOff(),
                left(menu.cutOff()));
    }

    /** In whole minutes, so that it changes once a minute. */
    private Duration left(Instant cutOff) {
        return Duration.between(now, cutOff).truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    public String toString() {
        return "Board[" + now + "]";
    }
}

package chevet.terminal.meal;

import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.MealRule;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Tray;
import chevet.model.meal.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One service of one day as it stands for the patient at one instant. The rule is run here for what
 * is shown; the ward server runs it again and trusts nothing of this.
 */
record Sitting(ServiceMenu menu, Optional<Sent> sent, MealFacts facts, Instant now, ZoneId zone) {
    private static final Duration SOON = Duration.ofHours(18);

    /** These come by themselves where they fit, and can be changed. */
    private static final Set<Course> PRESET = Set.of(Course.DRINK, Course.BREAD);

    Optional<Tray> tray() {
        return Optional.ofNullable(facts.trays().get(menu.key()));
    }

    ServiceState state() {
        Optional<Sent> gone = sent.filter(s -> s.stage() != Sent.Stage.KEEPING);
        if (gone.isPresent()) {
            return gone.get().stage() == Sent.Stage.ACCEPTED
                    ? ServiceState.ACCEPTED
                    : ServiceState.WAITING;
        }
        if (fasting()) {
            return ServiceState.FASTING;
        }
        return switch (tray().map(Tray::state).orElse(Tray.State.UNCHOSEN)) {
            case CHOSEN ->
                    tray().flatMap(Tray::by).filter(Tray.ChosenBy.STAFF::equals).isPresent()
                            ? ServiceState.CHOSEN_BY_TEAM
                            : ServiceState.CHOSEN;
            case DEFAULT -> ServiceState.DEFAULT;
            case HELD -> ServiceState.HELD;
            case FASTING -> ServiceState.FASTING;
            case UNCHOSEN -> unchosen();
        };
    }

    private ServiceState unchosen() {
        if (menu.closed()) {
            return ServiceState.CLOSED;
        }
        if (!now.isBefore(menu.cutOff())) {
            return ServiceState.TOO_LATE;
        }
        if (now.isBefore(menu.opens())) {
            return ServiceState.NOT_YET;
        }
        return dueSoon() ? ServiceState.DUE : ServiceState.OPEN;
    }

    /**
     * Choosing ends today, or so early tomorrow that it had better be thought of this evening:
     * lunch ends at half past nine, when many are at their examinations.
     */
    boolean dueSoon() {
        boolean today =
                menu.cutOff().atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today || menu.cutOff().isBefore(now.plus(SOON));
    }

    boolean fasting() {
        return facts.profile().fasting().map(f -> f.at(menu.served())).orElse(false)
                || tray().map(t -> t.state() == Tray.State.FASTING).orElse(false);
    }

    /** The patient may choose it now, or choose again. */
    boolean choosable() {
        return !menu.closed()
                && !fasting()
                && !now.isBefore(menu.opens())
                && now.isBefore(menu.cutOff());
    }

    /** The tray does not fit any more, and the service is still to come. */
    boolean held() {
        return state() == ServiceState.HELD && now.isBefore(menu.served());
    }

    /**
     * Staff may choose it for the patient; a held tray even after the cut-off, until the kitchen
     * has closed the service.
     */
    boolean forStaff() {
        return choosable() || (held() && !menu.closed());
    }

    /** Nobody has decided and the patient can; a held tray counts. */
    boolean awaited() {
        return choosable() && (state().toChoose() || state() == ServiceState.HELD);
    }

    /** What was last chosen or what comes; empty where nothing is known. */
    Map<Course, DishId> onTray() {
        return sent.map(Sent::dishes).orElseGet(() -> tray().map(Tray::dishes).orElse(Map.of()));
    }

    /** The courses as they are shown: what comes by itself stands last. */
    List<CourseMenu> courses() {
        return menu.courses().stream()
                .sorted(Comparator.comparing(c -> PRESET.contains(c.course())))
                .toList();
    }

    Optional<CourseMenu> course(Course course) {
        return menu.courses().stream().filter(c -> c.course() == course).findFirst();
    }

    /** Why the dish may not be had in that course; empty where it may. */
    List<Refusal> refusals(Course course, DishId id) {
        boolean listed =
                course(course)
                        .filter(c -> proposed(c).contains(id) || c.replacements().contains(id))
                        .isPresent();
        if (!listed || facts.dish(id).isEmpty()) {
            return List.of(Refusal.of(Refusal.Code.NOT_ON_THE_MENU));
        }
        return reasons(MealRule.judge(facts.dish(id).orElseThrow(), facts.profile(), course, menu));
    }

    boolean offered(Course course, DishId id) {
        return refusals(course, id).isEmpty();
    }

    /** Why the dishes may not be had together; empty where they may. */
    List<Refusal> refusals(Map<Course, DishId> dishes) {
        return reasons(MealRule.judgeTray(dishes, facts::dish, facts.profile(), menu));
    }

    private static List<Refusal> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Offered() -> List.of();
            case Verdict.Refused(List<Refusal> reasons) -> reasons;
        };
    }

    /** The dishes of a course without its replacements; the default one is always among them. */
    static List<DishId> proposed(CourseMenu course) {
        Stream<DishId> byDefault =
                course.byDefault().filter(d -> !course.replacements().contains(d)).stream();
        return Stream.concat(course.dishes().stream(), byDefault).distinct().toList();
    }

    /** Something of that course may be had. */
    boolean anythingFits(CourseMenu course) {
        return proposed(course).stream().anyMatch(d -> offered(course.course(), d))
                || course.replacements().stream().anyMatch(d -> offered(course.course(), d));
    }

    /** What is decided before the patient has tapped anything. */
    Map<Course, Pick> start() {
        Map<Course, DishId> on =
                sent.isPresent() || tray().map(Sitting::chosen).orElse(false) ? onTray() : Map.of();
        Map<Course, Pick> picks = new EnumMap<>(Course.class);
        for (CourseMenu course : menu.courses()) {
            Optional<DishId> dish =
                    on.isEmpty() && PRESET.contains(course.course())
                            ? course.byDefault()
                            : Optional.ofNullable(on.get(course.course()));
            if (dish.isEmpty() && !on.isEmpty() && anythingFits(course)) {
                picks.put(course.course(), Pick.NOTHING);
            }
            dish.filter(d -> offered(course.course(), d))
                    .ifPresent(d -> picks.put(course.course(), Pick.of(d)));
        }
        return picks;
    }

    private static boolean chosen(Tray tray) {
        return tray.state() == Tray.State.CHOSEN || tray.state() == Tray.State.HELD;
    }

    /** The courses that still need a decision, in the order in which they are shown. */
    List<Course> undecided(Map<Course, Pick> picks) {
        return courses().stream()
                .filter(c -> !picks.containsKey(c.course()) && anythingFits(c))
                .map(CourseMenu::course)
                .toList();
    }

    /** The dishes among the decisions. */
    static Map<Course, DishId> dishes(Map<Course, Pick> picks) {
        Map<Course, DishId> dishes = new EnumMap<>(Course.class);
        picks.forEach((course, pick) -> pick.dish().ifPresent(d -> dishes.put(course, d)));
        return dishes;
    }

    @Override
    public String toString() {
        return "Sitting[" + menu.key() + "]";
    }
}

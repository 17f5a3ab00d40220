package chevet.model.meal;

import chevet.model.meal.Tray.ChosenBy;
import chevet.model.meal.Tray.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a tray stands, as a function of what was chosen and of what is known now. It is asked when an
 * order arrives, when a profile, a dish or a menu changes, at the cut-off and when the service is
 * closed; so a tray that fits again comes back by itself.
 */
public final class Standing {
    private Standing() {}

    /**
     * What somebody chose, kept whatever became of the tray since.
     *
     * @param at when the server took it
     */
    public record Choice(Map<Course, DishId> dishes, ChosenBy by, Instant at) {
        public Choice {
            dishes = Map.copyOf(dishes);
        }

        /** Says nothing of the patient: what has a toString ends in a log. */
        @Override
        public String toString() {
            return "Choice[" + by + "]";
        }
    }

    /**
     * The tray at {@code now}.
     *
     * @param before the tray as it stood last; its {@code since} stays where nothing has changed
     */
    public static Tray of(
            ServiceMenu menu,
            Optional<Choice> choice,
            FoodProfile profile,
            Function<DishId, Optional<Dish>> catalogue,
            Optional<Tray> before,
            Instant now) {
        Tray tray = standing(menu, choice, profile, catalogue, now);
        return before.filter(earlier -> same(earlier, tray)).orElse(tray);
    }

    /** Whether two trays of one service differ in nothing but the time. */
    public static boolean same(Tray one, Tray other) {
        return one.state() == other.state()
                && one.dishes().equals(other.dishes())
                && one.by().equals(other.by())
                && one.held().equals(other.held());
    }

    private static Tray standing(
            ServiceMenu menu,
            Optional<Choice> choice,
            FoodProfile profile,
            Function<DishId, Optional<Dish>> catalogue,
            Instant now) {
        if (profile.fasting().filter(fasting -> fasting.at(menu.served())).isPresent()) {
            return empty(menu, State.FASTING, List.of(), now);
        }
        if (choice.isPresent()) {
            Map<Course, DishId> dishes = choice.get().dishes();
            Optional<ChosenBy> by = Optional.of(choice.get().by());
            return switch (MealRule.judgeTray(dishes, catalogue, profile, menu)) {
                case Verdict.Offered() ->
                        new Tray(menu.key(), State.CHOSEN, dishes, by, now, List.of());
                case Verdict.Refused(List<Refusal> reasons) ->
                        new Tray(menu.key(), State.HELD, dishes, by, now, reasons);
            };
        }
        if (now.isBefore(menu.cutOff()) && !menu.closed()) {
            return empty(menu, State.UNCHOSEN, List.of(), now);
        }
        return switch (DefaultTray.of(menu, catalogue, profile)) {
            case DefaultTray.Fits fits ->
                    new Tray(
                            menu.key(),
                            State.DEFAULT,
                            fits.dishes(),
                            Optional.empty(),
                            now,
                            List.of());
            case DefaultTray.NothingFits nothing -> empty(menu, State.HELD, nothing.reasons(), now);
        };
    }

    private static Tray empty(ServiceMenu menu, State state, List<Refusal> held, Instant now) {
        return new Tray(menu.key(), state, Map.of(), Optional.empty(), now, held);
    }
}

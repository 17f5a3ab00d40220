package chevet.model.meal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** What the clock says of a service: whether its tray may be chosen now. */
public final class CutOffs {
    private CutOffs() {}

    /** The state of one service at one instant. */
    public sealed interface State {
        /** Too early. */
        record NotYetOpen(Instant opens) implements State {}

        /** It may be chosen. */
        record Open(Duration left) implements State {}

        /** The time for choosing is over. */
        record CutOff(Instant since) implements State {}

        /** The kitchen has closed it, before its time or after. */
        record Closed() implements State {}

        /** The trays have gone out. */
        record Served(Instant at) implements State {}
    }

    /** The state now; what has been served stays served, what is closed is closed at any time. */
    public static State state(ServiceMenu menu, Instant now) {
        if (!now.isBefore(menu.served())) {
            return new State.Served(menu.served());
        }
        if (menu.closed()) {
            return new State.Closed();
        }
        if (!now.isBefore(menu.cutOff())) {
            return new State.CutOff(menu.cutOff());
        }
        if (now.isBefore(menu.opens())) {
            return new State.NotYetOpen(menu.opens());
        }
        return new State.Open(Duration.between(now, menu.cutOff()));
    }

    public static boolean open(ServiceMenu menu, Instant now) {
        return state(menu, now) instanceof State.Open;
    }

    /**
     * The service that a patient should choose next: the first to be served of those that are open
     * and not chosen yet.
     *
     * @param chosen whether a tray of that service needs no choice any more
     */
    public static Optional<ServiceMenu> next(
            Collection<ServiceMenu> menus, Predicate<ServiceKey> chosen, Instant now) {
        return menus.stream()
                .filter(menu -> open(menu, now) && !chosen.test(menu.key()))
                .min(Comparator.comparing(ServiceMenu::served).thenComparing(ServiceMenu::key));
    }
}

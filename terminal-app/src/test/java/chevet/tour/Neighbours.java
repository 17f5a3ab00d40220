package chevet.tour;

import chevet.config.TerminalConfig;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.DefaultTray;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.wire.Outcome;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Link;
import chevet.terminal.link.Links;
import chevet.terminal.link.Replica;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The other beds' terminals: their real links, without a screen; most of their patients choose. */
final class Neighbours implements AutoCloseable {
    private static final int ONE_IN = 4;

    private final Map<String, Link> links = new LinkedHashMap<>();

    /** Connects all, and waits until each knows its bed. */
    Neighbours(List<TerminalConfig> terminals) {
        terminals.forEach(config -> links.put(config.bed().value(), Links.start(config, "tour")));
        for (Link link : links.values()) {
            List<Replica.LinkState> last =
                    java.util.Collections.synchronizedList(new ArrayList<>());
            link.watchLink(last::add);
            Wait.until(
                    "a neighbour's terminal is current",
                    () -> !last.isEmpty() && last.getLast().current().isPresent());
        }
    }

    /**
     * Three of four patients choose what the rule would give them; returns how many did.
     *
     * @param helpless in this bed somebody does not
     */
    int choose(ServiceKey key, String helpless) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        int patient = 0;
        for (Map.Entry<String, Link> each : links.entrySet()) {
            Link link = each.getValue();
            Replica.Snapshot known = link.snapshot();
            boolean waits = each.getKey().equals(helpless) || ++patient % ONE_IN == 0;
            if (known.stay().isEmpty() || waits) {
                continue;
            }
            tray(known, key)
                    .ifPresent(
                            tray ->
                                    outcomes.add(
                                            link.send(known.stay(), ChooseTray.TYPE, tray)
                                                    .outcome()));
        }
        int accepted = 0;
        for (CompletableFuture<Outcome> outcome : outcomes) {
            Outcome came = outcome.orTimeout(Wait.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            if (came.status() != Outcome.Status.ACCEPTED) {
                throw new AssertionError("a neighbour's choice was not taken: " + came.reason());
            }
            accepted++;
        }
        return accepted;
    }

    /** What the rule would give; empty where nothing fits, or the patient fasts. */
    static Optional<ChooseTray> tray(Replica.Snapshot known, ServiceKey key) {
        Map<DishId, Dish> dishes = dishes(known);
        FoodProfile profile = profile(known);
        return known.one(Kind.WARD, "menu/" + key, ServiceMenu.class)
                .flatMap(
                        menu ->
                                switch (DefaultTray.of(
                                        menu, id -> Optional.ofNullable(dishes.get(id)), profile)) {
                                    case DefaultTray.Fits fits ->
                                            Optional.of(new ChooseTray(key, fits.dishes()));
                                    case DefaultTray.NothingFits _ -> Optional.empty();
                                });
    }

    static Map<DishId, Dish> dishes(Replica.Snapshot known) {
        Map<DishId, Dish> dishes = new HashMap<>();
        known.all(Kind.HOUSE, "dish/", Dish.class)
                .values()
                .forEach(dish -> dishes.put(dish.id(), dish));
        return dishes;
    }

    static FoodProfile profile(Replica.Snapshot known) {
        return known.one(Kind.STAY, "food-profile", FoodProfile.class)
                .orElse(FoodProfile.UNCONFIRMED);
    }

    @Override
    public void close() {
        links.values().forEach(Link::close);
    }
}

package chevet.ward.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealRule;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Standing.Choice;
import chevet.model.meal.Tray;
import chevet.model.meal.Tray.ChosenBy;
import chevet.model.meal.Verdict;
import chevet.model.stay.StayId;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import chevet.ward.sync.CommandHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what somebody chose, or says why not. The clock is the server's at the moment of the
 * transaction, and menu, dishes and profile are the server's: the screen is not believed.
 *
 * <p>A course may be left out on purpose; a tray without any dish is incomplete.
 */
final class Orders implements CommandHandler<ChooseTray> {
    static final MealResult NOT_HERE = new MealResult.Refused(Reason.of("stay.not-here"));
    private static final MealResult DONE = new MealResult.Done();

    private final MealDoors doors;
    private final Shelf shelf;
    private final TrayBook book;
    private final Bedsides patients;

    Orders(MealDoors doors, Shelf shelf, TrayBook book, Bedsides patients) {
        this.doors = doors;
        this.shelf = shelf;
        this.book = book;
        this.patients = patients;
    }

    @Override
    public String type() {
        return ChooseTray.TYPE;
    }

    @Override
    public Class<ChooseTray> bodyType() {
        return ChooseTray.class;
    }

    @Override
    public Decision handle(Command command, ChooseTray body, Tx tx) {
        MealResult result =
                command.stay()
                        .map(stay -> choose(tx, stay, body, ChosenBy.PATIENT))
                        .orElse(NOT_HERE);
        return switch (result) {
            case MealResult.Done() -> new Decision.Accepted();
            case MealResult.Refused(Reason reason) -> new Decision.Refused(reason);
        };
    }

    MealResult byStaff(Tx tx, StayId stay, ChooseTray choice) {
        return choose(tx, stay, choice, ChosenBy.STAFF);
    }

    private MealResult choose(Tx tx, StayId stay, ChooseTray choice, ChosenBy by) {
        Optional<Bedsides.Lying> lying = patients.of(tx.handle(), stay);
        if (lying.isEmpty()) {
            return NOT_HERE;
        }
        Catalogue catalogue = shelf.in(tx);
        Optional<ServiceMenu> found = catalogue.menu(lying.get().ward(), choice.key());
        if (found.isEmpty()) {
            return refused("meal.no-such-service");
        }
        ServiceMenu menu = found.get();
        FoodProfile profile = book.profile(tx.handle(), stay);
        if (menu.closed() || book.closed(tx.handle(), stay, choice.key())) {
            return refused("meal.closed");
        }
        if (tx.now().isBefore(menu.opens())) {
            return refused("meal.not-open", "opens", menu.opens());
        }
        if (!tx.now().isBefore(menu.cutOff())
                && !(by == ChosenBy.STAFF && held(tx, stay, menu, profile, catalogue))) {
            return refused("meal.too-late", "cutOff", menu.cutOff());
        }
        if (choice.dishes().isEmpty()) {
            return refused("meal.incomplete");
        }
        Optional<Reason> unfit = unfit(choice.dishes(), catalogue, profile, menu);
        if (unfit.isPresent()) {
            return new MealResult.Refused(unfit.get());
        }
        Choice chosen = new Choice(choice.dishes(), by, tx.now());
        book.choose(tx, stay, menu.key(), chosen);
        tx.afterCommit(this::chosen);
        return DONE;
    }

    private void chosen() {
        doors.live().changed("meals");
        doors.live().changed("beds");
    }

    private boolean held(
            Tx tx, StayId stay, ServiceMenu menu, FoodProfile profile, Catalogue catalogue) {
        Tray tray = book.now(tx.handle(), stay, menu, profile, catalogue, tx.now());
        return tray.state() == Tray.State.HELD;
    }

    /** The gravest reason, and which dish it is about where it is about one. */
    private static Optional<Reason> unfit(
            Map<Course, DishId> dishes,
            Catalogue catalogue,
            FoodProfile profile,
            ServiceMenu menu) {
        for (Map.Entry<Course, Verdict> judged :
                MealRule.judgeEach(dishes, catalogue::dish, profile, menu).entrySet()) {
            if (judged.getValue() instanceof Verdict.Refused refused) {
                Optional<DishId> dish = Optional.ofNullable(dishes.get(judged.getKey()));
                return Optional.of(reason(dish, refused.reasons().getFirst()));
            }
        }
        return switch (MealRule.judgeTray(dishes, catalogue::dish, profile, menu)) {
            case Verdict.Offered _ -> Optional.empty();
            case Verdict.Refused refused ->
                    Optional.of(reason(Optional.empty(), refused.reasons().getFirst()));
        };
    }

    private static Reason reason(Optional<DishId> dish, Refusal refusal) {
        Map<String, String> about = new HashMap<>();
        dish.ifPresent(id -> about.put("dish", id.value()));
        about.put("code", refusal.code().name());
        refusal.about().ifPresent(what -> about.put("about", what));
        return new Reason("meal.refused", about);
    }

    private static MealResult refused(String code) {
        return new MealResult.Refused(Reason.of(code));
    }

    static MealResult refused(String code, String name, Object value) {
        return new MealResult.Refused(new Reason(code, Map.of(name, value.toString())));
    }
}

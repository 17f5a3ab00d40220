package chevet.terminal.meal;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.meal.ChangeFood;
import chevet.model.meal.Dish;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodSheet;
import chevet.model.meal.ReadFood;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.PaneActs;
import chevet.terminal.shell.PaneBoard;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.Pressable;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What the patient may eat: seen, changed and confirmed at the bed, by the same server code as the
 * console's form. A tap on a part opens it, a tap changes it, and one question comes before what
 * takes a precaution away.
 */
public final class FoodPane implements StaffPane {
    private final Kit kit;
    private final FoodLines lines;
    private final FoodKeys keys;
    private final FoodEdits edits;
    private final FoodEnding ending;
    private final Replica replica;
    private final PaneBoard board;

    /** As this terminal knows it: all there is while the server is silent. */
    private Optional<FoodProfile> known = Optional.empty();

    private Optional<FoodSheet> sheet = Optional.empty();
    private FoodDraft draft = FoodDraft.of(FoodProfile.UNCONFIRMED);
    private Optional<FoodPart> open = Optional.empty();
    private Runnable reading = () -> {};

    /**
     * @param kit of staff
     */
    public FoodPane(Kit kit, WardTime time, Work work, Replica replica) {
        this.kit = kit;
        this.lines = new FoodLines(kit.words(), time);
        this.keys = new FoodKeys(kit);
        this.edits = new FoodEdits(kit, lines, time, keys);
        this.replica = replica;
        this.board = new PaneBoard(kit, work, this::rows);
        this.ending = new FoodEnding(kit, lines, board, new AtTheEnd());
    }

    @Override
    public String id() {
        return "food";
    }

    @Override
    public String titleKey() {
        return "meal.food";
    }

    @Override
    public boolean permitted(StaffSession asked) {
        return asked.may(Resource.FOOD_PROFILE, Action.READ);
    }

    @Override
    public Node view() {
        return board.view();
    }

    @Override
    public void open(StaffSession session, Asks asks) {
        board.open(session, asks);
        reading =
                () ->
                        board.acts()
                                .read(
                                        ReadFood.TYPE,
                                        new ReadFood(session.token()),
                                        PaneActs.Heard.of(FoodSheet.class, this::show, _ -> {}));
        reading.run();
        board.follow(replica, List.of(Kind.STAY), this::known, this::follow);
    }

    /** What this terminal knows: of the session's own patient, and of the kitchen. */
    private record Known(Optional<FoodProfile> profile, Set<String> ingredients) {}

    private Known known(StaffSession asked) {
        Replica.Snapshot now = replica.snapshot();
        // The bed may have another one already.
        Optional<FoodProfile> profile =
                now.stay().equals(asked.stay())
                        ? now.one(Kind.STAY, "food-profile", FoodProfile.class)
                        : Optional.empty();
        return new Known(
                profile,
                now.all(Kind.HOUSE, "dish/", Dish.class).values().stream()
                        .flatMap(dish -> dish.ingredients().stream())
                        .collect(Collectors.toSet()));
    }

    /** What was changed elsewhere is read anew, unless somebody is about to change it here. */
    private void follow(Known read) {
        Optional<FoodProfile> now = read.profile();
        known = now;
        edits.cooksWith(read.ingredients());
        boolean stale =
                sheet.map(FoodSheet::profile)
                        .filter(shown -> !now.orElse(FoodProfile.UNCONFIRMED).equals(shown))
                        .isPresent();
        if (stale && open.isEmpty() && !ending.asking()) {
            reading.run();
        }
    }

    @Override
    public void close() {
        board.close();
        known = Optional.empty();
        reading = () -> {};
        sheet = Optional.empty();
        leave();
    }

    private void show(FoodSheet now) {
        sheet = Optional.of(now);
        leave();
        board.draw();
    }

    /** Back to what applies. */
    private void leave() {
        draft = FoodDraft.of(sheet.map(FoodSheet::profile).orElse(FoodProfile.UNCONFIRMED));
        open = Optional.empty();
        ending.forget();
        edits.forget();
    }

    private List<Node> rows() {
        return sheet.map(this::rows).orElseGet(this::unread);
    }

    /** It is being read, or could not be. */
    private List<Node> unread() {
        Button again = kit.button(Icon.Shape.REPEAT, "meal.food.again", () -> reading.run());
        again.setId("pane-food-again");
        again.visibleProperty().bind(board.acts().busyProperty().not());
        again.managedProperty().bind(again.visibleProperty());
        Label wait = kit.text("meal.food.reading");
        wait.visibleProperty().bind(board.acts().busyProperty());
        wait.managedProperty().bind(wait.visibleProperty());
        List<Node> all = new ArrayList<>(List.of(wait, again));
        known.ifPresent(
                profile -> {
                    all.add(standing(profile));
                    for (FoodPart part : FoodPart.values()) {
                        all.add(kit.strong(fixed(line(part, profile))));
                    }
                });
        return all;
    }

    private Node standing(FoodProfile profile) {
        return profile.confirmed()
                ? kit.chip(Kit.Tone.OK, Icon.Shape.CHECK, kit.words().live("meal.food.confirmed"))
                : kit.chip(
                        Kit.Tone.WARN,
                        Icon.Shape.WARNING,
                        kit.words().live("meal.food.unconfirmed"));
    }

    private String line(FoodPart part, FoodProfile profile) {
        return kit.words()
                .text(
                        "meal.food.line",
                        kit.words().text("meal.food.part." + part),
                        lines.of(part, profile));
    }

    private List<Node> rows(FoodSheet now) {
        List<Node> all = new ArrayList<>();
        boolean confirmed = now.profile().confirmed();
        all.add(standing(now.profile()));
        if (!confirmed) {
            all.add(kit.secondary(kit.words().live("meal.food.unconfirmed.what")));
        }
        boolean may = board.may(Resource.FOOD_PROFILE, Action.CHANGE);
        now.doubts().forEach(doubt -> all.add(doubt(doubt, may)));
        for (FoodPart part : FoodPart.values()) {
            all.add(part(part, may));
            if (open.filter(part::equals).isPresent()) {
                // Where the finger is: nobody scrolls to the end for it.
                all.addAll(edits.of(part, draft, now, this::change));
                all.addAll(ending.of(now, draft));
            }
        }
        if (may && open.isEmpty()) {
            all.addAll(ending.of(now, draft));
        }
        return all;
    }

    /** As the hospital's system says it, since no rule knows what it means. */
    private Node doubt(FoodSheet.Doubt doubt, boolean may) {
        VBox row =
                PaneBoard.rows(
                        List.of(
                                kit.strong(fixed(lines.doubt(doubt))),
                                kit.secondary(fixed(lines.source(doubt)))));
        if (may) {
            String key = doubt.line().key();
            row.getChildren()
                    .add(
                            kit.row(
                                    keys.tick(
                                            "pane-seen-" + key,
                                            kit.words().text("meal.food.seen"),
                                            draft.seen().contains(key),
                                            () -> change(draft.see(key)))));
        }
        return row;
    }

    private Node part(FoodPart part, boolean may) {
        String name = kit.words().text("meal.food.part." + part);
        String value = lines.of(part, draft.profile());
        Label said = kit.strong(fixed(line(part, draft.profile())));
        if (!may) {
            return said;
        }
        said.setMaxWidth(Double.MAX_VALUE);
        Pressable line =
                kit.cardButton(
                        said,
                        fixed(kit.words().text("meal.food.change", name, value)),
                        () -> turn(part));
        line.setId("pane-food-" + part);
        line.selectedProperty().set(open.filter(part::equals).isPresent());
        return line;
    }

    private void turn(FoodPart part) {
        boolean here = open.filter(part::equals).isPresent();
        open = here ? Optional.empty() : Optional.of(part);
        ending.forget();
        edits.forget();
        board.draw();
    }

    private void change(FoodDraft now) {
        draft = now;
        ending.forget();
        board.draw();
    }

    private final class AtTheEnd implements FoodEnding.Steps {
        @Override
        public void leave() {
            FoodPane.this.leave();
            board.draw();
        }

        @Override
        public void send(FoodSheet now) {
            FoodPane.this.send(now);
        }
    }

    private void send(FoodSheet now) {
        board.ask(
                ChangeFood.TYPE,
                token -> new ChangeFood(token, now.profile(), draft.confirmed(), draft.seen()),
                PaneActs.Heard.of(
                        FoodSheet.class,
                        this::show,
                        // Somebody else was quicker: what applies now is shown beside the refusal.
                        _ -> reading.run()));
    }
}

package chevet.terminal.meal;

import static chevet.terminal.ui.Kit.fixed;

import chevet.model.meal.ChooseFor;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Tray;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Asks;
import chevet.terminal.shell.PaneBoard;
import chevet.terminal.shell.StaffPane;
import chevet.terminal.ui.Choices;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * The trays that are held and why, and the next meals, chosen by staff for a patient who cannot: by
 * the patient's own rule, and the tray says who chose.
 */
public final class MealPane implements StaffPane {
    /** So many services that can be chosen are shown: the next, and the day after it. */
    private static final int MOST = 3;

    private static final Set<Kind> KINDS = EnumSet.of(Kind.STAY, Kind.WARD, Kind.HOUSE);

    private final Kit kit;
    private final WardTime time;
    private final MealWords words;
    private final MealPorts ports;
    private final PaneBoard board;
    private MealFacts facts = MealFacts.NONE;
    private Optional<ServiceKey> open = Optional.empty();
    private Map<Course, Pick> picks = Map.of();

    /**
     * @param kit of staff
     */
    public MealPane(Kit kit, WardTime time, Work work, MealPorts ports) {
        this.kit = kit;
        this.time = time;
        this.words = new MealWords(kit.words(), time);
        this.ports = ports;
        this.board = new PaneBoard(kit, work, this::rows);
    }

    @Override
    public String id() {
        return "meals";
    }

    @Override
    public String titleKey() {
        return "meal.pane";
    }

    @Override
    public boolean permitted(StaffSession asked) {
        return asked.may(Resource.MEALS, Action.READ) || asked.may(Resource.MEALS, Action.CHANGE);
    }

    @Override
    public Node view() {
        return board.view();
    }

    @Override
    public void open(StaffSession opened, Asks asks) {
        board.open(opened, asks);
        board.follow(ports.replica(), KINDS, this::read, now -> facts = now);
    }

    @Override
    public void close() {
        board.close();
        facts = MealFacts.NONE;
        open = Optional.empty();
        picks = Map.of();
    }

    /** Of the session's own patient: the bed may have another one already. */
    private MealFacts read(StaffSession asked) {
        MealFacts now = new FactsReader(ports.replica(), ports.outbox()).read(KINDS);
        return now.stay().equals(asked.stay()) ? now : MealFacts.NONE;
    }

    private List<Node> rows() {
        Board known = new Board(facts, Map.of(), time.now(), time.zone());
        List<Sitting> held = known.sittings().stream().filter(Sitting::held).toList();
        Stream<Sitting> next =
                known.sittings().stream()
                        .filter(Sitting::choosable)
                        .filter(sitting -> !sitting.held())
                        .limit(MOST);
        List<Node> rows =
                Stream.concat(held.stream(), next).map(sitting -> row(known, sitting)).toList();
        return rows.isEmpty() ? List.of(kit.text("meal.pane.none")) : rows;
    }

    private Node row(Board known, Sitting sitting) {
        ServiceKey key = sitting.menu().key();
        String name = words.service(key, known.daysAhead(key));
        VBox row = PaneBoard.rows(List.of(kit.strong(fixed(name))));
        row.getChildren().addAll(sitting.held() ? held(sitting) : List.of(mark(sitting)));
        if (sitting.forStaff() && board.may(Resource.MEALS, Action.CHANGE)) {
            row.getChildren().addAll(choosing(sitting, name));
        }
        return row;
    }

    /** Somebody has to decide, and why: all of it, since one dish may clash with several things. */
    private List<Node> held(Sitting sitting) {
        List<Node> all = new ArrayList<>();
        all.add(kit.chip(Kit.Tone.ALERT, Icon.Shape.WARNING, kit.words().live("meal.pane.held")));
        sitting.tray().map(Tray::held).orElse(List.of()).stream()
                .map(words::reason)
                .distinct()
                .forEach(why -> all.add(kit.text(fixed(why))));
        if (!sitting.forStaff()) {
            all.add(kit.secondary(kit.words().live("meal.pane.closed")));
        }
        return all;
    }

    private List<Node> choosing(Sitting sitting, String name) {
        ServiceKey key = sitting.menu().key();
        if (open.filter(key::equals).isPresent()) {
            return Stream.concat(
                            sitting.courses().stream()
                                    .filter(sitting::anythingFits)
                                    .map(course -> course(sitting, course)),
                            Stream.of(kit.row(choose(sitting), leave())))
                    .toList();
        }
        Button begin = kit.button(Icon.Shape.MEAL, "meal.pane.choose", () -> begin(sitting));
        begin.setId("pane-meal-" + key);
        begin.accessibleTextProperty().unbind();
        begin.setAccessibleText(kit.words().text("meal.pane.choose") + ", " + name);
        return List.of(kit.row(begin));
    }

    /** Who chose, where somebody did. */
    private Node mark(Sitting sitting) {
        String mark =
                switch (sitting.state()) {
                    case CHOSEN, WAITING, ACCEPTED -> "by-patient";
                    case CHOSEN_BY_TEAM -> "by-team";
                    case HELD, DEFAULT, FASTING, CLOSED, TOO_LATE, NOT_YET, DUE, OPEN -> "open";
                };
        return kit.text("meal.pane." + mark);
    }

    private void begin(Sitting sitting) {
        open = Optional.of(sitting.menu().key());
        picks = sitting.start();
        board.draw();
    }

    private Node course(Sitting sitting, CourseMenu course) {
        List<Optional<DishId>> dishes = new ArrayList<>();
        Stream.concat(Sitting.proposed(course).stream(), course.replacements().stream())
                .distinct()
                .filter(id -> sitting.offered(course.course(), id))
                .map(Optional::of)
                .forEach(dishes::add);
        dishes.add(Optional.empty());
        ObjectProperty<Optional<DishId>> value =
                new SimpleObjectProperty<>(
                        Optional.ofNullable(picks.get(course.course())).flatMap(Pick::dish));
        boolean decided = picks.containsKey(course.course());
        ObservableValue<Optional<DishId>> chosen =
                decided ? value : new SimpleObjectProperty<>(Optional.of(new DishId("none")));
        Choices<Optional<DishId>> choices =
                new Choices<>(
                        dishes,
                        chosen,
                        dish -> fixed(name(course, dish)),
                        dish -> pick(course.course(), new Pick(dish)));
        dishes.forEach(
                dish ->
                        choices.button(dish)
                                .setId(
                                        "pane-"
                                                + course.course()
                                                + dish.map(id -> "-" + id).orElse("")));
        return PaneBoard.rows(
                List.of(kit.secondary(fixed(words.course(course.course()))), choices));
    }

    private String name(CourseMenu course, Optional<DishId> dish) {
        return dish.flatMap(facts::dish)
                .map(Dish::name)
                .map(kit.words()::text)
                .orElseGet(() -> words.without(course.course()));
    }

    private void pick(Course course, Pick pick) {
        Map<Course, Pick> now = new EnumMap<>(Course.class);
        now.putAll(picks);
        now.put(course, pick);
        picks = now;
        board.draw();
    }

    private Button choose(Sitting sitting) {
        Button choose = kit.primary("meal.pane.send", () -> send(sitting.menu().key()));
        choose.setId("pane-meal-send");
        boolean complete = sitting.undecided(picks).isEmpty() && !Sitting.dishes(picks).isEmpty();
        choose.disableProperty().bind(board.acts().busyProperty().map(busy -> busy || !complete));
        return choose;
    }

    private Button leave() {
        return kit.button(
                Icon.Shape.CLOSE,
                "meal.pane.leave",
                () -> {
                    open = Optional.empty();
                    board.draw();
                });
    }

    private void send(ServiceKey key) {
        board.act(
                ChooseFor.TYPE,
                token -> new ChooseFor(token, new ChooseTray(key, Sitting.dishes(picks))),
                () -> open = Optional.empty());
    }
}

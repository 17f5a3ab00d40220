package chevet.terminal.meal;

import chevet.model.meal.ChooseFor;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.staff.Action;
import chevet.model.staff.Resource;
import chevet.model.staff.StaffSession;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.Watch;
import chevet.terminal.shell.PaneActs;
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
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/**
 * The next meals, chosen by staff for a patient who cannot: by the patient's own rule, and the tray
 * says who chose.
 */
public final class MealPane implements StaffPane {
    /** So many services are shown: the next, and the day after it. */
    private static final int MOST = 3;

    private final Kit kit;
    private final WardTime time;
    private final MealWords words;
    private final Work work;
    private final MealPorts ports;
    private final PaneActs acts;
    private final VBox rows = new VBox();
    private final VBox view;
    private final List<Watch> watches = new ArrayList<>();
    private Optional<StaffSession> session = Optional.empty();
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
        this.work = work;
        this.ports = ports;
        this.acts = new PaneActs(kit.words(), work.screen());
        rows.getStyleClass().add("pane-rows");
        view = new VBox(rows, acts.said(kit));
        view.getStyleClass().add("pane-rows");
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
        return asked.may(Resource.MEALS, Action.CHANGE);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void open(StaffSession opened, Asks asks) {
        session = Optional.of(opened);
        acts.open(asks);
        show();
        for (Kind kind : List.of(Kind.STAY, Kind.WARD, Kind.HOUSE)) {
            watches.add(ports.replica().watch(kind, _ -> read(opened)));
        }
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
        watches.clear();
        session = Optional.empty();
        facts = MealFacts.NONE;
        open = Optional.empty();
        picks = Map.of();
        acts.close();
        rows.getChildren().clear();
    }

    private void read(StaffSession asked) {
        Replica replica = ports.replica();
        Outbox outbox = ports.outbox();
        work.read(
                () -> new FactsReader(replica, outbox).read(EnumSet.allOf(Kind.class)),
                now -> {
                    if (session.equals(Optional.of(asked))) {
                        // The bed may have another patient already.
                        facts = now.stay().equals(asked.stay()) ? now : MealFacts.NONE;
                        show();
                    }
                });
    }

    private Board board() {
        return new Board(facts, Map.of(), time.now(), time.zone());
    }

    private void show() {
        List<Node> all = new ArrayList<>();
        Board board = board();
        List<Sitting> sittings =
                board.sittings().stream().filter(Sitting::choosable).limit(MOST).toList();
        if (sittings.isEmpty()) {
            all.add(kit.text("meal.pane.none"));
        }
        for (Sitting sitting : sittings) {
            all.add(row(board, sitting));
        }
        rows.getChildren().setAll(all);
    }

    private Node row(Board board, Sitting sitting) {
        ServiceKey key = sitting.menu().key();
        String name = words.service(key, board.daysAhead(key));
        VBox row =
                new VBox(
                        kit.strong(fixed(name)),
                        kit.text(fixed(kit.words().text("meal.pane." + mark(sitting)))));
        row.getStyleClass().add("pane-rows");
        boolean here = open.filter(key::equals).isPresent();
        if (here) {
            sitting.courses().stream()
                    .filter(sitting::anythingFits)
                    .forEach(course -> row.getChildren().add(course(sitting, course)));
            row.getChildren().add(kit.row(choose(sitting), leave()));
        } else {
            Button begin = kit.button(Icon.Shape.MEAL, "meal.pane.choose", () -> begin(sitting));
            begin.setId("pane-meal-" + key);
            begin.accessibleTextProperty().unbind();
            begin.setAccessibleText(kit.words().text("meal.pane.choose") + ", " + name);
            row.getChildren().add(kit.row(begin));
        }
        return row;
    }

    /** Who chose, where somebody did. */
    private static String mark(Sitting sitting) {
        return switch (sitting.state()) {
            case CHOSEN, WAITING, ACCEPTED -> "by-patient";
            case CHOSEN_BY_TEAM -> "by-team";
            case HELD -> "held";
            case DEFAULT, FASTING, CLOSED, TOO_LATE, NOT_YET, DUE, OPEN -> "open";
        };
    }

    private void begin(Sitting sitting) {
        open = Optional.of(sitting.menu().key());
        picks = sitting.start();
        show();
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
        VBox all = new VBox(kit.secondary(fixed(words.course(course.course()))), choices);
        all.getStyleClass().add("pane-rows");
        return all;
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
        show();
    }

    private Button choose(Sitting sitting) {
        Button choose = kit.primary("meal.pane.send", () -> send(sitting.menu().key()));
        choose.setId("pane-meal-send");
        boolean complete = sitting.undecided(picks).isEmpty() && !Sitting.dishes(picks).isEmpty();
        choose.disableProperty().bind(acts.busyProperty().map(busy -> busy || !complete));
        return choose;
    }

    private Button leave() {
        return kit.button(
                Icon.Shape.CLOSE,
                "meal.pane.leave",
                () -> {
                    open = Optional.empty();
                    show();
                });
    }

    private void send(ServiceKey key) {
        session.ifPresent(
                now ->
                        acts.act(
                                ChooseFor.TYPE,
                                new ChooseFor(
                                        now.token(), new ChooseTray(key, Sitting.dishes(picks))),
                                () -> {
                                    open = Optional.empty();
                                    show();
                                }));
    }

    private static SimpleStringProperty fixed(String text) {
        return new SimpleStringProperty(text);
    }
}

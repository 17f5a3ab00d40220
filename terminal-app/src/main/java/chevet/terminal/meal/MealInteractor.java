package chevet.terminal.meal;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.model.wire.Outcome;
import chevet.model.wire.Reason;
import chevet.terminal.link.Commands;
import chevet.terminal.meal.MealModel.LeftOut;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.ui.WardTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What the patient can do with meals, and what the screen then shows. Every method is called on the
 * JavaFX thread; facts and outcomes come to it through {@link MealFeed}.
 */
final class MealInteractor {
    private final MealModel model;
    private final Commands commands;
    private final Executor screen;
    private final WardTime time;

    private final Drafts drafts = new Drafts();
    private final Map<ServiceKey, Sent> sent = new HashMap<>();
    private final Map<ServiceKey, List<Notice>> said = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private MealFacts facts = MealFacts.NONE;
    private Optional<ServiceKey> open = Optional.empty();

    /**
     * @param screen runs what it is given on the JavaFX thread
     */
    MealInteractor(MealModel model, Commands commands, Executor screen, WardTime time) {
        this.model = model;
        this.commands = commands;
        this.screen = screen;
        this.time = time;
    }

    /** The replica or the outbox has changed. */
    void facts(MealFacts changed) {
        MealFacts before = facts;
        if (!before.stay().equals(changed.stay())) {
            drop();
        }
        facts = changed;
        changed.waiting()
                .forEach(
                        (key, waiting) -> {
                            if (!answered.contains(waiting.command()) && !sent.containsKey(key)) {
                                Sent kept =
                                        Sent.keeping(waiting.command(), waiting.choice().dishes());
                                sent.put(key, kept.waiting());
                            }
                        });
        sent.entrySet()
                .removeIf(
                        e ->
                                Optional.ofNullable(facts.trays().get(e.getKey()))
                                        .filter(e.getValue()::seenOn)
                                        .isPresent());
        Board board = board();
        for (Sitting sitting : board.sittings()) {
            List<LeftOut> leftOut = drafts.fit(sitting);
            if (before.stay().isPresent() && before.stay().equals(changed.stay())) {
                sayChange(before, sitting, leftOut);
                if (!leftOut.isEmpty() || newlyHeld(before, sitting)) {
                    openUndecided(sitting);
                }
            }
        }
        show();
    }

    private static boolean newlyHeld(MealFacts before, Sitting sitting) {
        return sitting.state() == ServiceState.HELD
                && Optional.ofNullable(before.trays().get(sitting.menu().key()))
                        .filter(tray -> tray.state() == Tray.State.HELD)
                        .isEmpty();
    }

    /** Shows the first course that is still to be decided, so that nobody has to look for it. */
    private void openUndecided(Sitting sitting) {
        Draft draft = drafts.of(sitting);
        sitting.undecided(draft.picks()).stream()
                .findFirst()
                .ifPresent(course -> drafts.put(sitting.menu().key(), draft.open(course)));
    }

    private void sayChange(MealFacts before, Sitting sitting, List<LeftOut> leftOut) {
        ServiceKey key = sitting.menu().key();
        boolean known = before.menus().containsKey(key);
        boolean profile = !before.profile().equals(facts.profile());
        boolean menu = known && !Objects.equals(before.menus().get(key), sitting.menu());
        boolean worthIt = open.filter(key::equals).isPresent() || !leftOut.isEmpty();
        boolean told = sitting.state() == ServiceState.HELD || !sitting.choosable();
        if (known && (profile || menu || !leftOut.isEmpty()) && worthIt && !told) {
            said.put(key, List.of(new Notice.Changed(profile, leftOut)));
        }
    }

    /** What became of a choice; one that was replaced by a newer choice is not told any more. */
    void outcome(String command, Optional<StayId> stay, ChooseTray choice, Outcome outcome) {
        if (!stay.equals(facts.stay())) {
            return;
        }
        answered.add(command);
        Optional<Sent> known = Optional.ofNullable(sent.get(choice.key()));
        if (known.filter(s -> !s.command().equals(command)).isPresent()) {
            return;
        }
        switch (outcome.status()) {
            case ACCEPTED -> {
                Sent accepted =
                        known.orElseGet(() -> Sent.keeping(command, choice.dishes()))
                                .accepted(outcome.at());
                boolean seen =
                        Optional.ofNullable(facts.trays().get(choice.key()))
                                .filter(accepted::seenOn)
                                .isPresent();
                if (seen) {
                    sent.remove(choice.key());
                } else {
                    sent.put(choice.key(), accepted);
                }
            }
            case REFUSED, FAILED -> {
                Reason reason = outcome.reason().orElseGet(() -> Reason.of("command.failed"));
                takeBack(choice, new Notice.Refused(reason));
            }
        }
        show();
    }

    /** Lays the choice back into the patient's hand, with a word why. */
    private void takeBack(ChooseTray choice, Notice why) {
        sent.remove(choice.key());
        said.put(choice.key(), List.of(why));
        board().sitting(choice.key())
                .ifPresent(
                        sitting -> {
                            Draft draft = drafts.of(sitting);
                            for (Map.Entry<Course, DishId> e : choice.dishes().entrySet()) {
                                draft = draft.with(e.getKey(), Pick.of(e.getValue()));
                            }
                            drafts.put(choice.key(), draft);
                            drafts.fit(sitting);
                        });
    }

    /** The clock has moved on. */
    void tick() {
        Board board = board();
        open.flatMap(board::sitting)
                .filter(s -> !s.choosable() && drafts.of(s).touched())
                .ifPresent(drafts::release);
        show();
    }

    /**
     * The patient comes to the screen: a service whose choice was not taken is opened, or else the
     * one that waits most, unless another one is half chosen.
     */
    void enter() {
        Board board = board();
        boolean halfChosen =
                open.flatMap(board::sitting)
                        .filter(s -> s.choosable() && drafts.of(s).touched())
                        .isPresent();
        if (!halfChosen) {
            board.sittings().stream()
                    .filter(s -> turnedDown(s.menu().key()))
                    .findFirst()
                    .or(board::mostAwaited)
                    .map(s -> s.menu().key())
                    .ifPresent(this::select);
        }
    }

    /** The patient has not yet read that this choice was not taken. */
    private boolean turnedDown(ServiceKey key) {
        return said.getOrDefault(key, List.of()).stream()
                .anyMatch(Notice.Refused.class::isInstance);
    }

    /** Opens a service, at the first course that is still to be decided. */
    void select(ServiceKey key) {
        board().sitting(key)
                .ifPresent(
                        sitting -> {
                            open.filter(before -> !before.equals(key)).ifPresent(said::remove);
                            open = Optional.of(key);
                            openUndecided(sitting);
                            show();
                        });
    }

    void openCourse(Course course) {
        choosing()
                .ifPresent(
                        sitting -> {
                            drafts.put(sitting.menu().key(), drafts.of(sitting).open(course));
                            show();
                        });
    }

    /** Puts a dish of the open course on the tray; the next course opens by itself. */
    void pick(DishId dish) {
        choosing()
                .ifPresent(
                        sitting ->
                                drafts.of(sitting)
                                        .course()
                                        .filter(c -> sitting.offered(c, dish))
                                        .ifPresent(c -> decide(sitting, c, Pick.of(dish))));
    }

    /** Leaves the open course out on purpose; the next course opens by itself. */
    void leaveOut() {
        choosing()
                .ifPresent(
                        sitting ->
                                drafts.of(sitting)
                                        .course()
                                        .ifPresent(c -> decide(sitting, c, Pick.NOTHING)));
    }

    private void decide(Sitting sitting, Course course, Pick pick) {
        ServiceKey key = sitting.menu().key();
        said.remove(key);
        Draft draft = drafts.of(sitting).with(course, pick);
        List<Course> undecided = sitting.undecided(draft.picks());
        Optional<Course> next =
                undecided.stream()
                        .filter(c -> place(sitting, c) > place(sitting, course))
                        .findFirst()
                        .or(() -> undecided.stream().findFirst());
        drafts.put(key, next.map(draft::open).orElse(draft));
        show();
    }

    private static int place(Sitting sitting, Course course) {
        return sitting.courses().stream().map(c -> c.course()).toList().indexOf(course);
    }

    /** Takes up yesterday's tray of the same service, as far as it may be had today. */
    void repeat() {
        choosing()
                .ifPresent(
                        sitting -> {
                            ServiceKey key = sitting.menu().key();
                            Optional<Tray> before = board().dayBefore(key);
                            before.map(tray -> drafts.takeUp(sitting, tray))
                                    .ifPresent(
                                            leftOut ->
                                                    said.put(
                                                            key,
                                                            List.of(new Notice.Repeated(leftOut))));
                            openUndecided(sitting);
                            show();
                        });
    }

    /**
     * Sends the choice. With courses still to decide, or with nothing on the tray, it opens the
     * first of them and says so instead.
     */
    void submit() {
        choosing().ifPresent(this::submit);
    }

    private void submit(Sitting sitting) {
        ServiceKey key = sitting.menu().key();
        Draft draft = drafts.of(sitting);
        Map<Course, DishId> dishes = Sitting.dishes(draft.picks());
        List<Course> missing =
                dishes.isEmpty() ? sitting.undecided(Map.of()) : sitting.undecided(draft.picks());
        if (!missing.isEmpty()) {
            said.put(key, List.of(new Notice.StillToChoose(missing)));
            drafts.put(key, draft.open(missing.getFirst()));
            show();
            return;
        }
        boolean settled = sitting.state().decided() && dishes.equals(sitting.onTray());
        if (dishes.isEmpty() || settled || !sitting.refusals(dishes).isEmpty()) {
            return;
        }
        said.remove(key);
        ChooseTray choice = new ChooseTray(key, dishes);
        Commands.Sending sending = commands.send(facts.stay(), ChooseTray.TYPE, choice);
        sent.put(key, Sent.keeping(sending.id(), dishes));
        board().sitting(key).ifPresent(drafts::release);
        show();
        sending.kept()
                .whenComplete(
                        (_, fault) ->
                                screen.execute(() -> kept(sending.id(), choice, fault == null)));
    }

    private void kept(String command, ChooseTray choice, boolean onDisk) {
        Optional<Sent> keeping =
                Optional.ofNullable(sent.get(choice.key()))
                        .filter(s -> s.command().equals(command))
                        .filter(s -> s.stage() == Sent.Stage.KEEPING);
        if (keeping.isEmpty()) {
            return;
        }
        if (onDisk) {
            sent.put(choice.key(), keeping.get().waiting());
        } else {
            takeBack(choice, new Notice.NotKept());
        }
        show();
    }

    /** Keeps nothing of the stay that lay here. */
    void forget() {
        drop();
        facts = MealFacts.NONE;
        show();
    }

    private void drop() {
        drafts.forget();
        sent.clear();
        said.clear();
        answered.clear();
        open = Optional.empty();
    }

    /** The open service, where it can be chosen and no choice is just being written. */
    private Optional<Sitting> choosing() {
        return open.flatMap(board()::sitting)
                .filter(Sitting::choosable)
                .filter(s -> s.sent().filter(x -> x.stage() == Sent.Stage.KEEPING).isEmpty());
    }

    private Board board() {
        return new Board(facts, Map.copyOf(sent), time.now(), time.zone());
    }

    private void show() {
        Board board = board();
        List<Sitting> sittings = board.sittings();
        Optional<Sitting> shown =
                sittings.stream()
                        .filter(s -> open.filter(s.menu().key()::equals).isPresent())
                        .findFirst()
                        .or(board::mostAwaited)
                        .or(() -> sittings.stream().findFirst());
        open = shown.map(s -> s.menu().key());
        model.services().set(board.services(open));
        model.doorway().set(board.doorway());
        if (shown.isEmpty()) {
            model.tabs().set(List.of());
            model.shelf().set(MealModel.Shelf.NONE);
            model.panel().set(Optional.empty());
            model.notices().set(List.of());
            return;
        }
        Sitting sitting = shown.get();
        Draft draft = drafts.of(sitting);
        List<Notice> notices = new ArrayList<>(said.getOrDefault(sitting.menu().key(), List.of()));
        if (sitting.state() == ServiceState.HELD) {
            // The reason why it is held says it all.
            notices.removeIf(Notice.Changed.class::isInstance);
        }
        boolean full = sitting.undecided(draft.picks()).isEmpty();
        if (full && !Sitting.dishes(draft.picks()).isEmpty()) {
            // The team may have chosen meanwhile.
            notices.removeIf(Notice.StillToChoose.class::isInstance);
        }
        notices.addAll(board.notices(sitting, draft));
        model.tabs().set(board.tabs(sitting, draft));
        model.shelf().set(board.shelf(sitting, draft));
        model.panel().set(Optional.of(board.panel(sitting, draft)));
        model.notices().set(List.copyOf(notices));
    }
}

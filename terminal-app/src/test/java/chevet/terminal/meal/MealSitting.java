package chevet.terminal.meal;

import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.ServiceKey;
import chevet.model.wire.StreamId.Kind;
import chevet.terminal.HandClock;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.Line;
import chevet.terminal.meal.MealModel.Notice;
import chevet.terminal.meal.MealModel.Panel;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.meal.MealModel.Tab;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A patient at the screen of meals, by hand: its link, its clock and its threads are given. */
abstract class MealSitting {
    static final Instant SOON = Kitchen.NOW.plusSeconds(3);

    final FakeLink link = Kitchen.link();
    final MealModel model = new MealModel();
    final HandClock clock = new HandClock(Kitchen.NOW);
    final Work work = new Work(Runnable::run, Runnable::run);
    final MealInteractor meals =
            new MealInteractor(model, link, work.screen(), new WardTime(clock, Kitchen.PARIS));
    final MealFeed feed = new MealFeed(link, link, meals, work);

    @BeforeEach
    void patientComesToTheScreen() {
        feed.start();
        meals.enter();
    }

    Panel panel() {
        return model.panel().get().orElseThrow();
    }

    ServiceState state(ServiceKey key) {
        return model.services().get().stream()
                .filter(s -> s.key().equals(key))
                .map(Service::state)
                .findFirst()
                .orElseThrow();
    }

    Course course() {
        return model.shelf().get().course().orElseThrow();
    }

    List<DishId> offered() {
        return model.shelf().get().offered().stream().map(Card::id).toList();
    }

    Optional<Tab.Mark> mark(Course course) {
        return panel().lines().stream()
                .filter(l -> l.course() == course)
                .map(Line::mark)
                .findFirst();
    }

    <T extends Notice> Optional<T> notice(Class<T> type) {
        return model.notices().get().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    void chooseFull() {
        meals.pick(Kitchen.VELOUTE);
        meals.pick(Kitchen.COLIN);
        meals.pick(Kitchen.YAOURT);
        meals.pick(Kitchen.COMPOTE);
    }

    void profile(FoodProfile profile) {
        link.put(Kind.STAY, "food-profile", profile);
    }
}

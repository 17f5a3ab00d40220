package chevet.terminal.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.wire.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the meals screen and its door on the home screen show, without words: the view finds those
 * in the patient's language. Changed and read on the JavaFX thread only.
 */
final class MealModel {
    private final ObjectProperty<List<Service>> services = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<Tab>> tabs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>(Shelf.NONE);
    private final ObjectProperty<Optional<Panel>> panel =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Notice>> notices = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Doorway> doorway = new SimpleObjectProperty<>(Doorway.NONE);

    /** The services on the left, in the order of the day. */
    ObjectProperty<List<Service>> services() {
        return services;
    }

    /** The courses of the service that is open; empty where it cannot be chosen. */
    ObjectProperty<List<Tab>> tabs() {
        return tabs;
    }

    /** The dishes of the course that is open. */
    ObjectProperty<Shelf> shelf() {
        return shelf;
    }

    /** The tray on the right; empty where no service is open. */
    ObjectProperty<Optional<Panel>> panel() {
        return panel;
    }

    /** What the patient must know about the open service, the gravest first. */
    ObjectProperty<List<Notice>> notices() {
        return notices;
    }

    /** What the home screen says of meals. */
    ObjectProperty<Doorway> doorway() {
        return doorway;
    }

    /**
     * One service on the left.
     *
     * @param daysAhead 0 is today
     * @param open its dishes are in the middle
     */
    record Service(
            ServiceKey key,
            int daysAhead,
            ServiceState state,
            Instant opens,
            Instant cutOff,
            boolean open) {}

    /** One course of the open service. */
    record Tab(Course course, Mark mark, boolean open) {
        enum Mark {
            TO_CHOOSE,
            PICKED,
            /** Left out on purpose. */
            WITHOUT,
            /** No dish of it may be offered to this patient. */
            NOTHING_FITS
        }
    }

    /**
     * The dishes of one course.
     *
     * @param course empty where the service cannot be chosen: then the dishes are those that come
     * @param withoutPicked this course is left out on purpose
     */
    record Shelf(
            Optional<ServiceKey> key,
            Optional<Course> course,
            List<Card> offered,
            List<Card> replacements,
            List<Card> refused,
            boolean withoutPicked) {
        static final Shelf NONE =
                new Shelf(
                        Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), false);
    }

    /**
     * One dish.
     *
     * @param contains in the order of the regulation
     * @param mayContain likewise
     * @param suits the diets worth a tag on the card
     * @param refusals why it is not offered, the gravest first; empty where it is
     */
    record Card(
            DishId id,
            Texts name,
            Texts detail,
            List<Allergen> contains,
            List<Allergen> mayContain,
            List<Diet> suits,
            Optional<ObjectRef> picture,
            boolean picked,
            List<Refusal> refusals) {}

    /**
     * The tray of the open service.
     *
     * @param left time to the cut-off; empty once it has come
     * @param keeping the choice is being written to disk
     * @param action what the big button does
     * @param repeatable there is a tray of the day before to take up again
     */
    record Panel(
            ServiceKey key,
            int daysAhead,
            ServiceState state,
            List<Line> lines,
            Regime regime,
            Instant cutOff,
            Optional<Duration> left,
            boolean keeping,
            Action action,
            boolean repeatable) {}

    /** What one course of the tray holds; the name of the dish where there is one. */
    record Line(Course course, Tab.Mark mark, Optional<Texts> dish) {}

    /** What the big button on the tray does. */
    sealed interface Action {
        /** Sends the choice; with courses still to choose it opens the first of them. */
        record Submit(int missing) implements Action {}

        /** Opens the next service that waits for a choice. */
        record Next(ServiceKey key, int daysAhead) implements Action {}

        /** Nothing is left to choose: back to the home screen. */
        record Done() implements Action {}

        /** The choice is under way, or nothing can be done here. */
        record None() implements Action {}
    }

    /**
     * What the patient may eat, as the line on the tray says it. Its text tells nothing: it is
     * health data.
     */
    record Regime(
            boolean confirmed,
            List<Diet> diets,
            List<Allergen> allergies,
            FoodTexture texture,
            DrinkThickness thickness) {
        @Override
        public String toString() {
            return "Regime";
        }
    }

    /** Something the patient must be told, in the middle above the dishes. */
    sealed interface Notice {
        /** Nobody answers for the profile yet: the choice is small. */
        record Unconfirmed() implements Notice {}

        /** Nothing by mouth, now or from an instant on. */
        record Fasting(FoodProfile.Fasting fasting) implements Notice {}

        /** What was chosen no longer fits. */
        record Held(List<Refusal> reasons, boolean canChoose) implements Notice {
            public Held {
                reasons = List.copyOf(reasons);
            }
        }

        /** The ward server did not take the choice. */
        record Refused(Reason reason) implements Notice {}

        /** The choice could not be written to disk. */
        record NotKept() implements Notice {}

        /** The menu or the profile changed while the patient was choosing. */
        record Changed(boolean profile, List<LeftOut> leftOut) implements Notice {
            public Changed {
                leftOut = List.copyOf(leftOut);
            }
        }

        /** Yesterday's tray was taken up again, but for these dishes. */
        record Repeated(List<LeftOut> leftOut) implements Notice {
            public Repeated {
                leftOut = List.copyOf(leftOut);
            }
        }

        /** Each dish fits and the whole does not. */
        record TooMuch(List<Refusal> reasons) implements Notice {
            public TooMuch {
                reasons = List.copyOf(reasons);
            }
        }

        /** The button was tapped before every course was decided. */
        record StillToChoose(List<Course> courses) implements Notice {
            public StillToChoose {
                courses = List.copyOf(courses);
            }
        }
    }

    /** A dish that was taken off the tray, and why. */
    record LeftOut(Texts name, Refusal reason) {}

    /**
     * What the home screen says of meals.
     *
     * @param todo the one service to choose now
     * @param due how many services must be chosen today
     * @param today the services of today and those to be chosen today, in the order of the day
     */
    record Doorway(Optional<Todo> todo, int due, List<Service> today) {
        static final Doorway NONE = new Doorway(Optional.empty(), 0, List.of());
    }

    /** The one thing to do now: a service that waits, or one whose choice is held. */
    record Todo(ServiceKey key, int daysAhead, boolean held, Instant cutOff, Duration left) {}
}

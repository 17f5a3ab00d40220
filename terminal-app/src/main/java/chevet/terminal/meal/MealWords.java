package chevet.terminal.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.wire.Reason;
import chevet.terminal.meal.MealModel.Card;
import chevet.terminal.meal.MealModel.Doorway;
import chevet.terminal.meal.MealModel.Line;
import chevet.terminal.meal.MealModel.Panel;
import chevet.terminal.meal.MealModel.Regime;
import chevet.terminal.meal.MealModel.Service;
import chevet.terminal.meal.MealModel.Todo;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sentences of the meals screen, in the language that is spoken now. */
final class MealWords {
    /** The bundle beside this class. */
    static final String BUNDLE = "chevet.terminal.meal.meal";

    /** So many services can be named on a tile. */
    private static final int NAMED = 2;

    private final Words words;
    private final WardTime time;

    MealWords(Words words, WardTime time) {
        this.words = words;
        this.time = time;
    }

    /** {@code Midi}. */
    String service(MealService service) {
        return words.text("meal.service." + service);
    }

    /** {@code aujourd'hui}, {@code demain} or {@code dimanche}; a date from a week on. */
    String day(ServiceKey key, int daysAhead) {
        return switch (daysAhead) {
            case 0 -> words.text("meal.today");
            case 1 -> words.text("meal.tomorrow");
            case 2, 3, 4, 5, 6 -> words.weekday(key.date());
            default -> words.shortDate(key.date());
        };
    }

    /** {@code Midi · dimanche}. */
    String service(ServiceKey key, int daysAhead) {
        return words.text("meal.service-day", service(key.service()), day(key, daysAhead));
    }

    /** {@code Soir · Plat}. */
    String place(ServiceKey key, Course course) {
        return words.text("meal.service-day", service(key.service()), course(course));
    }

    /** {@code Soir · samedi 21}: with its date, for the tray. */
    String dated(ServiceKey key) {
        return words.text("meal.service-day", service(key.service()), words.shortDate(key.date()));
    }

    /** {@code 14:00}, or {@code dimanche 14:00} on another day. */
    String moment(Instant instant) {
        ZonedDateTime at = time.at(instant);
        String clock = words.time(at.toLocalTime());
        LocalDate today = time.at(time.now()).toLocalDate();
        if (at.toLocalDate().equals(today)) {
            return clock;
        }
        return words.text("meal.moment", words.weekday(at.toLocalDate()), clock);
    }

    /** A cut-off beside the name of its service: on the service's own day the clock says enough. */
    private String before(ServiceKey key, Instant cutOff) {
        ZonedDateTime at = time.at(cutOff);
        return at.toLocalDate().equals(key.date()) ? words.time(at.toLocalTime()) : moment(cutOff);
    }

    /** The chip of a service. */
    String state(Service service) {
        return switch (service.state()) {
            case DUE -> words.text("meal.state.DUE", before(service.key(), service.cutOff()));
            case NOT_YET -> words.text("meal.state.NOT_YET", moment(service.opens()));
            case OPEN,
                    WAITING,
                    ACCEPTED,
                    CHOSEN,
                    CHOSEN_BY_TEAM,
                    HELD,
                    FASTING,
                    DEFAULT,
                    TOO_LATE,
                    CLOSED ->
                    words.text("meal.state." + service.state());
        };
    }

    String course(Course course) {
        return words.text("meal.course." + course);
    }

    /** {@code Sans dessert}. */
    String without(Course course) {
        return words.text("meal.without." + course);
    }

    String allergen(Allergen allergen) {
        return words.text("meal.allergen." + allergen);
    }

    String diet(Diet diet) {
        return words.text("meal.diet." + diet);
    }

    /** Why a dish is not offered: {@code Non proposé : allergie à l'œuf notée par votre équipe}. */
    String notOffered(List<Refusal> refusals) {
        return words.text("meal.not-offered", reason(refusals.getFirst()));
    }

    /** A reason in the patient's words, fit to stand after a colon. */
    String reason(Refusal refusal) {
        String about = refusal.about().orElse("");
        String key = "meal.refusal." + refusal.code();
        return switch (refusal.code()) {
            case ALLERGEN_CONTAINED, ALLERGEN_POSSIBLE, ALLERGEN_UNKNOWN ->
                    words.text(key, words.text("meal.allergy." + about));
            case DIET -> words.text(key, words.text("meal.diet." + about));
            case TEXTURE -> words.text(key, words.text("meal.texture." + about));
            case THICKNESS -> words.text(key, words.text("meal.thickness." + about));
            case CARBOHYDRATE_LIMIT, FLUID_LIMIT, AVERSION -> words.text(key, about);
            case FASTING, PROFILE_UNCONFIRMED, NOT_ON_THE_MENU -> words.text(key);
        };
    }

    /** What became of a choice that was not taken: why, and what to do. */
    String outcome(Reason reason) {
        String key = "meal.outcome." + reason.code();
        if (!words.has(key)) {
            return words.text("meal.outcome.command.failed");
        }
        return switch (reason.code()) {
            case "meal.too-late" ->
                    instant(reason.about().get("cutOff"))
                            .map(at -> words.text(key + ".at", moment(at)))
                            .orElseGet(() -> words.text(key));
            case "meal.refused" ->
                    refusal(reason.about())
                            .map(why -> words.text(key + ".why", reason(why)))
                            .orElseGet(() -> words.text(key));
            default -> words.text(key);
        };
    }

    private static Optional<Instant> instant(@Nullable String written) {
        try {
            return Optional.ofNullable(written).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A code of a newer server is told without its reason. */
    private static Optional<Refusal> refusal(Map<String, String> about) {
        return Stream.of(Refusal.Code.values())
                .filter(code -> code.name().equals(about.get("code")))
                .findFirst()
                .map(code -> new Refusal(code, Optional.ofNullable(about.get("about"))));
    }

    /** {@code Régime : sans sel · IDDSI 6}; empty where there is nothing to say. */
    Optional<String> regime(Regime regime) {
        List<String> parts = new ArrayList<>();
        if (!regime.confirmed()) {
            parts.add(words.text("meal.regime.unconfirmed"));
        }
        regime.diets().forEach(diet -> parts.add(diet(diet)));
        if (regime.texture() != FoodTexture.REGULAR) {
            parts.add(words.text("meal.regime.texture", regime.texture().level()));
        }
        if (regime.thickness() != DrinkThickness.THIN) {
            parts.add(words.text("meal.regime.thickness", regime.thickness().level()));
        }
        if (!regime.allergies().isEmpty()) {
            parts.add(words.text("meal.regime.without", allergens(regime.allergies())));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text("meal.regime", joined(parts)));
    }

    private static String joined(List<String> parts) {
        return String.join(" · ", parts);
    }

    /** {@code Il reste 2 h 18}. */
    String left(Duration left) {
        return left.isZero()
                ? words.text("meal.left.moment")
                : words.text("meal.left", words.duration(left));
    }

    /** How the tray stands, in a sentence; empty while it is being chosen. */
    Optional<String> stage(Panel panel) {
        if (panel.keeping()) {
            return Optional.of(words.text("meal.stage.keeping"));
        }
        return switch (panel.state()) {
            case DUE, OPEN -> Optional.empty();
            case TOO_LATE -> Optional.of(words.text("meal.stage.TOO_LATE", moment(panel.cutOff())));
            case NOT_YET,
                    WAITING,
                    ACCEPTED,
                    CHOSEN,
                    CHOSEN_BY_TEAM,
                    HELD,
                    FASTING,
                    DEFAULT,
                    CLOSED ->
                    Optional.of(words.text("meal.stage." + panel.state()));
        };
    }

    /** A line of the tray: the dish, or what is still to be done for that course. */
    String line(Line line) {
        return switch (line.mark()) {
            case PICKED -> line.dish().map(words::text).orElseGet(() -> course(line.course()));
            case TO_CHOOSE -> words.text("meal.line.to-choose", course(line.course()));
            case WITHOUT -> without(line.course());
            case NOTHING_FITS -> words.text("meal.line.nothing-fits", course(line.course()));
        };
    }

    /** Everything on a card, read aloud. */
    String spoken(Card card) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text(card.name()));
        sentences.add(words.text(card.detail()));
        if (!card.contains().isEmpty()) {
            sentences.add(words.text("meal.spoken.contains", allergens(card.contains())));
        }
        if (!card.mayContain().isEmpty()) {
            sentences.add(words.text("meal.traces", allergens(card.mayContain())));
        }
        card.suits().forEach(diet -> sentences.add(words.text("meal.tag." + diet)));
        if (!card.refusals().isEmpty()) {
            sentences.add(notOffered(card.refusals()));
        }
        if (card.picked()) {
            sentences.add(words.text("meal.spoken.picked"));
        }
        return sentences.stream()
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(". ", "", "."));
    }

    /** {@code Traces possibles : lait, soja}. */
    String traces(List<Allergen> allergens) {
        return words.text("meal.traces", allergens(allergens));
    }

    private String allergens(List<Allergen> allergens) {
        return allergens.stream()
                .map(a -> allergen(a).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(words.text("meal.comma")));
    }

    /** What is said above the dishes. */
    NoticeWords notices() {
        return new NoticeWords(words, time, this);
    }

    /** {@code Midi choisi · soir à choisir}, or how many wait where there is no room for names. */
    String subtitle(Doorway doorway) {
        if (doorway.due() > NAMED) {
            return words.count("meal.tile.due", doorway.due());
        }
        // The services that wait for a choice come first; the sort below puts the two in the day's
        // order.
        List<Service> told =
                doorway.today().stream()
                        .sorted(Comparator.comparing(service -> !service.state().awaited()))
                        .limit(NAMED)
                        .sorted(Comparator.comparing(Service::key))
                        .toList();
        if (told.isEmpty()) {
            return words.text("meal.tile.later");
        }
        List<String> parts = new ArrayList<>();
        for (Service service : told) {
            String name =
                    parts.isEmpty()
                            ? service(service.key().service())
                            : words.text("meal.inline." + service.key().service());
            String state = words.text("meal.brief." + service.state());
            parts.add(
                    service.daysAhead() == 0
                            ? words.text("meal.brief", name, state)
                            : words.text(
                                    "meal.brief.day",
                                    name,
                                    day(service.key(), service.daysAhead()),
                                    state));
        }
        return joined(parts);
    }

    /** {@code Choisissez votre repas de ce soir avant 14:00}. */
    String todo(Todo todo) {
        String day =
                switch (todo.daysAhead()) {
                    case 0 -> ".today";
                    case 1 -> ".tomorrow";
                    default -> ".later";
                };
        String meal =
                words.text(
                        "meal.which." + todo.key().service() + day,
                        words.shortDate(todo.key().date()));
        return words.text(
                todo.held() ? "meal.todo.held" : "meal.todo",
                meal,
                before(todo.key(), todo.cutOff()));
    }
}

package chevet.ward.meal;

import chevet.model.meal.Allergen;
import chevet.model.meal.Diet;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodBounds;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.place.BedId;
import chevet.model.stay.StayId;
import chevet.ward.console.Fault;
import chevet.ward.console.Faulted;
import chevet.ward.console.Frame;
import chevet.ward.console.Visit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a food profile.
 *
 * @param values what the fields hold
 * @param fasting the box is ticked
 * @param from as typed
 * @param until as typed
 * @param carbohydrate as typed
 * @param fluid as typed
 * @param doubts lines of the hospital's systems that no rule understood
 * @param faults of what was sent
 */
public record ProfileForm(
        BedId bed,
        StayId stay,
        FoodProfile values,
        boolean fasting,
        String from,
        String until,
        String carbohydrate,
        String fluid,
        List<FoodDoubt> doubts,
        List<Fault> faults)
        implements Faulted {
    public ProfileForm {
        doubts = List.copyOf(doubts);
        faults = List.copyOf(faults);
    }

    static ProfileForm of(
            BedId bed, StayId stay, FoodProfile profile, List<FoodDoubt> doubts, Frame frame) {
        return new ProfileForm(
                bed,
                stay,
                profile,
                profile.fasting().isPresent(),
                profile.fasting().map(f -> frame.local(f.from())).orElse(""),
                profile.fasting().flatMap(FoodProfile.Fasting::until).map(frame::local).orElse(""),
                profile.carbohydrateLimit().map(String::valueOf).orElse(""),
                profile.fluidLimit().map(String::valueOf).orElse(""),
                doubts,
                List.of());
    }

    /** What was sent; with faults where the profile cannot be made of it. */
    static ProfileForm sent(BedId bed, StayId stay, List<FoodDoubt> doubts, Visit visit) {
        List<Fault> faults = new ArrayList<>();
        boolean fasting = visit.field("fasting").isPresent();
        String from = visit.field("from").orElse("");
        String until = visit.field("until").orElse("");
        FoodProfile profile =
                new FoodProfile(
                        visit.field("confirmed").isPresent(),
                        ticked(visit, "diets", Diet.values()),
                        ticked(visit, "allergies", Allergen.values()),
                        picked(visit, "texture", FoodTexture.values(), FoodTexture.REGULAR, faults),
                        picked(
                                visit,
                                "thickness",
                                DrinkThickness.values(),
                                DrinkThickness.THIN,
                                faults),
                        fasting ? fasting(visit.frame(), from, until, faults) : Optional.empty(),
                        aversions(visit, faults),
                        figure(visit, "carbohydrate", FoodBounds.MOST_CARBOHYDRATE, faults),
                        figure(visit, "fluid", FoodBounds.MOST_FLUID, faults));
        return new ProfileForm(
                bed,
                stay,
                profile,
                fasting,
                from,
                until,
                visit.field("carbohydrate").orElse(""),
                visit.field("fluid").orElse(""),
                doubts,
                faults);
    }

    ProfileForm with(Fault fault) {
        return new ProfileForm(
                bed,
                stay,
                values,
                fasting,
                from,
                until,
                carbohydrate,
                fluid,
                doubts,
                List.of(fault));
    }

    public String aversionWords() {
        return values.aversions().stream().sorted().collect(Collectors.joining(", "));
    }

    private static Optional<FoodProfile.Fasting> fasting(
            Frame frame, String from, String until, List<Fault> faults) {
        Optional<Instant> begins = instant(frame, from);
        if (begins.isEmpty()) {
            faults.add(Fault.of("from", "meal.fault.from"));
        }
        Optional<Instant> ends = instant(frame, until);
        boolean ordered = begins.isEmpty() || ends.isEmpty() || begins.get().isBefore(ends.get());
        if ((!until.isEmpty() && ends.isEmpty()) || !ordered) {
            faults.add(Fault.of("until", "meal.fault.until"));
        }
        return begins.map(instant -> new FoodProfile.Fasting(instant, ends));
    }

    private static Optional<Instant> instant(Frame frame, String local) {
        try {
            return Optional.of(LocalDateTime.parse(local).atZone(frame.zone()).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Set<String> aversions(Visit visit, List<Fault> faults) {
        Set<String> words =
                Arrays.stream(visit.field("aversions").orElse("").split("[,;\\n]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
        if (!FoodBounds.holdWords(words)) {
            faults.add(
                    Fault.of(
                            "aversions",
                            "meal.fault.aversions",
                            FoodBounds.MOST_WORDS,
                            FoodBounds.LONGEST_WORD));
        }
        return words;
    }

    private static Optional<Integer> figure(
            Visit visit, String field, int most, List<Fault> faults) {
        Optional<String> typed = visit.field(field);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        boolean right = typed.get().matches("[0-9]{1,4}") && Integer.parseInt(typed.get()) <= most;
        if (!right) {
            faults.add(Fault.of(field, "meal.fault.figure", most));
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(typed.get()));
    }

    private static <E extends Enum<E>> Set<E> ticked(Visit visit, String field, E[] all) {
        List<String> names = visit.request().formAll(field);
        return Arrays.stream(all).filter(e -> names.contains(e.name())).collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> E picked(
            Visit visit, String field, E[] all, E otherwise, List<Fault> faults) {
        Optional<String> name = visit.field(field);
        Optional<E> found =
                Arrays.stream(all)
                        .filter(e -> name.filter(e.name()::equals).isPresent())
                        .findFirst();
        // A level that nobody has chosen must not become "regular" unseen.
        if (found.isEmpty()) {
            faults.add(Fault.of(field, "meal.fault.level"));
        }
        return found.orElse(otherwise);
    }

    @Override
    public String toString() {
        return "ProfileForm[" + bed + "]";
    }
}

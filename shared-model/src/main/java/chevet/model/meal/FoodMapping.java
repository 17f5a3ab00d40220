package chevet.model.meal;

import chevet.model.meal.FoodProfile.Fasting;
import chevet.model.meal.SourcedFood.Kind;
import chevet.model.meal.SourcedFood.Unclear;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Understands what a hospital's system says of food (FHIR R4 AllergyIntolerance and NutritionOrder,
 * HL7 v2 ODS, through their doors). What is understood is forbidden, prescribed or ordered at once;
 * what is not, or not wholly, becomes an unclear line, so that the patient is restricted until a
 * dietitian has seen it. Silence is never taken for "none": {@link SourcedFood#allergiesSaid} needs
 * an entry that says so.
 */
public final class FoodMapping {
    private final Set<Diet> diets = new TreeSet<>();
    private final Set<Allergen> allergies = new TreeSet<>();
    private final Set<String> aversions = new HashSet<>();
    private final Set<FoodTexture> textures = EnumSet.noneOf(FoodTexture.class);
    private final Set<DrinkThickness> fluids = EnumSet.noneOf(DrinkThickness.class);
    private final Map<String, Unclear> unclear = new LinkedHashMap<>();
    private Optional<Fasting> fasting = Optional.empty();
    private boolean allergiesSaid;

    private FoodMapping() {}

    /** What is understood of it, and what is not. */
    public static SourcedFood of(FoodFacts facts) {
        FoodMapping mapping = new FoodMapping();
        facts.allergies().forEach(mapping::allergy);
        facts.orders().forEach(mapping::order);
        if (facts.unreadable() > 0) {
            mapping.unclear("", Kind.UNREADABLE, String.valueOf(facts.unreadable()));
        }
        mapping.conflicts();
        boolean ordered = facts.orders().stream().anyMatch(order -> !order.onHold());
        return new SourcedFood(
                mapping.allergiesSaid,
                ordered,
                mapping.diets,
                mapping.allergies,
                mapping.textures.stream().min(Comparator.comparingInt(FoodTexture::level)),
                mapping.fluids.stream().max(Comparator.comparingInt(DrinkThickness::level)),
                mapping.fasting,
                mapping.aversions,
                List.copyOf(mapping.unclear.values()));
    }

    private void allergy(FoodFacts.Allergy allergy) {
        Coded main = allergy.substances().getFirst();
        if (has(main, FoodCodes.SNOMED, FoodCodes.NO_FOOD_ALLERGY)) {
            allergiesSaid = true;
            return;
        }
        if (has(main, FoodCodes.SNOMED, FoodCodes.NO_OTHER_ALLERGY)) {
            return;
        }
        boolean mapped = false;
        boolean wholly = true;
        for (Coded substance : allergy.substances()) {
            Meaning<Allergen> meaning = allergens(substance);
            allergies.addAll(meaning.all());
            mapped = mapped || !meaning.all().isEmpty();
            wholly = wholly && (meaning.wholly() || !substance.equals(main));
        }
        boolean notFood = !allergy.categories().isEmpty() && !allergy.categories().contains("food");
        if (notFood && !mapped) {
            return;
        }
        allergiesSaid = true;
        if (!mapped || !wholly) {
            unclear(allergy.key(), Kind.ALLERGY, main.shown());
        }
    }

    private void order(FoodFacts.Order order) {
        if (order.onHold()) {
            unclear(order.key(), Kind.ON_HOLD, shown(order.types()));
        }
        order.types().forEach(type -> type(order, type));
        order.textures().forEach(texture -> texture(order, texture));
        for (Coded fluid : order.fluids()) {
            Meaning<DrinkThickness> meaning =
                    meaning(fluid, single(FoodCodes.FLUIDS), FoodCodes.FLUID_WORDS);
            fluids.addAll(meaning.all());
            unless(meaning.wholly(), order, Kind.FLUID, fluid);
        }
        for (Coded excluded : order.excluded()) {
            excluded(order, excluded);
        }
        for (Coded preferred : order.preferred()) {
            preferred(order, preferred);
        }
        // An amount is meant for a day, and a limit of ours for a meal: nobody but a dietitian
        // divides it.
        order.nutrients().forEach(text -> unclear(order.key(), Kind.NUTRIENT, text));
        order.others().forEach(other -> unclear(order.key(), other.kind(), other.text()));
    }

    private void type(FoodFacts.Order order, Coded type) {
        boolean npo =
                has(type, FoodCodes.SNOMED, FoodCodes.FASTING)
                        || said(type).stream()
                                .anyMatch(text -> FoodCodes.FASTING_WORDS.contains(Word.of(text)));
        if (npo) {
            Fasting now = order.fasting();
            fasting = Optional.of(fasting.map(f -> FoodMerge.longer(f, now)).orElse(now));
            return;
        }
        Meaning<Diet> meaning = meaning(type, FoodCodes.DIETS, FoodCodes.DIET_WORDS);
        diets.addAll(meaning.all());
        Meaning<FoodTexture> chewed =
                meaning(type, single(FoodCodes.TEXTURES), FoodCodes.TEXTURE_WORDS);
        boolean texture = !chewed.all().isEmpty() && !meaning.wholly();
        if (texture) {
            textures.addAll(chewed.all());
        }
        unless(texture ? chewed.wholly() : meaning.wholly(), order, Kind.DIET, type);
    }

    private void texture(FoodFacts.Order order, Coded texture) {
        Meaning<FoodTexture> meaning =
                meaning(texture, single(FoodCodes.TEXTURES), FoodCodes.TEXTURE_WORDS);
        textures.addAll(meaning.all());
        unless(meaning.wholly(), order, Kind.TEXTURE, texture);
    }

    private void excluded(FoodFacts.Order order, Coded excluded) {
        Meaning<Allergen> allergens = allergens(excluded);
        Meaning<Diet> diet = meaning(excluded, FoodCodes.DIETS, FoodCodes.DIET_WORDS);
        allergies.addAll(allergens.all());
        if (diet.all().contains(Diet.NO_PORK)) {
            diets.add(Diet.NO_PORK);
        } else if (allergens.all().isEmpty() && !excluded.shown().isBlank()) {
            // Helps where the recipe names it; it is not relied on, so the line stays unclear.
            aversions.add(excluded.shown());
        }
        boolean pork = diet.wholly() && diet.all().equals(Set.of(Diet.NO_PORK));
        unless(allergens.wholly() || pork, order, Kind.EXCLUDED, excluded);
    }

    private void preferred(FoodFacts.Order order, Coded preferred) {
        Set<String> codes = new HashSet<>();
        preferred.codings().stream()
                .filter(coding -> coding.system().equals(FoodCodes.HL7_DIET))
                .forEach(coding -> codes.add(coding.code()));
        if (codes.contains("dairy-free")) {
            allergies.add(Allergen.MILK);
        }
        if (codes.contains("nut-free")) {
            allergies.addAll(Set.of(Allergen.NUTS, Allergen.PEANUTS));
        }
        if (codes.contains("halal") || codes.contains("kosher")) {
            diets.add(Diet.NO_PORK);
        }
        Meaning<Diet> meaning = meaning(preferred, FoodCodes.DIETS, FoodCodes.DIET_WORDS);
        diets.addAll(meaning.all());
        boolean known =
                meaning.wholly()
                        || (!codes.isEmpty()
                                && Set.of("dairy-free", "nut-free").containsAll(codes));
        unless(known, order, Kind.PREFERENCE, preferred);
    }

    private void conflicts() {
        if (textures.size() > 1) {
            unclear(
                    "",
                    Kind.CONFLICT,
                    "IDDSI " + levels(textures.stream().map(FoodTexture::level).toList()));
        }
        if (fluids.size() > 1) {
            unclear(
                    "",
                    Kind.CONFLICT,
                    "IDDSI " + levels(fluids.stream().map(DrinkThickness::level).toList()));
        }
    }

    private static String levels(Collection<Integer> levels) {
        return String.join(" / ", levels.stream().sorted().map(String::valueOf).toList());
    }

    /** What a code and the words beside it mean together; wholly where nothing is left over. */
    private record Meaning<E>(Set<E> all, boolean wholly) {}

    private static Meaning<Allergen> allergens(Coded coded) {
        return meaning(coded, FoodCodes.ALLERGENS, FoodCodes.ALLERGEN_WORDS);
    }

    private static <E extends Enum<E>> Meaning<E> meaning(
            Coded coded, Map<String, Set<E>> codes, FoodWords<E> words) {
        Set<E> all = new HashSet<>();
        boolean byCode = false;
        for (Coded.Coding coding : coded.codings()) {
            Set<E> known =
                    switch (coding.system()) {
                        case FoodCodes.SNOMED, FoodCodes.HL7_DIET ->
                                codes.getOrDefault(coding.code(), Set.of());
                        case Coded.OURS -> words.named(coding.code());
                        default -> Set.of();
                    };
            all.addAll(known);
            byCode = byCode || !known.isEmpty();
        }
        boolean anyWords = false;
        boolean everyWord = true;
        for (String text : said(coded)) {
            FoodWords.Found<E> found = words.in(text);
            all.addAll(found.meanings());
            anyWords = true;
            everyWord = everyWord && found.all();
        }
        return new Meaning<>(all, anyWords ? everyWord : byCode);
    }

    /** The words beside the codes: the text and what each code is displayed as. */
    private static List<String> said(Coded coded) {
        List<String> all = new ArrayList<>();
        coded.text().ifPresent(all::add);
        coded.codings().forEach(coding -> coding.display().ifPresent(all::add));
        return all;
    }

    private static <E> Map<String, Set<E>> single(Map<String, E> codes) {
        Map<String, Set<E>> sets = new LinkedHashMap<>();
        codes.forEach((code, meaning) -> sets.put(code, Set.of(meaning)));
        return sets;
    }

    private static boolean has(Coded coded, String system, Set<String> codes) {
        return coded.codings().stream()
                .anyMatch(c -> c.system().equals(system) && codes.contains(c.code()));
    }

    private static String shown(List<Coded> all) {
        return String.join(", ", all.stream().map(Coded::shown).toList());
    }

    private void unless(boolean known, FoodFacts.Order order, Kind kind, Coded coded) {
        if (!known) {
            unclear(order.key(), kind, coded.shown());
        }
    }

    private void unclear(String entry, Kind kind, String text) {
        String key = kind + "/" + entry + "/" + text;
        unclear.putIfAbsent(key, new Unclear(key, kind, text));
    }
}

package chevet.terminal.meal;

import chevet.config.pack.ObjectStore;
import chevet.model.meal.Allergen;
import chevet.model.meal.AllergenStatus;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.MealService;
import chevet.model.meal.Nutrition;
import chevet.model.meal.Refusal;
import chevet.model.meal.ServiceKey;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.ServiceMenu.CourseMenu;
import chevet.model.meal.Tray;
import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.wire.StreamId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

/** A small kitchen with two days of menus, as on the sketch: Saturday 21 November, 11:42. */
public final class Kitchen {
    /** Beans, on the picture of {@link #COLIN}. */
    static final Color PLATE_GREEN = new Color(0x2E7D32);

    private static final ObjectRef PLATE = ObjectStore.named(plate(), "image/png");

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Instant NOW = Instant.parse("2026-11-21T10:42:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final ServiceKey LUNCH = new ServiceKey(TODAY, MealService.LUNCH);
    static final ServiceKey DINNER = new ServiceKey(TODAY, MealService.DINNER);
    static final ServiceKey SUNDAY_LUNCH = new ServiceKey(TODAY.plusDays(1), MealService.LUNCH);
    static final ServiceKey SUNDAY_DINNER = new ServiceKey(TODAY.plusDays(1), MealService.DINNER);
    static final ServiceKey YESTERDAY_DINNER =
            new ServiceKey(TODAY.minusDays(1), MealService.DINNER);

    static final DishId VELOUTE = new DishId("veloute");
    static final DishId OEUF = new DishId("oeuf");
    static final DishId COLIN = new DishId("colin");
    static final DishId DINDE = new DishId("dinde");
    static final DishId CURRY = new DishId("curry");
    static final DishId OMELETTE = new DishId("omelette");
    static final DishId JAMBON = new DishId("jambon");
    static final DishId YAOURT = new DishId("yaourt");
    static final DishId FROMAGE = new DishId("fromage");
    static final DishId COMPOTE = new DishId("compote");
    static final DishId TARTE = new DishId("tarte");
    static final DishId POMME = new DishId("pomme");
    static final DishId EAU = new DishId("eau");
    static final DishId JUS = new DishId("jus");
    static final DishId PAIN = new DishId("pain");

    /** Low salt, soft food, allergic to eggs: the patient of the sketch. */
    static final FoodProfile PROFILE =
            profile(Set.of(Diet.LOW_SALT), Set.of(Allergen.EGGS), FoodTexture.SOFT_AND_BITE_SIZED);

    private Kitchen() {}

    static FoodProfile profile(Set<Diet> diets, Set<Allergen> allergies, FoodTexture texture) {
        return profile(diets, allergies, texture, Optional.empty());
    }

    private static FoodProfile profile(
            Set<Diet> diets,
            Set<Allergen> allergies,
            FoodTexture texture,
            Optional<FoodProfile.Fasting> fasting) {
        return new FoodProfile(
                true,
                diets,
                allergies,
                texture,
                DrinkThickness.THIN,
                fasting,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    static FoodProfile fasting(Instant from, Optional<Instant> until) {
        return profile(
                PROFILE.diets(),
                PROFILE.allergies(),
                PROFILE.texture(),
                Optional.of(new FoodProfile.Fasting(from, until)));
    }

    /** Puts a value under a key of a kind of stream. */
    public interface Put {
        void put(StreamId.Kind kind, String key, Object value);
    }

    /** The kitchen, the profile and today's lunch, chosen. */
    public static void fill(Put link) {
        dishes().forEach(dish -> link.put(StreamId.Kind.HOUSE, "dish/" + dish.id(), dish));
        List.of(
                        menu(LUNCH, "2026-11-21T08:30:00Z"),
                        menu(DINNER, "2026-11-21T13:00:00Z"),
                        menu(SUNDAY_LUNCH, "2026-11-22T08:30:00Z"),
                        menu(SUNDAY_DINNER, "2026-11-22T13:00:00Z"))
                .forEach(menu -> link.put(StreamId.Kind.WARD, "menu/" + menu.key(), menu));
        link.put(StreamId.Kind.STAY, "food-profile", PROFILE);
        link.put(StreamId.Kind.STAY, "tray/" + LUNCH, chosen(LUNCH, Tray.ChosenBy.PATIENT, full()));
    }

    /** A link that knows all that. */
    static FakeLink link() {
        FakeLink link = new FakeLink();
        fill(link::put);
        return link;
    }

    static Map<Course, DishId> full() {
        return Map.of(
                Course.STARTER,
                VELOUTE,
                Course.MAIN,
                COLIN,
                Course.DAIRY,
                YAOURT,
                Course.DESSERT,
                COMPOTE,
                Course.DRINK,
                EAU,
                Course.BREAD,
                PAIN);
    }

    static Tray chosen(ServiceKey key, Tray.ChosenBy by, Map<Course, DishId> dishes) {
        return new Tray(key, Tray.State.CHOSEN, dishes, Optional.of(by), NOW, List.of());
    }

    static Tray held(ServiceKey key, Map<Course, DishId> dishes, Refusal why) {
        return new Tray(
                key,
                Tray.State.HELD,
                dishes,
                Optional.of(Tray.ChosenBy.PATIENT),
                NOW,
                List.of(why));
    }

    static Tray tray(ServiceKey key, Tray.State state, Map<Course, DishId> dishes) {
        return new Tray(key, state, dishes, Optional.empty(), NOW, List.of());
    }

    static ServiceMenu menu(ServiceKey key, String cutOff) {
        Instant served =
                key.date()
                        .atTime(key.service() == MealService.LUNCH ? 12 : 18, 15)
                        .atZone(PARIS)
                        .toInstant();
        return new ServiceMenu(
                key,
                Instant.parse("2026-11-18T05:00:00Z"),
                Instant.parse(cutOff),
                served,
                courses(),
                false);
    }

    static List<CourseMenu> courses() {
        return List.of(
                course(Course.DRINK, List.of(EAU, JUS), List.of(), EAU),
                course(Course.BREAD, List.of(PAIN), List.of(), PAIN),
                course(Course.STARTER, List.of(VELOUTE, OEUF), List.of(), VELOUTE),
                course(Course.MAIN, List.of(COLIN, DINDE, CURRY, OMELETTE), List.of(JAMBON), COLIN),
                course(Course.DAIRY, List.of(YAOURT, FROMAGE), List.of(), YAOURT),
                course(Course.DESSERT, List.of(COMPOTE, TARTE, POMME), List.of(), COMPOTE));
    }

    static ServiceMenu with(ServiceMenu menu, List<CourseMenu> courses, boolean closed) {
        return new ServiceMenu(
                menu.key(), menu.opens(), menu.cutOff(), menu.served(), courses, closed);
    }

    static CourseMenu course(
            Course course, List<DishId> dishes, List<DishId> replacements, DishId byDefault) {
        return new CourseMenu(course, dishes, replacements, Optional.of(byDefault));
    }

    /** The picture of one dish. */
    public static byte[] plate() {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xC9B79C));
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(Color.WHITE);
        pen.fillOval(50, 20, 220, 200);
        pen.setColor(PLATE_GREEN);
        pen.fillOval(160, 90, 80, 80);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    static List<Dish> dishes() {
        Set<Diet> all = EnumSet.allOf(Diet.class);
        Set<Diet> meat = EnumSet.complementOf(EnumSet.of(Diet.VEGETARIAN, Diet.VEGAN));
        return List.of(
                food(
                        VELOUTE,
                        Texts.of("Velouté de potiron", "Pumpkin soup", "شوربة يقطين"),
                        Texts.of("À la crème", "With cream", "بالكريمة"),
                        all,
                        Allergen.MILK,
                        Allergen.CELERY),
                food(
                        OEUF,
                        Texts.of("Œuf mayonnaise", "Egg mayonnaise", "بيض بالمايونيز"),
                        Texts.french(""),
                        all,
                        Allergen.EGGS,
                        Allergen.MUSTARD),
                food(
                        COLIN,
                        Texts.of(
                                "Filet de colin, sauce citron",
                                "Hake fillet, lemon sauce",
                                "فيليه سمك بصلصة الليمون"),
                        Texts.of("Riz, haricots verts", "Rice, green beans", "أرز وفاصوليا خضراء"),
                        meat,
                        Allergen.FISH,
                        Allergen.MILK),
                food(
                        DINDE,
                        Texts.of("Blanquette de dinde", "Turkey stew", "يخنة الديك الرومي"),
                        Texts.of("Carottes vapeur", "Steamed carrots", "جزر على البخار"),
                        meat,
                        Allergen.MILK,
                        Allergen.CELERY),
                food(
                        CURRY,
                        Texts.of("Curry de lentilles", "Lentil curry", "كاري العدس"),
                        Texts.of("Riz basmati", "Basmati rice", "أرز بسمتي"),
                        all),
                food(
                        OMELETTE,
                        Texts.of("Omelette aux fines herbes", "Herb omelette", "عجة بالأعشاب"),
                        Texts.of("Salade verte", "Green salad", "سلطة خضراء"),
                        all,
                        Allergen.EGGS,
                        Allergen.MILK),
                food(
                        JAMBON,
                        Texts.of("Jambon, purée maison", "Ham and mash", "لحم بارد مع بطاطا"),
                        Texts.french(""),
                        EnumSet.complementOf(EnumSet.of(Diet.VEGETARIAN, Diet.VEGAN, Diet.NO_PORK)),
                        Allergen.MILK),
                food(
                        YAOURT,
                        Texts.of("Yaourt nature", "Plain yoghurt", "لبن طبيعي"),
                        Texts.french(""),
                        all,
                        Allergen.MILK),
                food(
                        FROMAGE,
                        Texts.of("Fromage blanc", "Cream cheese", "جبن أبيض"),
                        Texts.french(""),
                        all,
                        Allergen.MILK),
                food(
                        COMPOTE,
                        Texts.of("Compote de pommes", "Stewed apples", "كومبوت التفاح"),
                        Texts.of("Sans sucre ajouté", "No added sugar", "بدون سكر مضاف"),
                        all),
                food(
                        TARTE,
                        Texts.of("Tarte aux poires", "Pear tart", "فطيرة الكمثرى"),
                        Texts.french(""),
                        EnumSet.complementOf(EnumSet.of(Diet.DIABETIC)),
                        Allergen.GLUTEN,
                        Allergen.EGGS),
                food(
                        POMME,
                        Texts.of("Pomme au four", "Baked apple", "تفاح مشوي"),
                        Texts.french(""),
                        all),
                drink(EAU, Texts.of("Eau plate", "Still water", "ماء")),
                drink(JUS, Texts.of("Jus d’orange", "Orange juice", "عصير برتقال")),
                food(
                        PAIN,
                        Texts.of("Pain", "Bread", "خبز"),
                        Texts.french(""),
                        all,
                        Allergen.GLUTEN));
    }

    /** Every allergen is told: those named are in it, the others are not. */
    private static Dish food(
            DishId id, Texts name, Texts detail, Set<Diet> suits, Allergen... contains) {
        return dish(id, name, detail, suits, false, contains);
    }

    private static Dish drink(DishId id, Texts name) {
        return dish(id, name, Texts.french(""), EnumSet.allOf(Diet.class), true);
    }

    private static Dish dish(
            DishId id,
            Texts name,
            Texts detail,
            Set<Diet> suits,
            boolean drink,
            Allergen... contains) {
        Map<Allergen, AllergenStatus> allergens = new EnumMap<>(Allergen.class);
        for (Allergen each : Allergen.values()) {
            allergens.put(each, AllergenStatus.FREE);
        }
        for (Allergen each : contains) {
            allergens.put(each, AllergenStatus.CONTAINS);
        }
        return new Dish(
                id,
                name,
                detail,
                allergens,
                suits,
                drink ? Set.of() : EnumSet.allOf(FoodTexture.class),
                drink ? EnumSet.allOf(DrinkThickness.class) : Set.of(),
                new Nutrition(200, 10, 20, 5, Optional.empty(), drink ? 200 : 0),
                Set.of(),
                id.equals(COLIN) ? Optional.of(PLATE) : Optional.empty());
    }

    /** The same dish with another word about one allergen. */
    static Dish with(Dish dish, Allergen allergen, AllergenStatus status) {
        Map<Allergen, AllergenStatus> allergens = new LinkedHashMap<>(dish.allergens());
        allergens.put(allergen, status);
        return new Dish(
                dish.id(),
                dish.name(),
                dish.detail(),
                allergens,
                dish.suits(),
                dish.textures(),
                dish.thicknesses(),
                dish.portion(),
                dish.ingredients(),
                dish.picture());
    }

    static Dish dish(DishId id) {
        return dishes().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }
}

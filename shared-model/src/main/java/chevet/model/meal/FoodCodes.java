package chevet.model.meal;

import static chevet.model.meal.Allergen.*;
import static chevet.model.meal.Diet.*;

import java.util.Map;
import java.util.Set;

/**
 * The codes and words of food that the mapping knows. Codes: SNOMED CT (international), and HL7's
 * code systems {@code diet} and {@code allergyintolerance}; no more than are certain, since words
 * do for the rest and what neither knows is restricted. Levels of food and drink are mapped only
 * where they are IDDSI's or the same by IDDSI's own tables (nectar 2, honey 3, pudding 4).
 */
final class FoodCodes {
    static final String SNOMED = "http://snomed.info/sct";
    static final String HL7_DIET = "http://terminology.hl7.org/CodeSystem/diet";

    /** No known allergy; no known food allergy. */
    static final Set<String> NO_FOOD_ALLERGY = Set.of("716186003", "429625007");

    /** No known allergy to drugs, latex, environment: nothing about food. */
    static final Set<String> NO_OTHER_ALLERGY = Set.of("409137002", "716184000", "428607008");

    static final String NOTHING_BY_MOUTH = "182923009";

    static final Set<String> FASTING = Set.of(NOTHING_BY_MOUTH);

    static final Map<String, Set<Allergen>> ALLERGENS =
            Map.ofEntries(
                    Map.entry("227493005", Set.of(NUTS)),
                    Map.entry("762952008", Set.of(PEANUTS)),
                    Map.entry("91935009", Set.of(PEANUTS)),
                    Map.entry("102263004", Set.of(EGGS)),
                    Map.entry("91930004", Set.of(EGGS)),
                    Map.entry("3718001", Set.of(MILK)),
                    Map.entry("91937001", Set.of(FISH, CRUSTACEANS, MOLLUSCS)),
                    Map.entry("300913006", Set.of(CRUSTACEANS, MOLLUSCS)),
                    Map.entry("735029006", Set.of(CRUSTACEANS, MOLLUSCS)),
                    Map.entry("417532002", Set.of(FISH)),
                    Map.entry("227037002", Set.of(FISH)),
                    // "Nut" alone may mean the peanut too.
                    Map.entry("91934008", Set.of(NUTS, PEANUTS)),
                    Map.entry("13577000", Set.of(NUTS, PEANUTS)),
                    Map.entry("412071004", Set.of(GLUTEN)),
                    Map.entry("89811004", Set.of(GLUTEN)));

    static final FoodWords<Allergen> ALLERGEN_WORDS =
            new FoodWords<>(Allergen.class)
                    .say("gluten;wheat;blé;barley;orge;rye;seigle;oat;avoine", GLUTEN)
                    .say(
                            "crustacean;crustacé;shrimp;prawn;crevette;crab;crabe;lobster;homard",
                            CRUSTACEANS)
                    .say("egg;œuf;oeuf;egg white;egg yolk;blanc d œuf;jaune d œuf", EGGS)
                    .say("fish;poisson;salmon;saumon;tuna;thon;cod;cabillaud", FISH)
                    .say("peanut;arachide;cacahuète", PEANUTS)
                    .say("soy;soya;soybean;soja", SOYBEANS)
                    .say("milk;lait;cow s milk;lait de vache;dairy;produit laitier;laitage", MILK)
                    .say("nut;noix", NUTS, PEANUTS)
                    .say(
                            "tree nut;cashew nut;cashew;noix de"
                                    + " cajou;walnut;hazelnut;noisette;almond;amande;pistachio;pistache;fruit"
                                    + " à coque;brazil nut;noix du brésil;pecan;noix de pécan",
                            NUTS)
                    .say("celery;céleri", CELERY)
                    .say("mustard;moutarde", MUSTARD)
                    .say("sesame;sésame;sesame seed;graine de sésame", SESAME)
                    .say(
                            "sulphite;sulfite;sulfur dioxide;sulphur dioxide;anhydride sulfureux",
                            SULPHITES)
                    .say("lupin;lupine", LUPIN)
                    .say(
                            "mollusc;mollusk;mollusque;oyster;huître;mussel;moule;squid;calamar",
                            MOLLUSCS)
                    .say("shellfish;coquillage;fruit de mer", CRUSTACEANS, MOLLUSCS)
                    .say("seafood", FISH, CRUSTACEANS, MOLLUSCS);

    static final Map<String, Set<Diet>> DIETS =
            Map.ofEntries(
                    Map.entry("386619000", Set.of(LOW_SALT)),
                    Map.entry("160670007", Set.of(DIABETIC)),
                    Map.entry("15108003", Set.of(LOW_RESIDUE)),
                    Map.entry("16208003", Set.of(LOW_FAT)),
                    Map.entry("160671006", Set.of(GLUTEN_FREE)),
                    Map.entry("vegetarian", Set.of(VEGETARIAN)),
                    Map.entry("vegan", Set.of(VEGAN)),
                    Map.entry("gluten-free", Set.of(GLUTEN_FREE)));

    static final FoodWords<Diet> DIET_WORDS =
            new FoodWords<>(Diet.class)
                    .say(
                            "low sodium;low salt;salt free;sans sel;hyposodé;désodé;pauvre en sel",
                            LOW_SALT)
                    .say("diabetic;diabétique;diabète;diabetes", DIABETIC)
                    .say(
                            "low residue;low fiber;low fibre;fiber restricted;fibre"
                                    + " restricted;restricted fiber;sans résidu;pauvre en résidu;pauvre"
                                    + " en fibre",
                            LOW_RESIDUE)
                    .say(
                            "low fat;fat restricted;pauvre en graisse;hypolipidique;sans graisse",
                            LOW_FAT)
                    .say("low potassium;pauvre en potassium;hypokaliémiant", LOW_POTASSIUM)
                    .say("low protein;hypoprotidique;pauvre en protéine", LOW_PROTEIN)
                    .say(
                            "high protein;hyperprotidique;hyperprotéiné;riche en protéine;enrichi"
                                    + " en protéine",
                            HIGH_PROTEIN)
                    .say("low calorie;hypocalorique", LOW_CALORIE)
                    .say("gluten free;sans gluten", GLUTEN_FREE)
                    .say("lactose free;sans lactose", LACTOSE_FREE)
                    .say("vegetarian;végétarien;végétarienne", VEGETARIAN)
                    .say("vegan;végan;végétalien;végétalienne", VEGAN)
                    .say("no pork;pork free;sans porc;pork;porc", NO_PORK)
                    .say("regular;normal;ordinaire;general;libre");

    static final Map<String, FoodTexture> TEXTURES =
            Map.of(
                    "226211001", FoodTexture.PUREED,
                    "228055009", FoodTexture.LIQUIDISED);

    static final FoodWords<FoodTexture> TEXTURE_WORDS =
            new FoodWords<>(FoodTexture.class)
                    .say(
                            "pureed;purée;mixé lisse;iddsi 4;iddsi niveau 4;iddsi level 4",
                            FoodTexture.PUREED)
                    .say(
                            "liquidised;liquidized;iddsi 3;iddsi niveau 3;iddsi level 3",
                            FoodTexture.LIQUIDISED)
                    .say(
                            "minced and moist;haché lubrifié;iddsi 5;iddsi niveau 5;iddsi level 5",
                            FoodTexture.MINCED_AND_MOIST)
                    .say(
                            "soft and bite sized;petits morceaux tendres;iddsi 6;iddsi niveau"
                                    + " 6;iddsi level 6",
                            FoodTexture.SOFT_AND_BITE_SIZED)
                    .say(
                            "regular;normal;ordinaire;iddsi 7;iddsi niveau 7;iddsi level 7",
                            FoodTexture.REGULAR);

    static final Map<String, DrinkThickness> FLUIDS =
            Map.of(
                    "439081000124109", DrinkThickness.THIN,
                    "439021000124105", DrinkThickness.MILDLY_THICK,
                    "439031000124108", DrinkThickness.MODERATELY_THICK,
                    "439041000124103", DrinkThickness.EXTREMELY_THICK);

    static final FoodWords<DrinkThickness> FLUID_WORDS =
            new FoodWords<>(DrinkThickness.class)
                    .say(
                            "thin;thin liquid;liquide;iddsi 0;iddsi niveau 0;iddsi level 0",
                            DrinkThickness.THIN)
                    .say(
                            "slightly thick;iddsi 1;iddsi niveau 1;iddsi level 1",
                            DrinkThickness.SLIGHTLY_THICK)
                    .say(
                            "mildly thick;nectar;nectar thick;nectar thick liquid;nectar thick"
                                    + " liquids;consistance nectar;iddsi 2;iddsi niveau 2;iddsi level"
                                    + " 2",
                            DrinkThickness.MILDLY_THICK)
                    .say(
                            "moderately thick;honey;honey thick;honey thick liquid;consistance"
                                    + " miel;iddsi 3;iddsi niveau 3;iddsi level 3",
                            DrinkThickness.MODERATELY_THICK)
                    .say(
                            "extremely thick;pudding thick;spoon thick;spoon thick liquid;iddsi 4;"
                                    + "iddsi niveau 4;iddsi level 4",
                            DrinkThickness.EXTREMELY_THICK);

    /** Words for nothing by mouth. */
    static final Set<String> FASTING_WORDS =
            Set.of(
                    Word.of("npo"),
                    Word.of("nil by mouth"),
                    Word.of("nothing by mouth"),
                    Word.of("à jeun"),
                    Word.of("jeûne"));

    private FoodCodes() {}
}

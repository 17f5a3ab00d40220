package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.meal.Allergen;
import chevet.model.meal.Course;
import chevet.model.meal.Diet;
import chevet.model.meal.Dish;
import chevet.model.meal.DrinkThickness;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.FoodTexture;
import chevet.model.meal.Refusal;
import chevet.model.meal.Tray;
import chevet.model.stay.StayId;
import chevet.ward.meal.MealRoutes;
import chevet.ward.meal.MealWarning;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class ConsoleTest {
    private ConsoleHouse house;
    private Visitor visitor;

    @BeforeEach
    void open() {
        house = new ConsoleHouse();
        visitor = new Visitor(house);
    }

    @AfterEach
    void close() {
        visitor.close();
        house.close();
    }

    /** Who may use what: this table is the decision, the routes have to follow it. */
    private static final String TABLE =
            """
            GET /                                  WARD KITCHEN DIETITIAN IT AUDIT
            POST /logout                           WARD KITCHEN DIETITIAN IT AUDIT
            GET /live/{topic}                      WARD KITCHEN DIETITIAN IT AUDIT
            GET /beds                              WARD DIETITIAN
            GET /beds/{bed}                        WARD DIETITIAN
            POST /beds/{bed}/admit                 WARD
            POST /beds/{bed}/transfer              WARD
            POST /beds/{bed}/discharge             WARD
            GET /number/of/{bed}                   WARD DIETITIAN
            POST /number/of/{bed}                  WARD
            POST /stays/put-back                   WARD
            POST /stays/end                        WARD
            GET /admissions                        WARD
            POST /admissions                       WARD
            GET /meals                             WARD KITCHEN DIETITIAN
            POST /meals/close                      KITCHEN
            GET /meals/cards.pdf                   WARD KITCHEN DIETITIAN
            GET /meals/production.pdf              WARD KITCHEN DIETITIAN
            GET /meals/production.csv              WARD KITCHEN DIETITIAN
            GET /meals/of/{bed}                    WARD DIETITIAN
            GET /meals/of/{bed}/profile            WARD DIETITIAN
            POST /meals/of/{bed}/profile           WARD DIETITIAN
            GET /meals/of/{bed}/{date}/{service}   WARD KITCHEN DIETITIAN
            POST /meals/of/{bed}/{date}/{service}  WARD KITCHEN DIETITIAN
            GET /menus                             DIETITIAN IT
            GET /menus/dishes                      DIETITIAN IT
            POST /menus/dishes                     DIETITIAN IT
            GET /menus/cycle                       DIETITIAN IT
            POST /menus/cycle                      DIETITIAN IT
            GET /accounts                          IT
            GET /accounts/list                     IT
            GET /accounts/new                      IT
            POST /accounts/new                     IT
            GET /accounts/{id}                     IT
            POST /accounts/{id}                    IT
            POST /accounts/{id}/unlock             IT
            POST /accounts/{id}/reset              IT
            POST /accounts/{id}/close              IT
            POST /accounts/{id}/reopen             IT
            GET /tv                                WARD IT
            POST /tv/read                          IT
            GET /tv/channels                       IT
            POST /tv/channels                      IT
            GET /tv/guide                          IT
            POST /tv/guide                         IT
            GET /tv/of/{bed}                       WARD DIETITIAN
            POST /tv/of/{bed}                      WARD
            GET /films                             WARD IT
            GET /films/prescribe                   WARD
            POST /films/prescribe                  WARD
            POST /films/withdraw                   WARD
            POST /films/sign                       WARD
            POST /films/remove                     IT
            GET /notices                           WARD IT
            GET /notices/write                     WARD IT
            POST /notices/write                    WARD IT
            POST /notices/withdraw                 WARD IT
            GET /staff                             IT
            GET /staff/new                         IT
            POST /staff/new                        IT
            GET /staff/file                        IT
            POST /staff/file                       IT
            GET /staff/person/{id}                 IT
            POST /staff/person/{id}                IT
            POST /staff/card/{serial}/withdraw     IT
            POST /staff/card/{serial}/back         IT
            POST /staff/card/{serial}/unlock       IT
            GET /glass                             AUDIT
            POST /glass/{id}                       AUDIT
            GET /audit                             AUDIT
            POST /audit/verify                     AUDIT
            GET /alerts                            WARD KITCHEN DIETITIAN IT AUDIT
            GET /me                                WARD KITCHEN DIETITIAN IT AUDIT
            POST /me/language                      WARD KITCHEN DIETITIAN IT AUDIT
            POST /me/password                      WARD KITCHEN DIETITIAN IT AUDIT
            GET /diets                             DIETITIAN WARD
            GET /feed                              IT WARD
            POST /feed/drop                        IT
            POST /feed/replay                      IT
            GET /requests                          WARD
            GET /requests/reply                    WARD
            POST /requests/reply                   WARD
            POST /requests/answer                  WARD
            GET /requests/of/{bed}                 WARD DIETITIAN
            POST /requests/of/{bed}/consent        WARD
            POST /requests/of/{bed}/add            WARD
            POST /requests/of/{bed}/remove         WARD
            GET /team                              WARD
            POST /team/add                         WARD
            POST /team/remove                      WARD
            POST /team/copy                        WARD
            """;

    @Test
    void everyRouteHasItsRolesAndNoOther() {
        Map<String, Set<String>> decided = new TreeMap<>();
        TABLE.lines()
                .map(line -> line.split("\\s{2,}"))
                .forEach(
                        cells -> decided.put(cells[0], new TreeSet<>(Set.of(cells[1].split(" ")))));
        Map<String, Set<String>> real = new TreeMap<>();
        house.console
                .table()
                .forEach(
                        route ->
                                real.put(
                                        route.method() + " " + route.pattern(),
                                        route.roles().stream()
                                                .map(Role::name)
                                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(real).isEqualTo(decided);
    }

    @Test
    void eachRoleIsLetInAndKeptOutAsTheTableSays() {
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(java.util.Locale.ROOT);
            house.account(login, role);
            try (Visitor one = new Visitor(house)) {
                one.login(login, ConsoleHouse.PASSWORD);
                String token = one.token();
                for (Console.Guarded route : house.console.table()) {
                    if (route.pattern().equals("/logout") || route.pattern().startsWith("/live")) {
                        continue;
                    }
                    String path =
                            route.pattern()
                                    .replace("{bed}", "212-P")
                                    .replace("{serial}", "C-1")
                                    .replace("{date}", "2026-11-21")
                                    .replace("{service}", "DINNER")
                                    .replace("{id}", "nobody");
                    int status =
                            route.method().equals("GET")
                                    ? one.get(path).statusCode()
                                    : one.post(path, Map.of("csrf", token)).statusCode();
                    assertThat(status == 403)
                            .as("%s %s as %s: %s", route.method(), path, role, status)
                            .isEqualTo(refused(route, role));
                    assertThat(status).as(path).isLessThan(500);
                }
            }
        }
    }

    /**
     * Files of admissions, menus and television, and the library, need an account of all wards
     * besides.
     */
    private static boolean refused(Console.Guarded route, Role role) {
        boolean file =
                route.method().equals("POST")
                        && Set.of(
                                        "/admissions",
                                        "/menus/dishes",
                                        "/menus/cycle",
                                        "/films/remove",
                                        "/tv/channels",
                                        "/tv/guide",
                                        "/tv/read")
                                .contains(route.pattern());
        return file || !route.roles().contains(role);
    }

    @Test
    void withoutSessionEverythingLeadsToTheLogin() {
        for (Console.Guarded route : house.console.table()) {
            if (route.method().equals("GET")) {
                HttpResponse<String> reply = visitor.get(route.pattern().replaceAll("[{}]", ""));
                assertThat(Visitor.location(reply)).as(route.pattern()).contains("/login");
            } else {
                HttpResponse<String> reply =
                        visitor.post(route.pattern().replaceAll("[{}]", ""), Map.of());
                assertThat(reply.statusCode()).as(route.pattern()).isEqualTo(401);
            }
        }
        assertThat(visitor.get("/nothing/of/ours").statusCode()).isEqualTo(404);
    }

    @Test
    void postWithoutTheSessionsTokenOrFromElsewhereIsRefused() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        String token = visitor.token();
        Map<String, String> patient = Map.of("title", "MRS", "name", "Canari", "language", "FR");
        assertThat(visitor.post("/beds/212-P/admit", patient).statusCode()).isEqualTo(403);
        assertThat(visitor.post("/beds/212-P/admit", with(patient, token + "x")).statusCode())
                .isEqualTo(403);
        assertThat(
                        visitor.post(
                                        "/beds/212-P/admit",
                                        with(patient, token),
                                        "Origin",
                                        "https://elsewhere.example")
                                .statusCode())
                .isEqualTo(403);
        assertThat(house.stays.occupied()).hasSize(24);
        assertThat(visitor.post("/beds/212-P/admit", with(patient, token)).statusCode())
                .isEqualTo(303);
        assertThat(house.stays.occupied()).hasSize(25);
    }

    private static Map<String, String> with(Map<String, String> fields, String token) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("csrf", token);
        return all;
    }

    @Test
    void wrongPasswordUnknownLoginAndLockedAccountReadTheSame() {
        house.account("anne", Role.WARD);
        String unknown = visitor.login("nobody", "wrong, and long enough").body();
        String wrong = "";
        for (int i = 0; i < 5; i++) {
            wrong = visitor.login("anne", "wrong, and long enough").body();
        }
        HttpResponse<String> locked = visitor.login("anne", ConsoleHouse.PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(wrong.replace("anne", "nobody")).isEqualTo(unknown);
        assertThat(locked.body().replace("anne", "nobody")).isEqualTo(unknown);
        house.clock.advance(Duration.ofSeconds(61));
        assertThat(Visitor.location(visitor.login("anne", ConsoleHouse.PASSWORD)))
                .contains("/beds");
    }

    @Test
    void oneAddressMayNotTryForEver() {
        for (int i = 0; i < LoginThrottle.TRIES; i++) {
            assertThat(visitor.login("nobody" + i, "x").statusCode()).isEqualTo(401);
        }
        assertThat(visitor.login("nobody", "x").statusCode()).isEqualTo(429);
        house.clock.advance(LoginThrottle.WITHIN);
        assertThat(visitor.login("nobody", "x").statusCode()).isEqualTo(401);
    }

    @Test
    void sessionEndsAfterHalfAnHourWithoutAnActWhateverThePageAsksByItself() {
        house.account("anne", Role.WARD);
        HttpResponse<String> in = visitor.login("anne", ConsoleHouse.PASSWORD);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-chevet=")
                .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/");
        house.clock.advance(Duration.ofMinutes(20));
        assertThat(visitor.get("/beds").statusCode()).isEqualTo(200);
        house.clock.advance(Duration.ofMinutes(20));
        assertThat(visitor.get("/beds", "x-live", "1").statusCode()).isEqualTo(200);
        house.clock.advance(Duration.ofMinutes(10));
        assertThat(visitor.get("/beds", "x-live", "1").statusCode()).isEqualTo(401);
        assertThat(Visitor.location(visitor.get("/beds"))).contains("/login?over=1");
    }

    @Test
    void logoutEndsTheSessionOnTheServer() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        visitor.post("/logout", Map.of("csrf", visitor.token()));
        assertThat(Visitor.location(visitor.get("/beds"))).contains("/login");
    }

    @Test
    void bedsOfOtherWardsDoNotExistForAnAccount() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        String token = visitor.token();
        assertThat(visitor.get("/beds/310-P").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/beds?ward=medecine").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/meals?ward=medecine").statusCode()).isEqualTo(404);
        assertThat(
                        visitor.post(
                                        "/beds/310-P/admit",
                                        Map.of("csrf", token, "name", "X", "title", "MR"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(
                        visitor.post("/beds/210-P/transfer", Map.of("csrf", token, "to", "310-P"))
                                .body())
                .contains("fault-to");
    }

    @Test
    void kitchenReadsNoNameAnywhere() {
        house.account("cuisine", Role.KITCHEN);
        visitor.login("cuisine", ConsoleHouse.PASSWORD);
        String page = visitor.get("/meals?date=2026-11-21&service=DINNER").body();
        assertThat(page).contains("210-P").doesNotContain("Mme L.", "M. B.");
        String choose = visitor.get("/meals/of/210-P/2026-11-21/DINNER").body();
        assertThat(choose).contains("210-P").doesNotContain("Mme L.");
    }

    @Test
    void trayThatWentOutAndNoLongerFitsIsSaidEverywhere() {
        StayId stay = house.in("211-P");
        house.table.choose(stay, ConsoleHouse.DINNER);
        house.at("14:01");
        house.meals.kitchen().close(ConsoleHouse.WARD, ConsoleHouse.DINNER, "test");
        Tray tray = house.meals.trays().tray(stay, ConsoleHouse.DINNER).orElseThrow();
        Dish main = house.meals.menus().dishes().get(tray.dishes().get(Course.MAIN));
        house.table.dislike(stay, Objects.requireNonNull(main).ingredients().iterator().next());
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        assertThat(visitor.get("/beds").body()).contains("à reprendre · soir");
        assertThat(visitor.get("/meals?date=2026-11-21&service=DINNER").body())
                .contains("Lit 211-P")
                .contains("ne le donnez pas");
        assertThat(visitor.get("/meals/of/211-P").body()).contains("ne le donnez pas");
    }

    @Test
    void courseInWhichNothingFitsIsSaidToTheWardAndTheDietitian() {
        house.table.dessertOfMilk();
        house.table.allergicToMilk(house.in("211-P"));
        house.account("anne", Role.WARD);
        house.account("diet", Role.DIETITIAN);
        String words = "incomplet, rien ne convient pour : Dessert (allergie : contient lait)";
        for (String login : List.of("anne", "diet")) {
            try (Visitor person = new Visitor(house)) {
                person.login(login, ConsoleHouse.PASSWORD);
                assertThat(person.get("/beds").body()).contains("incomplet · soir");
                assertThat(person.get("/meals?date=2026-11-21&service=DINNER").body())
                        .containsSubsequence("Lit 211-P", words);
                assertThat(person.get("/meals/of/211-P").body()).contains(words);
                assertThat(person.get("/meals/of/210-P").body()).doesNotContain(words);
            }
        }
    }

    @Test
    void everyKindOfWarningAndEveryStateHasWords() {
        for (String tag : List.of("fr", "en", "ar")) {
            Words words =
                    Objects.requireNonNull(
                            Words.read(List.of(MealRoutes.WORDS))
                                    .get(Wanted.spoken(tag).orElseThrow()));
            for (MealWarning.Kind kind : MealWarning.Kind.values()) {
                assertThat(words.has("meal.chip." + kind)).as(kind.name()).isTrue();
                assertThat(words.has("meal.warning." + kind)).as(kind.name()).isTrue();
            }
            for (Tray.State state : Tray.State.values()) {
                assertThat(words.has("meal.chip." + state)).as(state.name()).isTrue();
                assertThat(words.has("state." + state)).as(state.name()).isTrue();
            }
            for (Refusal.Code code : Refusal.Code.values()) {
                assertThat(words.has("refusal." + code)).as(code.name()).isTrue();
            }
        }
    }

    @Test
    void nameThatCannotBeReadIsRefusedInWords() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        for (String name : List.of("", "x".repeat(81), "a\u202Eb")) {
            HttpResponse<String> reply =
                    visitor.post(
                            "/beds/212-P/admit",
                            Map.of("csrf", visitor.token(), "title", "MRS", "name", name));
            assertThat(reply.statusCode()).isEqualTo(422);
            assertThat(reply.body()).contains("fault-name");
        }
    }

    @Test
    void numberThatNobodyHadAtTheAdmissionIsGivenAfterwards() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        StayId stay = house.in("214-F");
        assertThat(visitor.get("/beds/214-F").body()).contains("/number/of/214-F");
        assertThat(visitor.get("/number/of/214-F").body()).contains("Aucun numéro n’est noté");
        Map<String, String> form =
                Map.of("csrf", visitor.token(), "stay", stay.value(), "number", "8 001");
        HttpResponse<String> refused = visitor.post("/number/of/214-F", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Ce numéro ne peut pas être lu", "8 001");
        Map<String, String> right = new TreeMap<>(form);
        right.put("number", "8001");
        right.put("stay", house.in("213-F").value());
        assertThat(visitor.post("/number/of/214-F", right).statusCode()).isEqualTo(409);
        right.put("stay", stay.value());
        HttpResponse<String> given = visitor.post("/number/of/214-F", right, "HX-Request", "true");
        assertThat(given.body()).contains("Numéro noté pour le lit 214-F.", "par son numéro");
        assertThat(given.body()).doesNotContain("8001");
        assertThat(house.feed.knows(stay)).isTrue();
    }

    @Test
    void everyPartOfAFoodProfileIsSetAndTakenAwayAgain() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        StayId stay = house.in("214-F");
        Map<String, String> nothing =
                Map.of(
                        "csrf",
                        visitor.token(),
                        "stay",
                        stay.value(),
                        "confirmed",
                        "1",
                        "texture",
                        "REGULAR",
                        "thickness",
                        "THIN");
        Map<String, String> everything = new TreeMap<>(nothing);
        everything.putAll(
                Map.of(
                        "allergies",
                        "MILK",
                        "diets",
                        "LOW_SALT",
                        "texture",
                        "PUREED",
                        "thickness",
                        "MILDLY_THICK",
                        "fasting",
                        "1",
                        "from",
                        "2026-11-21T20:00",
                        "until",
                        "2026-11-22T08:00",
                        "aversions",
                        "céleri, poisson",
                        "carbohydrate",
                        "60",
                        "fluid",
                        "1000"));
        assertThat(visitor.post("/meals/of/214-F/profile", everything).statusCode()).isEqualTo(204);
        FoodProfile set = house.meals.trays().profile(stay);
        assertThat(set.aversions()).containsExactlyInAnyOrder("céleri", "poisson");
        assertThat(visitor.get("/meals/of/214-F/profile").body()).contains("céleri, poisson");
        String[] asPage = {"Sec-Fetch-Mode", "navigate"};
        assertThat(Visitor.location(visitor.get("/meals/of/214-F/profile", asPage)))
                .contains("/beds/214-F");
        assertThat(set.allergies()).containsExactly(Allergen.MILK);
        assertThat(set.diets()).containsExactly(Diet.LOW_SALT);
        assertThat(set.texture()).isEqualTo(FoodTexture.PUREED);
        assertThat(set.thickness()).isEqualTo(DrinkThickness.MILDLY_THICK);
        assertThat(set.fasting().flatMap(FoodProfile.Fasting::until)).isPresent();
        assertThat(set.carbohydrateLimit()).contains(60);
        assertThat(set.fluidLimit()).contains(1000);

        Map<String, String> fewer = new TreeMap<>(everything);
        fewer.put("aversions", "poisson");
        // A form that is sent without the page's script is taken, too.
        assertThat(visitor.post("/meals/of/214-F/profile", fewer, asPage).statusCode())
                .isEqualTo(204);
        assertThat(house.meals.trays().profile(stay).aversions()).containsExactly("poisson");
        assertThat(visitor.post("/meals/of/214-F/profile", nothing).statusCode()).isEqualTo(204);
        FoodProfile bare = FoodProfile.UNCONFIRMED;
        assertThat(house.meals.trays().profile(stay))
                .isEqualTo(
                        new FoodProfile(
                                true,
                                bare.diets(),
                                bare.allergies(),
                                bare.texture(),
                                bare.thickness(),
                                bare.fasting(),
                                bare.aversions(),
                                bare.carbohydrateLimit(),
                                bare.fluidLimit()));
    }

    @Test
    void staleFormOfAnotherPatientChangesNothing() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        String token = visitor.token();
        Map<String, String> stale = Map.of("csrf", token, "stay", "somebody-else");
        assertThat(visitor.post("/beds/210-P/discharge", stale).statusCode()).isEqualTo(422);
        assertThat(house.stays.occupied()).hasSize(24);
        assertThat(visitor.post("/meals/of/210-P/profile", stale).statusCode()).isEqualTo(422);
    }

    @Test
    void whatPeopleTypeIsEscaped() {
        house.account("anne", Role.WARD);
        visitor.login("anne", ConsoleHouse.PASSWORD);
        String page =
                visitor.post(
                                "/beds/212-P/admit",
                                Map.of(
                                        "csrf",
                                        visitor.token(),
                                        "title",
                                        "MRS",
                                        "name",
                                        "\"><script>alert(1)</script>"),
                                "hx-request",
                                "true")
                        .body();
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }
}

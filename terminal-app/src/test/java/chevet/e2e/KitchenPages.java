package chevet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.WardConfig;
import chevet.config.WardConfig.ServiceHours;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceKey;
import chevet.ward.pki.KeyStores;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The console of a running demo, as a cook who is logged in reads it, in French. */
final class KitchenPages implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As many days as can be chosen from, and one more on either side. */
    private static final int DAYS = 5;

    private static final Pattern SERVICE = Pattern.compile("&(?:amp;)?service=([A-Z]+)");
    private static final Pattern CHOSEN = Pattern.compile(">(\\d+) choisis?<");
    private static final Map<String, Course> COURSES =
            Map.of(
                    "Boisson", Course.DRINK,
                    "Pain", Course.BREAD,
                    "Entrée", Course.STARTER,
                    "Plat", Course.MAIN,
                    "Laitage", Course.DAIRY,
                    "Dessert", Course.DESSERT);

    private static final Comparator<Portion> BY_NAME =
            Comparator.comparing(Portion::course).thenComparing(portion -> portion.dish().value());

    private final WardConfig config;
    private final HttpClient client;

    /** A dish as one course. */
    record Portion(Course course, DishId dish) {}

    /**
     * One service.
     *
     * @param chosen how many trays the page says are chosen
     * @param portions what the production sheet says is to be made
     */
    record Sheet(int chosen, Map<Portion, Integer> portions) {}

    /**
     * @param ca the certificate that the terminals trust, PEM
     */
    KitchenPages(WardConfig config, Path ca) throws Exception {
        this.config = config;
        SSLContext tls = SSLContext.getInstance("TLS");
        try (InputStream pem = Files.newInputStream(ca)) {
            X509Certificate issuer =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(pem);
            tls.init(null, KeyStores.trustManagers(issuer).getTrustManagers(), null);
        }
        this.client =
                HttpClient.newBuilder().sslContext(tls).cookieHandler(new CookieManager()).build();
        HttpResponse<String> in =
                send(
                        to("/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "login=cuisine&password=demo-chevet-2026")));
        assertThat(in.statusCode()).as("login of the kitchen").isEqualTo(303);
    }

    /** The services that can be chosen at that instant. */
    Map<ServiceKey, Sheet> open(Instant at) throws Exception {
        Map<ServiceKey, Sheet> sheets = new TreeMap<>();
        LocalDate first = LocalDate.ofInstant(at, config.zone()).minusDays(1);
        for (LocalDate date : first.datesUntil(first.plusDays(DAYS)).toList()) {
            for (ServiceKey key : services(date)) {
                ServiceHours hours = config.hours(key.service());
                if (!at.isBefore(hours.opensAt(date, config.zone()))
                        && at.isBefore(hours.cutOffAt(date, config.zone()))) {
                    sheets.put(key, new Sheet(chosen(key), portions(key)));
                }
            }
        }
        return sheets;
    }

    /** Those to which the page of that day leads. */
    private List<ServiceKey> services(LocalDate date) throws Exception {
        HttpResponse<String> page = send(to("/meals?date=" + date).GET());
        List<ServiceKey> keys = new ArrayList<>();
        if (page.statusCode() == 200) {
            Matcher links = SERVICE.matcher(page.body());
            while (links.find()) {
                ServiceKey key = new ServiceKey(date, MealService.valueOf(links.group(1)));
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
            assertThat(keys).as("services of " + date).isNotEmpty();
        }
        return keys;
    }

    private int chosen(ServiceKey key) throws Exception {
        String page = good("/meals?" + query(key));
        Matcher chosen = CHOSEN.matcher(page);
        assertThat(chosen.find()).as("%s says how many have chosen", key).isTrue();
        return Integer.parseInt(chosen.group(1));
    }

    private Map<Portion, Integer> portions(ServiceKey key) throws Exception {
        String csv = good("/meals/production.csv?" + query(key));
        Map<Portion, Integer> portions = new TreeMap<>(BY_NAME);
        csv.lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .forEach(
                        cells -> {
                            assertThat(cells[1]).isEqualTo(key.date().toString());
                            Portion portion =
                                    new Portion(
                                            Objects.requireNonNull(COURSES.get(cells[2])),
                                            new DishId(cells[3]));
                            portions.merge(
                                    portion,
                                    Integer.parseInt(cells[cells.length - 1]),
                                    Integer::sum);
                        });
        return portions;
    }

    private static String query(ServiceKey key) {
        return "date=" + key.date() + "&service=" + key.service();
    }

    private String good(String path) throws Exception {
        HttpResponse<String> reply = send(to(path).GET());
        assertThat(reply.statusCode()).as(path).isEqualTo(200);
        return reply.body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                        URI.create("https://localhost:" + config.https().port() + path))
                .header("Accept-Language", "fr")
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The French names of the demo's dishes, from the file that the server imports. */
    static Map<DishId, String> names() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        WardConfig.class.getClassLoader().getResourceAsStream("demo/dishes.csv"))) {
            Map<DishId, String> names = new HashMap<>();
            Stream<String> rows =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
            rows.map(row -> row.split(";", 3))
                    .forEach(cells -> names.put(new DishId(cells[0]), cells[1]));
            return names;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

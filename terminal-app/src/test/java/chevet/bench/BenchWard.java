package chevet.bench;

import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.DishId;
import chevet.model.meal.MealService;
import chevet.model.meal.ServiceMenu;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.BedOccupancy;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.Command;
import chevet.model.wire.Event;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.pki.CertificateAuthority;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ward server in a process of its own, with as many beds as asked, a patient in each, and the
 * demo's menus.
 */
final class BenchWard implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final SiteId SITE = new SiteId("bench");
    private static final WardId WARD = new WardId("bench");

    private final Path dir;
    private final int beds;
    private final int mqttPort = Mosquitto.freePort();
    private final CertificateAuthority authority;
    private final Process process;
    private final Map<Integer, StayId> stays = new ConcurrentHashMap<>();
    private final String series = UUID.randomUUID().toString();
    private volatile Body choice = new Body("{}");

    BenchWard(Path dir, int beds) throws IOException {
        this(dir, beds, true, "");
    }

    /**
     * @param occupied somebody lies in each bed
     * @param more tables of the server's configuration
     */
    BenchWard(Path dir, int beds, boolean occupied, String more) throws IOException {
        this.dir = dir;
        this.beds = beds;
        Path config = dir.resolve("ward.toml");
        Files.writeString(config, configuration(Mosquitto.freePort()) + more);
        Files.writeString(dir.resolve("patients.csv"), patients(occupied ? beds : 0));
        for (String name : List.of("dishes.csv", "menu-cycle.csv")) {
            try (InputStream in = BenchWard.class.getResourceAsStream("/demo/" + name)) {
                Files.copy(in, dir.resolve(name));
            }
        }
        run(
                "import",
                "--config",
                config.toString(),
                "--dishes",
                dir.resolve("dishes.csv").toString(),
                "--menus",
                dir.resolve("menu-cycle.csv").toString(),
                "--patients",
                dir.resolve("patients.csv").toString(),
                "--profiles",
                dir.resolve("patients.csv").toString());
        authority = CertificateAuthority.in(dir.resolve("keys").resolve("ca"), Clock.systemUTC());
        process = start("serve", "--config", config.toString());
        Mosquitto.awaitPort(mqttPort, process);
    }

    private String configuration(int httpsPort) {
        StringBuilder beds = new StringBuilder();
        for (int i = 0; i < this.beds; i++) {
            beds.append("    { bed = \"b")
                    .append(i)
                    .append("\", terminal = \"")
                    .append(terminal(i))
                    .append("\" },\n");
        }
        return """
        [site]
        id = "%s"
        name = "Bench"
        zone = "%s"
        [server]
        data = "data"
        keys = "keys"
        [mqtt]
        port = %d
        address = "127.0.0.1"
        [https]
        port = %d
        address = "127.0.0.1"
        [meals.breakfast]
        served = "07:30"
        cut-off = "20:00"
        cut-off-days-before = 1
        [meals.lunch]
        served = "12:00"
        cut-off = "10:00"
        [meals.snack]
        served = "15:30"
        cut-off = "14:30"
        [meals.dinner]
        served = "18:30"
        cut-off = "16:30"
        [[ward]]
        id = "%s"
        name = "Bench"
        beds = [
        %s]
        """
                .formatted(SITE, ZONE, mqttPort, httpsPort, WARD, beds);
    }

    private static String patients(int beds) {
        StringBuilder lines =
                new StringBuilder(
                        "bed;title;name;language;day;confirmed;diets;allergies;texture;thickness;fasting_from;"
                                + "fasting_until;aversions;carbohydrate_limit;fluid_limit\n");
        for (int i = 0; i < beds; i++) {
            lines.append("b").append(i).append(";mrs;B.;fr;1;yes;;;7;0;;;;;\n");
        }
        return lines.toString();
    }

    WardId ward() {
        return WARD;
    }

    SiteId site() {
        return SITE;
    }

    TerminalId terminal(int place) {
        return new TerminalId("t-" + place);
    }

    int mqttPort() {
        return mqttPort;
    }

    long pid() {
        return process.pid();
    }

    /** Returns when the server listens there too. */
    void await(int port) throws IOException {
        Mosquitto.awaitPort(port, process);
    }

    CertificateAuthority authority() {
        return authority;
    }

    /** Learns from what a terminal is sent: who lies there, and what is on tomorrow evening. */
    void learn(int place, List<Event> events) {
        for (Event event : events) {
            Optional<Body> body = event.body();
            if (body.isPresent() && event.type().equals("stay.occupancy")) {
                WireCodec.lenient(body.get(), BedOccupancy.class)
                        .stay()
                        .ifPresent(stay -> stays.put(place, stay));
            } else if (body.isPresent() && event.type().equals("meal.menu")) {
                ServiceMenu menu = WireCodec.lenient(body.get(), ServiceMenu.class);
                if (menu.key().service() == MealService.DINNER
                        && menu.key().date().equals(LocalDate.now(ZONE).plusDays(1))) {
                    choice = choice(menu);
                }
            }
        }
    }

    private static Body choice(ServiceMenu menu) {
        Map<Course, DishId> dishes = new EnumMap<>(Course.class);
        menu.courses().forEach(course -> dishes.put(course.course(), course.dishes().getFirst()));
        return WireCodec.body(new ChooseTray(menu.key(), dishes));
    }

    /** True when every terminal knows its stay and there is something to choose. */
    boolean known() {
        return stays.size() == beds && choice.json().length() > 2;
    }

    /** The next choice of a terminal's patient: tomorrow's dinner, again. */
    Command tap(int place, long number, long oldest, Instant at) {
        return new Command(
                UUID.randomUUID().toString(),
                terminal(place),
                series,
                number,
                oldest,
                Optional.ofNullable(stays.get(place)),
                at,
                ChooseTray.TYPE,
                choice);
    }

    List<String> subscriptions(int place) {
        return Topics.subscribedBy(SITE, WARD, terminal(place));
    }

    private void run(String... arguments) throws IOException {
        int code = start(arguments).onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(
                    "ward-server "
                            + arguments[0]
                            + " ended with "
                            + code
                            + ": "
                            + Files.readString(dir.resolve("server.log")));
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The launcher's own flags for the server, so that what is measured is what runs.
        line.addAll(List.of(System.getProperty("chevet.server.flags", "-Xmx192m").split(" ")));
        line.add("-Djava.io.tmpdir=" + dir);
        line.addAll(
                List.of(
                        "-cp",
                        System.getProperty(
                                "chevet.server.class.path",
                                System.getProperty("java.class.path"))));
        line.add("chevet.ward.WardServer");
        line.addAll(List.of(arguments));
        return Child.start(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        dir.resolve("server.log").toFile())));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

package chevet.ward;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.config.ConfigFile;
import chevet.config.Reading;
import chevet.config.WardConfig;
import chevet.model.meal.ChooseTray;
import chevet.model.meal.Course;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.meal.FoodProfile;
import chevet.model.meal.MealRule;
import chevet.model.meal.ServiceMenu;
import chevet.model.meal.Tray;
import chevet.model.meal.Verdict;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.Patient;
import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.model.wire.Command;
import chevet.model.wire.Down;
import chevet.model.wire.Outcome;
import chevet.model.wire.Topics;
import chevet.model.wire.WireCodec;
import chevet.ward.db.Databases;
import chevet.ward.pki.KeyStores;
import chevet.ward.stay.Admission;
import chevet.ward.stay.StayResult;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole server over a PostgreSQL that its configuration names. */
@Timeout(180)
@Tag("slow")
class PostgresWardTest {
    @TempDir Path directory;

    @Test
    void aMealIsChosenOverTheRealRoad() throws Exception {
        WardConfig config = config();
        assertThat(
                        WardServer.run(
                                "import",
                                "--config",
                                directory.resolve("ward.toml").toString(),
                                "--dishes",
                                demo("dishes.csv"),
                                "--menus",
                                demo("menu-cycle.csv")))
                .isEqualTo(WardServer.DONE);
        WardConfig.Ward ward = config.wards().getFirst();
        WardConfig.Bed bed = ward.beds().getFirst();
        try (Wiring wiring = new Wiring(config, Clock.systemUTC())) {
            wiring.serve();
            Patient patient = new Patient(Patient.Title.MRS, "Postgres", Language.FR);
            StayResult admitted =
                    wiring.features().stays().admit(new Admission(patient, bed.bed()), "test");
            assertThat(admitted).isInstanceOf(StayResult.Done.class);
            StayId stay =
                    Objects.requireNonNull(wiring.features().stays().occupied().get(bed.bed()));
            assertThat(wiring.features().stays().patient(stay)).contains(patient);
            ServiceMenu menu = open(wiring, ward.id());
            ChooseTray choice = new ChooseTray(menu.key(), safe(wiring, menu));

            Outcome outcome = tap(wiring, ward.id(), bed.terminal(), stay, choice);

            assertThat(outcome.status()).as("%s", outcome).isEqualTo(Outcome.Status.ACCEPTED);
            assertThat(
                            wiring.features()
                                    .meals()
                                    .kitchen()
                                    .sheet(ward.id(), menu.key())
                                    .orElseThrow()
                                    .trays())
                    .singleElement()
                    .satisfies(
                            tray -> {
                                assertThat(tray.stay()).isEqualTo(stay);
                                assertThat(tray.tray().state()).isEqualTo(Tray.State.CHOSEN);
                                assertThat(tray.tray().dishes()).isEqualTo(choice.dishes());
                            });
        }
        assertThat(config.data().resolve("ward.db")).doesNotExist();
    }

    private WardConfig config() throws IOException {
        Path file = directory.resolve("ward.toml");
        Files.writeString(
                file,
                resource("ward.toml")
                        .replace("8883", "0")
                        .replace("8443", "0")
                        .replace("2575", "0")
                        .replace(
                                "keys = \"keys\"",
                                "keys = \"keys\"\ndatabase = \"" + Databases.postgresUrl() + "\""));
        return switch (ConfigFile.ward(file)) {
            case Reading.Good<WardConfig>(WardConfig config) -> config;
            case Reading.Faulty<WardConfig> faulty ->
                    throw new AssertionError(faulty.problems().toString());
        };
    }

    private String demo(String name) throws IOException {
        return Files.writeString(directory.resolve(name), resource(name)).toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WardServer.class.getResourceAsStream("/demo/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** The last of the menus that can be chosen: its cut-off does not fall into this test. */
    private static ServiceMenu open(Wiring wiring, WardId ward) {
        Instant now = Instant.now();
        return wiring.features().meals().menus().menus(ward).stream()
                .filter(menu -> !now.isBefore(menu.opens()) && now.isBefore(menu.cutOff()))
                .filter(menu -> !safe(wiring, menu).isEmpty())
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** One dish a course of those that are safe for all: nobody has confirmed a profile yet. */
    private static Map<Course, DishId> safe(Wiring wiring, ServiceMenu menu) {
        Map<DishId, Dish> dishes = wiring.features().meals().menus().dishes();
        Map<Course, DishId> tray = new EnumMap<>(Course.class);
        for (ServiceMenu.CourseMenu course : menu.courses()) {
            course.dishes().stream()
                    .filter(
                            id ->
                                    Optional.ofNullable(dishes.get(id))
                                            .map(
                                                    dish ->
                                                            MealRule.judge(
                                                                    dish,
                                                                    FoodProfile.UNCONFIRMED,
                                                                    course.course(),
                                                                    menu))
                                            .filter(Verdict.Offered.class::isInstance)
                                            .isPresent())
                    .findFirst()
                    .ifPresent(id -> tray.put(course.course(), id));
        }
        return Map.copyOf(tray);
    }

    /** As a terminal does: mutual TLS, its own topics, the outcome on its own. */
    private static Outcome tap(
            Wiring wiring, WardId ward, TerminalId terminal, StayId stay, ChooseTray choice)
            throws InterruptedException {
        Command command =
                new Command(
                        "01a20000-0000-7000-8000-000000000001",
                        terminal,
                        "01a20000-0000-7000-8000-000000000000",
                        1,
                        1,
                        Optional.of(stay),
                        Instant.now(),
                        ChooseTray.TYPE,
                        WireCodec.body(choice));
        Mqtt5BlockingClient client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(terminal.value())
                        .serverHost("127.0.0.1")
                        .serverPort(wiring.mqttPort())
                        .sslConfig(
                                MqttClientSslConfig.builder()
                                        .keyManagerFactory(
                                                KeyStores.keyManagers(
                                                        wiring.authority().terminal(terminal),
                                                        wiring.authority().certificate()))
                                        .trustManagerFactory(
                                                KeyStores.trustManagers(
                                                        wiring.authority().certificate()))
                                        .protocols(List.of("TLSv1.3"))
                                        .handshakeTimeout(60, TimeUnit.SECONDS)
                                        .build())
                        .buildBlocking();
        client.connect();
        try (Mqtt5BlockingClient.Mqtt5Publishes down =
                client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith()
                    .topicFilter(Topics.down(ward, terminal))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            client.publishWith()
                    .topic(Topics.up(ward, terminal))
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(WireCodec.bytes(command))
                    .send();
            while (true) {
                Mqtt5Publish message = down.receive(30, TimeUnit.SECONDS).orElseThrow();
                if (WireCodec.down(message.getPayloadAsBytes())
                        instanceof Down.Outcomes(List<Outcome> outcomes)) {
                    return outcomes.getFirst();
                }
            }
        } finally {
            client.disconnect();
        }
    }
}

package chevet.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chevet.cardroom.CardRoom;
import chevet.config.TerminalConfig;
import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.text.Language;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.Pem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program's own window over real files. */
@Tag("slow")
class KioskTest {
    private static final long LIMIT = Duration.ofSeconds(60).toNanos();

    @TempDir Path folder;

    /** The kiosk's card reader is this JVM's first: where pcscd is, its library asks only once. */
    @BeforeAll
    static void theReadersAreThere() {
        assertThat(CardRoom.open().cards()).isDirectory();
    }

    private TerminalConfig config(Path data) throws Exception {
        CertificateAuthority ca =
                CertificateAuthority.in(folder.resolve("ca"), InstantSource.system());
        TerminalId terminal = new TerminalId("t-214-F");
        Identity identity = ca.terminal(terminal);
        return new TerminalConfig(
                terminal,
                new SiteId("site"),
                new WardId("ward"),
                new BedId("214-F"),
                ZoneId.of("Europe/Paris"),
                new TerminalConfig.Server("localhost", 1, 1),
                new TerminalConfig.Tls(
                        Files.writeString(folder.resolve("ca.pem"), Pem.of(ca.certificate())),
                        Files.writeString(folder.resolve("cert.pem"), identity.certificatePem()),
                        Files.writeString(folder.resolve("key.pem"), identity.keyPem())),
                data,
                folder.resolve("keys"),
                Language.FR,
                Duration.ofMinutes(3),
                Optional.empty(),
                TerminalConfig.Tv.USUAL,
                1);
    }

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + LIMIT;
        while (!Bedside.onScreen(done::getAsBoolean)) {
            assertThat(System.nanoTime()).as("it never came: " + what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static Optional<Node> found(Stage stage, String selector) {
        return Optional.ofNullable(stage.getScene().lookup(selector));
    }

    @Test
    void theThreadThatDrawsOpensNoFiles() throws Exception {
        Path data = folder.resolve("data");
        Kiosk.plan(config(data), true);
        Kiosk kiosk = new Kiosk();
        assertThatThrownBy(() -> Bedside.onScreen(kiosk::init))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("files, SQL and network are not for this thread");
        assertThat(data).doesNotExist();
    }

    @Test
    void terminalThatCannotOpenItsFilesSaysSoAndComesUpByItselfOnceItCan() throws Exception {
        // A file where the folder is to be refuses what a full disk refuses.
        Path data = Files.writeString(folder.resolve("data"), "in the way");
        Kiosk.plan(config(data), true);
        Kiosk kiosk = new Kiosk(Duration.ofMillis(200));
        Bedside.onScreen(() -> {});
        kiosk.init();
        Stage stage = Bedside.onScreen(() -> new Stage());
        Bedside.onScreen(() -> kiosk.start(stage));
        try {
            assertThat(Bedside.onScreen(() -> found(stage, "#not-yet"))).isPresent();
            assertThat(Bedside.onScreen(() -> found(stage, ".top-bar"))).isEmpty();
            Files.delete(data);
            await("the home screen", () -> found(stage, ".top-bar").isPresent());
            assertThat(Bedside.onScreen(() -> found(stage, "#not-yet"))).isEmpty();
            assertThat(data).isDirectory();
        } finally {
            Bedside.onScreen(kiosk::stop);
            Bedside.onScreen(stage::close);
        }
    }
}

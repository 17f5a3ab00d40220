package chevet.ward.console;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.stay.StayId;
import chevet.ward.hl7.MllpListener;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What waits of the hospital's feed, and terminals that have to say that they have erased. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
final class FeedPageTest {
    private ConsoleHouse house;
    private MllpListener listener;
    private Chromium chromium;
    private int control;

    @BeforeAll
    void open() throws IOException {
        house = new ConsoleHouse();
        house.account("all", true, Optional.empty(), Role.values());
        listener = new MllpListener(house.feed, Optional.empty());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            send(socket, "A01", "1", "Dupond", "OPH^999^X");
            control--;
            send(socket, "A01", "1", "Dupond", "OPH^999^X");
            send(socket, "A17", "2", "Durand", "OPH^210^P");
            send(socket, "A01", "3", "", "OPH^211^P");
            send(socket, "A01", "4", "Leroy", "OPH^310^P");
            send(socket, "A01", "5", "Lemoine", "OPH^310^P");
        }
        StayId gone = house.in("214-F");
        house.stays.discharge(gone, "test");
        house.clock.advance(Duration.ofMinutes(2));
        house.stays.discharge(house.in("213-F"), "test");
        chromium = new Chromium(house.url());
    }

    @AfterAll
    void close() {
        chromium.close();
        listener.close();
        house.close();
    }

    private void send(Socket socket, String event, String visit, String name, String place)
            throws IOException {
        String text =
                "MSH|^~\\&|GAM|CHU|CHEVET|CHU|20261121123000||ADT^"
                        + event
                        + "^ADT_A01|c"
                        + ++control
                        + "|P|2.5|||||FRA|UNICODE UTF-8\rEVN||20261121123000\rPID|1||p"
                        + visit
                        + "^^^CHU^PI||"
                        + name
                        + "^Anne^^^^^D||19610304|F\rPV1|1|I|"
                        + place
                        + "||||||||||||||||v"
                        + visit
                        + "\r";
        socket.getOutputStream()
                .write(("\u000b" + text + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next != 0x1C; next = in.read()) {
            assertThat(next).isNotNegative();
        }
        assertThat(in.read()).isEqualTo('\r');
    }

    @Test
    void everyPageIsWithoutFaultForEveryEye() {
        List<String> faults =
                new Everybody(chromium)
                        .goes(
                                (page, look) -> {
                                    Chromium.login(page, "all");
                                    page.navigate("/feed");
                                    assertThat(page.locator("[id^=held-]").count()).isEqualTo(3);
                                    look.accept("feed");
                                    page.locator("[id^=held-]").last().scrollIntoViewIfNeeded();
                                    look.accept("feed-list");
                                    page.locator("[data-open^=ask-]").first().click();
                                    page.waitForSelector("dialog[open]");
                                    look.accept("feed-drop");
                                    page.navigate("/beds");
                                    page.waitForSelector("#alerts .notice");
                                    look.accept("feed-beds");
                                    page.navigate("/beds/214-F");
                                    page.waitForSelector("#wipes");
                                    look.accept("feed-wipes");
                                    page.navigate("/beds/213-F");
                                    page.locator("#wipes").scrollIntoViewIfNeeded();
                                    look.accept("feed-wiping");
                                });
        assertThat(faults).isEmpty();
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void whatIsTakenOnceMoreSaysWhyItStillWaits() {
        Page page = chromium.as("all");
        page.navigate("/feed");
        page.locator("tr:has-text('OPH^999^X') button[id^=replay-]").click();
        page.waitForSelector("#said:not(:empty)");
        assertThat(page.locator("[id^=held-]").count()).isEqualTo(3);
        Chromium.picture(page, "feed-replayed");
    }
}

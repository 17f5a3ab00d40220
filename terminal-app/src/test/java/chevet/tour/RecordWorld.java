package chevet.tour;

import chevet.cardroom.CardRoom;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.device.card.PcscReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The demo ward in a process of its own, a FHIR server beside it, and one whole terminal with a
 * real pcscd. Only the metal of the card is not real.
 */
final class RecordWorld implements AutoCloseable {
    private static final String BED = "210-P";
    private static final String CODE = "1234";

    /** Gives the PIN each time: no grace would shorten what is measured. */
    private static final String CARD = "medecin";

    final WardProcess ward;
    final Seat seat;
    private final Path folder;
    final FhirFolder fhir;
    private final CardRoom room;
    private final CardReader reader;

    RecordWorld(Path world) throws IOException {
        folder = world.resolve("ward");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        fhir = new FhirFolder(record(), port);
        ward =
                new WardProcess(
                        folder,
                        config ->
                                config.replace(
                                        "fhir = \"record\"",
                                        "fhir = \"http://127.0.0.1:" + port + "/fhir\""));
        room = CardRoom.open();
        room.copy(ward.cards());
        reader = PcscReader.find();
        seat =
                new Seat(
                        ward.terminals().stream()
                                .filter(each -> each.bed().value().equals(BED))
                                .findFirst()
                                .orElseThrow(),
                        reader);
        seat.read(seat.words("meal.title"));
    }

    /** The resources that the FHIR server reads at each request. */
    Path record() {
        return folder.resolve("record");
    }

    /** Where server and terminal keep things. */
    Path folder() {
        return folder;
    }

    /** Puts the card in and gives the code but for its last digit. */
    void card() {
        room.in(CARD);
        seat.await("#staff-code");
        for (String digit : CODE.substring(0, CODE.length() - 1).split("")) {
            seat.tapFace(digit);
        }
    }

    /** From the last digit of the PIN to the whole record on the screen. */
    Duration record(String reading) {
        long start = System.nanoTime();
        opened();
        whole(reading);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The last digit of the PIN; what comes of it is not waited for. */
    void opened() {
        seat.tapFace(CODE.substring(CODE.length() - 1));
        seat.tap("#staff-ok");
    }

    /** The whole record is on the screen. */
    void whole(String reading) {
        Wait.until("the record", () -> seat.has("#record-who") && !seat.text().contains(reading));
    }

    void out() {
        room.out(0);
        Wait.until("the patient's screen", () -> !seat.has("#staff"));
    }

    @Override
    public void close() {
        room.out(0);
        seat.close();
        reader.close();
        ward.close();
        fhir.close();
    }
}

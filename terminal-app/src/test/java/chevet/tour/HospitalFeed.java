package chevet.tour;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** What the hospital's own system sends to the ward: the demo's samples, by MLLP. */
final class HospitalFeed {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
                    .withZone(ZoneId.of("Europe/Paris"));
    private static final int START = 0x0B;
    private static final int END = 0x1C;

    private final int port;

    HospitalFeed(int port) {
        this.port = port;
    }

    /** Sends that sample and returns the answer. */
    String send(String sample) throws IOException {
        String message;
        try (InputStream in =
                Objects.requireNonNull(
                        HospitalFeed.class.getResourceAsStream("/demo/hl7/" + sample + ".hl7"),
                        sample)) {
            message = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        message =
                message.replace("{now}", TIME.format(Instant.now()))
                        .replace("{id}", UUID.randomUUID().toString().substring(0, 18))
                        .replace('\n', '\r');
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(START);
            frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
            frame.write(END);
            frame.write('\r');
            socket.getOutputStream().write(frame.toByteArray());
            InputStream in = new BufferedInputStream(socket.getInputStream());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && next != END; next = in.read()) {
                answer.write(next);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}

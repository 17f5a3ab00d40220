package chevet.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hospital's engine on one connection, which does not wait for acknowledgements. Of every two
 * beds one patient after the other comes, is told of anew, is moved to the second, gets a diet, and
 * goes.
 */
final class Hl7Sender implements Load.Tap, AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ", Locale.ROOT)
                    .withZone(ZoneId.of("Europe/Paris"));
    private static final int STEPS = 8;
    private static final int START = 0x0B;
    private static final int END = 0x1C;

    private final Socket socket;
    private final int pairs;
    private final Load load;
    private final AtomicLong notAccepted = new AtomicLong();

    Hl7Sender(int port, int beds, Load load) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.pairs = beds / 2;
        this.load = load;
        Thread.ofPlatform().daemon().name("acks").start(this::listen);
    }

    static String place(int bed) {
        return "U^" + bed + "^1";
    }

    /** Answers that were no AA. */
    long notAccepted() {
        return notAccepted.get();
    }

    @Override
    public String prepare(long number) {
        return "n" + number;
    }

    @Override
    public void send(long number) {
        byte[] text = message(number).getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[text.length + 3];
        frame[0] = START;
        System.arraycopy(text, 0, frame, 1, text.length);
        frame[text.length + 1] = END;
        frame[text.length + 2] = '\r';
        try {
            socket.getOutputStream().write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String message(long number) {
        int pair = (int) (number % pairs);
        long round = number / pairs;
        int step = (int) (round % STEPS);
        String who = pair + "-" + round / STEPS;
        String type =
                switch (step) {
                    case 0 -> "ADT^A01^ADT_A01";
                    case 3 -> "ADT^A02^ADT_A02";
                    case 4 -> "OMD^O03^OMD_O03";
                    case 7 -> "ADT^A03^ADT_A03";
                    default -> "ADT^A08^ADT_A01";
                };
        String now = TIME.format(Instant.now());
        String place = place(pair * 2 + (step < 3 ? 0 : 1));
        String head =
                "MSH|^~\\&|GAM|CHU|CHEVET|CHU|"
                        + now
                        + "||"
                        + type
                        + "|n"
                        + number
                        + "|P|2.5|||||FRA|UNICODE UTF-8\r";
        String who3 =
                "PID|1||P"
                        + who
                        + "^^^CHU^PI||PATIENT^Anne^^^^^D||19610304|F\rPV1|1|I|"
                        + place
                        + "||||||||||||||||V"
                        + who
                        + "^^^CHU\r";
        return type.startsWith("OMD")
                ? head + who3 + "ORC|NW|1\rODS|D||SEL^Sans sel\r"
                : head + "EVN||" + now + "\r" + who3;
    }

    private void listen() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == START) {
                    frame.reset();
                } else if (next == END) {
                    heard(frame.toString(StandardCharsets.UTF_8));
                } else {
                    frame.write(next);
                }
            }
        } catch (IOException e) {
            // Closed by us, or what is missing is counted as not answered.
            load.answered("");
        }
    }

    private void heard(String ack) {
        String[] msa = ack.substring(ack.indexOf("MSA|")).split("[|\r]", 4);
        if (!msa[1].equals("AA")) {
            notAccepted.incrementAndGet();
        }
        load.answered(msa[2]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

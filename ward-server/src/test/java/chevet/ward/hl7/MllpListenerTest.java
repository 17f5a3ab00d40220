package chevet.ward.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.ward.db.Databases;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MllpListenerTest {
    @Test
    void answersInOrderThoughTheSenderDoesNotWait() throws IOException {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            try (MllpListener listener = new MllpListener(feed.feed, Optional.empty());
                    Socket socket = connect(listener)) {
                int most = 12_000 / 60;
                List<String> controls = new ArrayList<>();
                OutputStream out = socket.getOutputStream();
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        for (int i = 0; i < most; i++) {
                                            Mllp.write(
                                                    out,
                                                    feed.message("A08")
                                                            .of("a")
                                                            .control("n" + i)
                                                            .bytes());
                                        }
                                    } catch (IOException e) {
                                        throw new java.io.UncheckedIOException(e);
                                    }
                                });
                Mllp answers = new Mllp(socket.getInputStream());
                for (int i = 0; i < most; i++) {
                    controls.add(control(answers));
                }
                for (int i = 0; i < most; i++) {
                    assertThat(controls.get(i)).isEqualTo("AA n" + i);
                }
            }
        }
    }

    @Test
    void rubbishClosesItsOwnConnectionOnly() throws IOException {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            try (MllpListener listener = new MllpListener(feed.feed, Optional.empty());
                    Socket good = connect(listener)) {
                for (byte[] rubbish :
                        List.of(
                                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                                new byte[] {0x0B, 'M', 'S', 'H', 0x1C, 'x'},
                                tooLong())) {
                    try (Socket bad = connect(listener)) {
                        assertThat(closedAfter(bad, rubbish)).isTrue();
                    }
                }
                try (Socket half = connect(listener)) {
                    half.getOutputStream().write(new byte[] {0x0B, 'M', 'S'});
                    half.getOutputStream().flush();
                    Mllp.write(
                            good.getOutputStream(),
                            feed.message("A01").of("a").in("210-P").control("ok").bytes());
                    assertThat(control(new Mllp(good.getInputStream()))).isEqualTo("AA ok");
                }
                assertThat(feed.in("210-P")).contains("Canaria");
            }
        }
    }

    @Test
    void whatIsNoMessageIsHeldAndRefused() throws IOException {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            try (MllpListener listener = new MllpListener(feed.feed, Optional.empty());
                    Socket socket = connect(listener)) {
                Mllp.write(socket.getOutputStream(), "Bonjour".getBytes(StandardCharsets.UTF_8));
                assertThat(control(new Mllp(socket.getInputStream()))).isEqualTo("AE ");
            }
            assertThat(feed.feed.waiting()).extracting(Held::reason).containsExactly("not-hl7");
        }
    }

    @Test
    void speaksTlsAndWantsACertificateWhereItIsConfigured(@TempDir Path directory)
            throws IOException {
        try (Databases databases = Databases.sqlite()) {
            FeedHouse feed = new FeedHouse(databases);
            CertificateAuthority own =
                    CertificateAuthority.in(directory.resolve("own"), Clock.systemUTC());
            Identity server = own.server(List.of());
            SSLContext context = KeyStores.context(server, own.certificate());
            try (MllpListener listener = new MllpListener(feed.feed, Optional.of(context));
                    Socket socket =
                            context.getSocketFactory()
                                    .createSocket(
                                            InetAddress.getLoopbackAddress(), listener.port())) {
                Mllp.write(
                        socket.getOutputStream(),
                        feed.message("A01").of("a").in("210-P").control("tls").bytes());
                assertThat(control(new Mllp(socket.getInputStream()))).isEqualTo("AA tls");
                try (Socket plain = connect(listener)) {
                    assertThat(closedAfter(plain, feed.message("A01").of("b").bytes())).isTrue();
                } catch (SSLException e) {
                    assertThat(e).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,10.1.2.3,true",
        "10.1.2.4,10.1.2.3,false",
        "10.1.2.4,10.1.0.0/16,true",
        "10.2.2.4,10.1.0.0/16,false",
        "10.1.2.4,0.0.0.0/0,true",
        "::1,::1,true",
        "10.1.2.4,::1,false",
    })
    void knowsItsSendersByAddress(String address, String network, boolean within) {
        assertThat(MllpListener.within(InetAddress.ofLiteral(address), network)).isEqualTo(within);
    }

    private static byte[] tooLong() {
        byte[] bytes = new byte[Mllp.LONGEST + 10];
        java.util.Arrays.fill(bytes, (byte) 'x');
        bytes[0] = 0x0B;
        return bytes;
    }

    private static Socket connect(MllpListener listener) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static boolean closedAfter(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            // What TLS answers to plain text comes before the end.
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Code and control id of the next acknowledgement. */
    private static String control(Mllp answers) throws IOException {
        String ack = new String(answers.next(() -> {}).orElseThrow(), StandardCharsets.UTF_8);
        String msa = ack.substring(ack.indexOf("MSA|") + 4);
        String[] fields = msa.substring(0, msa.indexOf('\r')).split("\\|", -1);
        return fields[0] + " " + fields[1];
    }
}

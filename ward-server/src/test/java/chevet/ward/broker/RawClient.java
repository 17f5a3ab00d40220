package chevet.ward.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** MQTT 5 packets by hand, for what no client library sends. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(Socket socket) {
        this.socket = socket;
    }

    void send(byte[] packet) {
        try {
            socket.getOutputStream().write(packet);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects with a clean start and awaits the CONNACK. */
    void connect(String client) {
        send(connectPacket(client));
        awaitAccepted();
    }

    void connect(String client, String willTopic, String will) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        // Clean start and a will of QoS 1.
        head(body, 0b0000_1110);
        text(body, client);
        body.write(0);
        text(body, willTopic);
        text(body, will);
        send(packet(0x10, body));
        awaitAccepted();
    }

    void subscribe(String filter) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        body.write(1);
        body.write(0);
        text(body, filter);
        body.write(1);
        send(packet(0x82, body));
    }

    void publishRetained(String topic) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        body.write(0);
        send(packet(0x31, body));
    }

    /** Returns when the server has closed the connection. */
    void readToEnd() {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // What it says before it closes is not looked at.
            }
        } catch (SocketException e) {
            // A reset is an end too.
            assertThat(e).hasMessageContaining("eset");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] connectPacket(String client) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        head(body, 0b0000_0010);
        text(body, client);
        return packet(0x10, body);
    }

    private static void head(ByteArrayOutputStream body, int flags) {
        text(body, "MQTT");
        body.write(5);
        body.write(flags);
        body.write(0);
        body.write(30);
        body.write(0);
    }

    private void awaitAccepted() {
        try {
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo(0x20);
            int length = in.read();
            byte[] rest = in.readNBytes(length);
            assertThat(rest[1]).as("reason code").isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packet(int type, ByteArrayOutputStream body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        int length = body.size();
        do {
            int digit = length % 128;
            length /= 128;
            out.write(length > 0 ? digit | 0x80 : digit);
        } while (length > 0);
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length & 0xff);
        out.writeBytes(bytes);
    }
}

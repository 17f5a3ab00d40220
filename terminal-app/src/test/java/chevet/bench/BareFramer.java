package chevet.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Takes MLLP frames, acknowledges each by its control id, and keeps nothing. Prints its port. */
public final class BareFramer {
    private static final int START = 0x0B;
    private static final int END = 0x1C;

    private BareFramer() {}

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.setTcpNoDelay(true);
                    answer(socket);
                }
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == START) {
                frame.reset();
            } else if (next == END) {
                String control = frame.toString(StandardCharsets.UTF_8).split("\\|", 11)[9];
                out.write(
                        ("\u000bMSH|^~\\&|BARE||GAM|CHU|20261122000000||ACK|1|P|2.5\rMSA|AA|"
                                        + control
                                        + "\r\u001c\r")
                                .getBytes(StandardCharsets.UTF_8));
            } else {
                frame.write(next);
            }
        }
    }
}

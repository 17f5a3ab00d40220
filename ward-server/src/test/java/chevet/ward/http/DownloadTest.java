package chevet.ward.http;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.ward.http.Download.Result;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final int LIMIT = 10;

    @TempDir Path directory;
    private HttpServer server;
    private final Download download = new Download();

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/short", exchange -> answer(exchange, 200, "0123456789"));
        server.createContext("/long", exchange -> answer(exchange, 200, "0123456789a"));
        server.createContext("/gone", exchange -> answer(exchange, 404, "not here"));
        server.createContext(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/short");
                    answer(exchange, 302, "");
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        download.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Result get(String path) {
        return download.get(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), LIMIT);
    }

    private static String text(Result result) {
        return switch (result) {
            case Result.Content(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Result.Failed(String why) -> why;
        };
    }

    @Test
    void whatIsThereComesWholeAlsoFromWhereItHasMoved() {
        assertThat(get("/short")).isInstanceOf(Result.Content.class);
        assertThat(text(get("/short"))).isEqualTo("0123456789");
        assertThat(text(get("/moved"))).isEqualTo("0123456789");
    }

    @Test
    void whatIsTooLongIsNotTaken() {
        assertThat(text(get("/long"))).isEqualTo("longer than 10 bytes");
    }

    @Test
    void anotherStatusSaysWhich() {
        assertThat(text(get("/gone"))).isEqualTo("HTTP 404");
    }

    @Test
    void aServerThatIsNotThereIsAnAnswerToo() {
        server.stop(0);
        assertThat(get("/short")).isInstanceOf(Result.Failed.class);
    }

    @Test
    void filesAreReadWithinTheSameLimit() throws IOException {
        Path file = Files.writeString(directory.resolve("a"), "0123456789");
        assertThat(text(download.get(file.toUri(), LIMIT))).isEqualTo("0123456789");
        assertThat(text(download.get(file.toUri(), 9))).isEqualTo("longer than 9 bytes");
        assertThat(text(download.get(directory.resolve("b").toUri(), LIMIT)))
                .isEqualTo("no such file");
    }
}

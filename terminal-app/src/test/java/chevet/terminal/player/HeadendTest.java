package chevet.terminal.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeadendTest {
    @Test
    void anAnswerThatBeginsAndNeverGoesOnIsNoSignal() throws Exception {
        HttpServer server = server("#EXTM3U\n");
        try (ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();
                Headend headend = new Headend(answers, Duration.ofMillis(500))) {
            URI address =
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/live.m3u8");
            assertThat(headend.look(address).get(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Headend.Found.Nothing.class,
                            nothing -> assertThat(nothing.why()).isEqualTo(Trouble.NO_SIGNAL));
            assertThat(headend.list(address)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    /** Answers with that beginning of something longer, and then keeps silent. */
    private static HttpServer server(String beginning) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] some = beginning.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write(some);
                    exchange.getResponseBody().flush();
                });
        server.setExecutor(Runnable::run);
        server.start();
        return server;
    }
}

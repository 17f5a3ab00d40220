package chevet.ward.http;

import chevet.config.WardConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTPS server: TLS, limits, security headers, files, and {@code /healthz} and {@code /metrics}
 * beside the routes it is given. Every action runs on a virtual thread.
 */
public final class HttpDoor implements AutoCloseable {
    private static final int HEADER_LIMIT = 16 * 1024;
    private static final int IDLE_MILLIS = 60_000;

    private final Server server;
    private final ServerConnector connector;
    private final LiveHub live;

    /**
     * @param listener where browsers connect
     * @param tls with the server's identity
     * @param healthy asked at {@code /healthz}
     */
    public HttpDoor(
            WardConfig.Listener listener,
            SSLContext tls,
            Routes routes,
            LiveHub live,
            PrometheusMeterRegistry meters,
            BooleanSupplier healthy) {
        this.live = live;
        // Selectors block in the kernel and would hold carrier threads: only actions are virtual.
        QueuedThreadPool threads = new QueuedThreadPool(24, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        this.server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_LIMIT);
        SecureRequestCustomizer secure = new SecureRequestCustomizer();
        // A terminal or a tunnel may know this server by a name that is not in its certificate.
        secure.setSniHostCheck(false);
        http.addCustomizer(secure);
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setSslContext(tls);
        ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        this.connector =
                new ServerConnector(
                        server,
                        1,
                        1,
                        new SslConnectionFactory(ssl, "http/1.1"),
                        new HttpConnectionFactory(http));
        connector.setHost(listener.address());
        connector.setPort(listener.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new DoorHandler(routes, live, meters, healthy));
        Gauge.builder("chevet.http.open.pages", live, LiveHub::readers)
                .description("Console pages that are open and told of changes")
                .register(meters);
    }

    /**
     * Opens the port.
     *
     * @throws HttpException when it is taken
     */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new HttpException("HTTPS did not start on port " + connector.getPort(), e);
        }
    }

    /** Where browsers connect, once started. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        live.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new HttpException("HTTPS did not stop", e);
        }
    }
}

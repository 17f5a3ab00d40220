package chevet.bench;

import chevet.config.WardConfig;
import chevet.config.pack.ObjectStore;
import chevet.ward.http.HttpDoor;
import chevet.ward.http.LiveHub;
import chevet.ward.http.Routes;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.KeyStores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The ward server's HTTPS door over a folder of objects, in a process of its own: says its port,
 * then what memory it holds at each line that it is sent.
 */
public final class ObjectServer {
    private ObjectServer() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        CertificateAuthority ca = CertificateAuthority.in(folder.resolve("ca"), Clock.systemUTC());
        ObjectStore store =
                ObjectStore.open(folder.resolve("content"), Long.MAX_VALUE, Clock.systemUTC());
        LiveHub live = new LiveHub();
        HttpDoor door =
                new HttpDoor(
                        new WardConfig.Listener("127.0.0.1", 0),
                        KeyStores.context(ca.server(List.of()), ca.certificate()),
                        new Routes().objects(store),
                        live,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> true);
        door.start();
        System.out.println(door.port());
        BufferedReader asked =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (asked.readLine() != null) {
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            long direct =
                    ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                            .filter(pool -> pool.getName().equals("direct"))
                            .mapToLong(BufferPoolMXBean::getMemoryUsed)
                            .sum();
            System.out.println((heap >> 20) + " MB of heap, " + (direct >> 20) + " MB direct");
        }
        door.close();
    }
}

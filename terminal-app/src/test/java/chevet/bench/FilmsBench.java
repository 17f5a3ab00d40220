package chevet.bench;

import chevet.config.pack.ObjectSource;
import chevet.config.pack.ObjectStore;
import chevet.model.pack.ObjectRef;
import chevet.terminal.Folders;
import chevet.terminal.fetch.HttpObjects;
import chevet.ward.pki.CertificateAuthority;
import chevet.ward.pki.Identity;
import chevet.ward.pki.KeyStores;
import chevet.ward.pki.Pem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Many terminals fetch one film at once over TLS: what a gigabyte costs the server, beside nginx
 * with the same certificate and the same file in the same run. The terminals read and throw away,
 * so that both servers are asked as hard.
 */
@CommandLine.Command(
        name = "bench films",
        mixinStandardHelpOptions = true,
        description = "What a gigabyte of films costs the server, beside nginx.")
public final class FilmsBench implements Callable<Integer> {
    @Option(names = "--terminals", description = "that fetch at once (30)")
    private int terminals = 30;

    @Option(names = "--megabytes", description = "of the film (200)")
    private int megabytes = 200;

    @Option(names = "--rounds", description = "how often each is measured (3)")
    private int rounds = 3;

    public static void main(String[] args) {
        System.exit(new CommandLine(new FilmsBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.make("films");
        try {
            run(folder);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void run(Path folder) throws Exception {
        CertificateAuthority ca = CertificateAuthority.in(folder.resolve("ca"), Clock.systemUTC());
        Identity identity = ca.server(List.of());
        Files.writeString(
                folder.resolve("cert.pem"), identity.certificatePem() + Pem.of(ca.certificate()));
        Files.writeString(folder.resolve("key.pem"), identity.keyPem());
        ObjectStore store =
                ObjectStore.open(folder.resolve("content"), Long.MAX_VALUE, Clock.systemUTC());
        ObjectRef film = store.keep(new Noise(megabytes * 1_000_000L), "video/mp4");
        SSLContext tls = KeyStores.context(identity, ca.certificate());
        Process ours = ours(folder);
        int port;
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(ours.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(Optional.ofNullable(said.readLine()).orElse("0"));
        int theirPort = Mosquitto.freePort();
        Process theirs = nginx(folder, theirPort);
        try {
            Mosquitto.awaitPort(theirPort, theirs);
            fetch(tls, port, film, 4);
            fetch(tls, theirPort, film, 4);
            System.out.printf(
                    Locale.ROOT,
                    "%d terminals, one film of %d MB, TLS 1.3%n",
                    terminals,
                    megabytes);
            List<Double> ratios = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                double a = measured("ward server", tls, port, film, List.of(ours.pid()));
                System.out.println("    " + memory(ours, said));
                double b = measured("nginx", tls, theirPort, film, workers(theirs));
                ratios.add(a / b);
            }
            ratios.sort(Comparator.naturalOrder());
            System.out.printf(
                    Locale.ROOT, "CPU per GB, ratio: median %.2f%n", ratios.get(rounds / 2));
        } finally {
            theirs.destroy();
            ours.getOutputStream().close();
            ours.onExit().join();
            theirs.onExit().join();
        }
    }

    private double measured(String name, SSLContext tls, int port, ObjectRef film, List<Long> pids)
            throws Exception {
        double before = cpu(pids);
        long start = System.nanoTime();
        fetch(tls, port, film, terminals);
        double seconds = (System.nanoTime() - start) / 1e9;
        double gigabytes = film.bytes() * terminals / 1e9;
        double each = (cpu(pids) - before) / gigabytes;
        System.out.printf(
                Locale.ROOT,
                "%-12s %5.2f s of CPU per GB, %6.0f MB/s, at most %d MB RSS%n",
                name,
                each,
                gigabytes * 1000 / seconds,
                pids.stream().mapToLong(pid -> ProcessFigures.of(pid).peakMegabytes()).sum());
        return each;
    }

    private static double cpu(List<Long> pids) {
        return pids.stream().mapToDouble(pid -> ProcessFigures.of(pid).cpuSeconds()).sum();
    }

    private static void fetch(SSLContext tls, int port, ObjectRef film, int count)
            throws Exception {
        URI root = URI.create("https://localhost:" + port + "/");
        try (ExecutorService all = Executors.newFixedThreadPool(count)) {
            List<Future<Long>> running =
                    IntStream.range(0, count)
                            .mapToObj(_ -> all.submit(() -> read(root, tls, film)))
                            .toList();
            for (Future<Long> each : running) {
                if (each.get() != film.bytes()) {
                    throw new IOException("a film came short");
                }
            }
        }
    }

    private static long read(URI root, SSLContext tls, ObjectRef film) throws Exception {
        try (HttpObjects http = new HttpObjects(root, tls)) {
            if (!(http.from(film, 0) instanceof ObjectSource.Answer.Bytes answer)) {
                throw new IOException("no film");
            }
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            try (InputStream in = answer.bytes()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    all += read;
                }
            }
            return all;
        }
    }

    private static String memory(Process server, BufferedReader said) throws IOException {
        Writer out = server.outputWriter(StandardCharsets.UTF_8);
        out.write("\n");
        out.flush();
        return Optional.ofNullable(said.readLine()).orElse("gone");
    }

    private static Process ours(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("chevet.server.flags", "-Xmx256m").strip().split(" +")));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        ObjectServer.class.getName(),
                        folder.toString()));
        return Child.start(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    private static Process nginx(Path folder, int port) throws IOException {
        Path config = folder.resolve("nginx.conf");
        Files.writeString(
                config,
                """
                daemon off;
                user root;
                worker_processes 2;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log error;
                events { worker_connections 256; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    server {
                        listen 127.0.0.1:%2$d ssl;
                        ssl_certificate %1$s/cert.pem;
                        ssl_certificate_key %1$s/key.pem;
                        ssl_protocols TLSv1.3;
                        root %1$s/content;
                    }
                }
                """
                        .formatted(folder, port));
        return Child.start(
                new ProcessBuilder("/usr/sbin/nginx", "-c", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.out").toFile()));
    }

    private static List<Long> workers(Process nginx) {
        return nginx.descendants().map(ProcessHandle::pid).toList();
    }

    /** So many bytes that nobody can press together. */
    private static final class Noise extends InputStream {
        private final Random random = new Random(1);
        private long left;

        Noise(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            byte[] some = new byte[(int) Math.min(length, left)];
            random.nextBytes(some);
            System.arraycopy(some, 0, into, from, some.length);
            left -= some.length;
            return some.length;
        }
    }
}

package chevet.tour;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A FHIR server of a folder, in a process of its own: {@code FhirFolder FOLDER PORT}. It searches a
 * type by {@code identifier}, {@code _id} or {@code patient}, and reads the folder at each request.
 * What it is told to hold back comes but for its last byte.
 */
final class FhirFolder implements AutoCloseable {
    private static final long HELD = Duration.ofMillis(20).toNanos();

    private final Path folder;
    private final Process process;

    /** Starts it; returns when it listens. */
    FhirFolder(Path folder, int port) throws IOException {
        this.folder = folder;
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FhirFolder.class.getName(),
                                folder.toString(),
                                String.valueOf(port))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Wait.until("a FHIR server", () -> listens(port));
    }

    private static boolean listens(int port) {
        try (Socket tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return tried.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** No answer about resources of that type is whole until they are released. */
    void hold(String type) throws IOException {
        Files.createFile(held(folder, type));
    }

    void release(String type) throws IOException {
        Files.delete(held(folder, type));
    }

    private static Path held(Path folder, String type) {
        return folder.resolve("held-" + type);
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])),
                        0);
        server.createContext("/fhir/", exchange -> answer(exchange, folder));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        String type = exchange.getRequestURI().getPath().substring("/fhir/".length());
        String query = exchange.getRequestURI().getQuery();
        List<String> wanted =
                Stream.of(query.split("&"))
                        .filter(p -> p.matches("(identifier|_id|patient)=.*"))
                        .map(p -> URLDecoder.decode(p, StandardCharsets.UTF_8))
                        .map(FhirFolder::mark)
                        .toList();
        String entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries =
                    files.filter(file -> file.getFileName().toString().startsWith(type + "-"))
                            .map(FhirFolder::text)
                            .filter(text -> wanted.stream().allMatch(text::contains))
                            .map(text -> "{\"resource\":" + text + "}")
                            .collect(Collectors.joining(","));
        }
        byte[] bundle =
                ("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(200, bundle.length);
        exchange.getResponseBody().write(bundle, 0, bundle.length - 1);
        exchange.getResponseBody().flush();
        while (Files.exists(held(folder, type))) {
            LockSupport.parkNanos(HELD);
        }
        exchange.getResponseBody().write(bundle[bundle.length - 1]);
        exchange.close();
    }

    /** What a resource has in it that the parameter selects. */
    private static String mark(String parameter) {
        String value = parameter.substring(parameter.indexOf('=') + 1);
        return switch (parameter.substring(0, parameter.indexOf('='))) {
            case "identifier" -> "\"" + value.substring(value.indexOf('|') + 1) + "\"";
            case "_id" -> "\"id\":\"" + value + "\"";
            default -> "\"Patient/" + value + "\"";
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package chevet.cardroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import chevet.terminal.Folders;
import chevet.terminal.virtualcard.VirtualCards;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * pcscd with two virtual readers in a network of its own, one for this JVM: its library asks once
 * where pcscd is. It ends with the JVM.
 */
public final class CardRoom {
    private static Optional<CardRoom> room = Optional.empty();

    private final Path folder;
    private final Path cards;
    private final Writer said;
    private final BufferedReader heard;

    private CardRoom(Path folder) throws IOException, URISyntaxException {
        this.folder = folder;
        this.cards = Files.createDirectories(folder.resolve("cards"));
        Path script =
                Path.of(
                        Objects.requireNonNull(VirtualCards.class.getResource("readers.sh"))
                                .toURI());
        Process process =
                new ProcessBuilder(
                                List.of(
                                        "sh",
                                        script.toString(),
                                        folder.toString(),
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx64m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        Path.of(
                                                        VirtualCards.class
                                                                .getProtectionDomain()
                                                                .getCodeSource()
                                                                .getLocation()
                                                                .toURI())
                                                .toString(),
                                        VirtualCards.class.getName(),
                                        cards.toString()))
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
        said = new OutputStreamWriter(process.getOutputStream(), UTF_8);
        heard = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        environment("PCSCLITE_CSOCK_NAME", folder.resolve("pcscd.comm").toString());
        say("list");
    }

    /** The room of this JVM, with nothing in its readers. */
    public static synchronized CardRoom open() {
        try {
            if (room.isEmpty()) {
                room = Optional.of(new CardRoom(Folders.make("card-room")));
            }
            CardRoom open = room.get();
            open.out(0);
            open.out(1);
            return open;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process process, Path folder) {
        process.destroy();
        process.onExit().join();
        Folders.delete(folder);
    }

    /** Where a card's files are put: a folder of its name. */
    public Path cards() {
        return cards;
    }

    /** Takes the cards of another folder over, each under its name. */
    public void copy(Path from) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = cards.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void in(String name) {
        say("in " + name);
    }

    public void in(String name, int reader) {
        say("in " + name + " " + reader);
    }

    /** Put in, and pulled out in the middle of that APDU. */
    public void pulled(String name, int apdus) {
        say("pull " + name + " " + apdus);
    }

    public void out() {
        out(0);
    }

    public void out(int reader) {
        say("out " + reader);
    }

    /** Kills pcscd; it comes again by itself a moment later. */
    public void kill() {
        try {
            String written = Files.readString(folder.resolve("pcscd.pid"));
            long pid = Long.parseLong(written.replaceAll("[^0-9]", ""));
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void say(String line) {
        try {
            said.write(line + "\n");
            said.flush();
            String answer = heard.readLine();
            if (answer == null || !answer.startsWith("ok")) {
                throw new AssertionError(
                        line + ": " + answer + " " + Files.readString(folder.resolve("errors")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this process: libpcsclite asks for it when it is first used. */
    @SuppressWarnings("restricted") // No other way sets what this very process was given.
    private static void environment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            int done =
                    (int)
                            linker.downcallHandle(
                                            linker.defaultLookup().find("setenv").orElseThrow(),
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.ADDRESS,
                                                    ValueLayout.JAVA_INT))
                                    .invokeExact(
                                            arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (done != 0) {
                throw new IllegalStateException("setenv " + done);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

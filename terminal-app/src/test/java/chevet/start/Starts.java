package chevet.start;

import chevet.terminal.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How tests start Java programs that live for seconds: over jars, and with what a JVM has kept of a
 * rehearsal, where there was one. It is of exactly these jars, or the JVM lets it lie and starts as
 * ever. Several programs at once make each thing once. Safe for all threads.
 */
public final class Starts {
    /**
     * The same for all: what was kept under other ones of the modules' or the heap's is not used.
     */
    private static final List<String> FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "-Dfile.encoding=UTF-8",
                    "-XX:+UseSerialGC",
                    // They live for seconds: the second compiler would take more than it gives.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    // What a program writes is read by others.
                    "-Xlog:disable",
                    "-Xlog:all=warning:stderr");

    private static final class Here {
        static final Starts STARTS = open(Path.of("target", "starts"));
    }

    private final Path folder;
    private final PackedPath path;

    private Starts(Path folder, PackedPath path) {
        this.folder = folder;
        this.path = path;
    }

    /** Of this program's own class path. */
    public static Starts here() {
        return Here.STARTS;
    }

    private static Starts open(Path folder) {
        try {
            Path jars = Files.createDirectories(folder.toAbsolutePath().normalize());
            // Of two programs that begin together one packs: a jar that is written again is
            // another.
            try (FileChannel door = door(jars);
                    FileLock _ = door.lock()) {
                return new Starts(
                        jars, PackedPath.of(System.getProperty("java.class.path", ""), jars));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel door(Path folder) throws IOException {
        return FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** The beginning of a command, up to the settings and the main class. */
    public List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        if (Files.exists(kept())) {
            command.add("-XX:AOTCache=" + kept());
        }
        command.addAll(List.of("-cp", path.text()));
        return command;
    }

    /** What a JVM keeps belongs to its version too. */
    private Path kept() {
        return folder.resolve(path.mark() + "-" + System.getProperty("java.vm.version") + ".aot");
    }

    /** Makes something once for this class path; it has the name only when it is whole. */
    interface Making {
        void make(Path half) throws Exception;
    }

    /** A program that is started, and ended by itself when enough was seen. */
    public interface Rehearsing {
        /**
         * @param java the beginning of its command
         */
        void run(List<String> java) throws Exception;
    }

    /**
     * Lets a program run whose JVM keeps what it has loaded and linked; does nothing where it is
     * kept already. Where the JVM cannot keep it, programs start as ever.
     */
    public void rehearse(Rehearsing program) {
        once(
                kept(),
                half -> {
                    List<String> java = java();
                    java.add("-XX:AOTCacheOutput=" + half);
                    program.run(java);
                });
    }

    /**
     * Makes a file or a folder beside the jars, unless it is there.
     *
     * @param name of it; another class path has another one
     * @return where it is
     */
    Path once(String name, Making making) {
        return once(folder.resolve(path.mark() + "-" + name), making);
    }

    private synchronized Path once(Path whole, Making making) {
        // Also so that what is being made may ask for what was made before.
        if (Files.exists(whole)) {
            return whole;
        }
        try (FileChannel door = door(folder);
                FileLock _ = door.lock()) {
            if (!Files.exists(whole)) {
                forgetOthers();
                Path half = whole.resolveSibling("half-" + whole.getFileName());
                if (Files.exists(half)) {
                    Folders.delete(half);
                }
                making.make(half);
                if (Files.exists(half)) {
                    Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return whole;
        } catch (Exception e) {
            throw new IllegalStateException(whole.getFileName() + " could not be made", e);
        }
    }

    /** Each is large, and of no use to the classes as they are now. */
    private void forgetOthers() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(this::ofOthers).toList()) {
                Folders.delete(each);
            }
        }
    }

    private boolean ofOthers(Path each) {
        String name = each.getFileName().toString();
        return name.endsWith(".jar")
                ? !path.text().contains(name)
                : name.contains("-") && !name.contains(path.mark());
    }
}

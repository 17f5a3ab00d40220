package chevet.config.pack;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where an object store's files lie: whole ones below {@code objects}, named by their hash; what is
 * on its way below {@code staging}. Links are never followed: a name is a hash or it is not ours.
 */
final class ObjectFiles {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String PART = ".part";

    private final Path objects;
    private final Path staging;

    ObjectFiles(Path root) throws IOException {
        this.objects = root.resolve("objects");
        this.staging = root.resolve("staging");
        Files.createDirectories(objects);
        Files.createDirectories(staging);
        force(root);
    }

    Path object(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return objects.resolve(sha256.substring(0, 2));
    }

    Path part(String sha256) {
        return staging.resolve(sha256 + PART);
    }

    /** A new empty file below staging, for bytes whose hash is not known yet. */
    Path unnamed() throws IOException {
        return Files.createTempFile(staging, "", ".new");
    }

    long usableSpace() throws IOException {
        return Files.getFileStore(staging).getUsableSpace();
    }

    /**
     * From staging to the objects, whole at every moment. The bytes have to be {@link #force
     * forced} before, or a cut of the power could leave a name without them; durable when it
     * returns.
     */
    void publish(Path staged, String sha256) throws IOException {
        Path folder = folder(sha256);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder);
            force(objects);
        }
        Files.move(staged, folder.resolve(sha256), ATOMIC_MOVE);
        force(folder);
    }

    /** From the objects back to staging: who has it open goes on reading the same file. */
    void setAside(String sha256) throws IOException {
        Files.move(object(sha256), part(sha256), ATOMIC_MOVE);
    }

    /** Makes a file's bytes, or a directory's names, survive a cut of the power. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void used(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    /** Removes what a program that was killed left unnamed. */
    void clear() throws IOException {
        try (Stream<Path> files = Files.list(staging)) {
            for (Path file : files.toList()) {
                if (hash(file, PART).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Map<String, Ledger.Entry> objects() throws IOException {
        Map<String, Ledger.Entry> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(objects, 2)) {
            gather(files, file -> hash(file, ""), found::put);
        }
        return found;
    }

    Map<String, Ledger.Entry> parts() throws IOException {
        Map<String, Ledger.Entry> found = new HashMap<>();
        try (Stream<Path> files = Files.list(staging)) {
            gather(files, file -> hash(file, PART), found::put);
        }
        return found;
    }

    private static void gather(
            Stream<Path> files,
            Function<Path, Optional<String>> name,
            BiConsumer<String, Ledger.Entry> to)
            throws IOException {
        for (Path file : files.toList()) {
            Optional<String> hash = name.apply(file);
            if (hash.isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Instant used = Files.getLastModifiedTime(file).toInstant();
                to.accept(hash.get(), new Ledger.Entry(Files.size(file), used));
            }
        }
    }

    private static Optional<String> hash(Path file, String end) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(end)) {
            return Optional.empty();
        }
        String hash = name.substring(0, name.length() - end.length());
        return NAME.matcher(hash).matches() ? Optional.of(hash) : Optional.empty();
    }
}

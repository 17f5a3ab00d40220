package chevet.terminal.link;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import chevet.model.stay.StayId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of 32 bytes a stay, named by the stay, readable by the kiosk's user only, in a directory
 * apart from the data.
 */
public final class FileKeys implements TerminalKeys {
    private static final String SUFFIX = ".key";
    private final Apart apart;
    private final Path directory;
    private final SecureRandom random = new SecureRandom();
    private final Map<StayId, Seal> seals = new HashMap<>();

    /**
     * @param directory made where it is not there
     */
    public FileKeys(Path directory) {
        this(directory, Apart.ANYWHERE);
    }

    /**
     * As above.
     *
     * @param apart asked at each touch of a file
     */
    public FileKeys(Path directory, Apart apart) {
        this.apart = apart;
        apart.check();
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            if (posix()) {
                Files.setPosixFilePermissions(
                        directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void make(StayId stay) {
        if (seal(stay) != null) {
            return;
        }
        byte[] key = new byte[Seal.KEY];
        random.nextBytes(key);
        Path fresh = directory.resolve(stay + ".new");
        try {
            Files.deleteIfExists(fresh);
            if (posix()) {
                Files.createFile(
                        fresh,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            write(fresh, key);
            Files.move(fresh, file(stay), StandardCopyOption.ATOMIC_MOVE);
            syncDirectory();
        } catch (IOException e) {
            throw new TerminalStore.StoreException("key of stay " + stay, e);
        }
        seals.put(stay, new Seal(key, random));
    }

    @Override
    public Set<StayId> stays() {
        apart.check();
        try (Stream<Path> files = Files.list(directory)) {
            Set<StayId> stays = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> new StayId(name.substring(0, name.length() - SUFFIX.length())))
                    .forEach(stays::add);
            return stays;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] seal(StayId stay, String place, byte[] plain) {
        return there(stay).seal(place, plain);
    }

    @Override
    public byte[] open(StayId stay, String place, byte[] sealed) {
        return there(stay).open(place, sealed);
    }

    @Override
    public void destroy(StayId stay) {
        apart.check();
        Seal seal = seals.remove(stay);
        if (seal != null) {
            seal.forget();
        }
        try {
            if (Files.exists(file(stay))) {
                byte[] noise = new byte[Seal.KEY];
                random.nextBytes(noise);
                overwrite(file(stay), noise);
                Files.delete(file(stay));
                syncDirectory();
            }
        } catch (IOException e) {
            throw new TerminalStore.StoreException("key of stay " + stay, e);
        }
    }

    private Seal there(StayId stay) {
        Seal seal = seal(stay);
        if (seal == null) {
            throw new Seal.Broken("no key for stay " + stay, null);
        }
        return seal;
    }

    private @Nullable Seal seal(StayId stay) {
        apart.check();
        Seal known = seals.get(stay);
        if (known != null || !Files.exists(file(stay))) {
            return known;
        }
        try {
            Seal read = new Seal(Files.readAllBytes(file(stay)), random);
            seals.put(stay, read);
            return read;
        } catch (IOException e) {
            throw new TerminalStore.StoreException("key of stay " + stay, e);
        }
    }

    private Path file(StayId stay) {
        return directory.resolve(stay + SUFFIX);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force(true);
        }
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        // Without TRUNCATE: the bytes must land on the blocks that held the key.
        try (FileChannel out = FileChannel.open(file, WRITE)) {
            out.write(ByteBuffer.wrap(bytes), 0);
            out.force(true);
        }
    }

    private void syncDirectory() throws IOException {
        if (posix()) {
            // A name that was made or removed is on disk only when its directory is.
            try (FileChannel names = FileChannel.open(directory, READ)) {
                names.force(true);
            }
        }
    }

    private boolean posix() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A folder of objects named by their hashes: what is below {@code objects} is whole and right at
 * every moment, also after a cut of the power. What a disk spoils of it later is found by who reads
 * it, and is no object any more. It stays within a quota: the longest unused goes first, what is
 * pinned or held stays. When a file was used is its time of modification, so that it is known after
 * a restart too. Safe for all threads; one store a folder.
 */
public final class ObjectStore {
    /** So much of the disk is left to others. */
    private static final long SPARE = 64L << 20;

    private static final int BUFFER = 1 << 16;

    private final ObjectFiles files;
    private final Clock clock;
    private final Space space;
    private final Ledger ledger;
    private final Map<String, Long> proven = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition growth = lock.newCondition();
    private Consumer<String> lost = _ -> {};

    /** Asks how many bytes the disk still has. */
    interface Space {
        long usable() throws IOException;
    }

    private ObjectStore(ObjectFiles files, long quota, Clock clock, Space space)
            throws IOException {
        this.files = files;
        this.clock = clock;
        this.space = space;
        files.clear();
        this.ledger = new Ledger(quota, files.objects(), files.parts());
    }

    /**
     * Opens the store in a folder, which is made where it is missing.
     *
     * @param quota in bytes, of all objects together and what is on its way
     * @param clock says when an object was used
     * @throws StoreException when the folder cannot be read or written
     */
    public static ObjectStore open(Path root, long quota, Clock clock) {
        return open(root, quota, clock, Optional.empty());
    }

    static ObjectStore open(Path root, long quota, Clock clock, Optional<Space> space) {
        try {
            ObjectFiles files = new ObjectFiles(root);
            return new ObjectStore(files, quota, clock, space.orElse(files::usableSpace));
        } catch (IOException e) {
            throw new StoreException("no object store in " + root, e);
        }
    }

    /** The object's file, and its use noted; empty where it is not here whole. */
    public Optional<Path> find(String sha256) {
        lock.lock();
        try {
            return here(sha256) ? touched(sha256) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** The length of an object that is here whole; this is no use of it. */
    public OptionalLong length(String sha256) {
        lock.lock();
        try {
            return ledger.object(sha256)
                    .map(entry -> OptionalLong.of(entry.bytes()))
                    .orElse(OptionalLong.empty());
        } finally {
            lock.unlock();
        }
    }

    /** Empty where somebody has taken the file away: it is no object then. */
    private Optional<Path> touched(String sha256) {
        Path file = files.object(sha256);
        Instant now = clock.instant();
        ledger.touch(sha256, now);
        try {
            ObjectFiles.used(file, now);
        } catch (NoSuchFileException _) {
            ledger.gone(new Ledger.Going(sha256, false));
            lost.accept(sha256);
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("object not there: " + sha256, e);
        }
        return Optional.of(file);
    }

    /**
     * Hears of each object that turns out not to be what its name says, or to be gone: on the
     * thread that found it, under the store's lock.
     */
    public void whenLost(Consumer<String> told) {
        lock.lock();
        try {
            lost = told;
        } finally {
            lock.unlock();
        }
    }

    /** True where the object is here whole, and so is what proves it while it is read. */
    public boolean provable(ObjectRef object) {
        lock.lock();
        try {
            return here(object.sha256()) && object.chunks().map(this::here).orElse(true);
        } finally {
            lock.unlock();
        }
    }

    /**
     * An object's bytes as its name says them; one whose file the disk has changed is none, and
     * forgotten.
     *
     * @throws StoreException when the disk does not do it
     */
    public Optional<byte[]> bytes(ObjectRef object) {
        Optional<Path> file = find(object.sha256());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = bytes(file.get());
        if (Sha256.of(bytes).equals(object.sha256())) {
            return Optional.of(bytes);
        }
        doubt(object);
        return Optional.empty();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StoreException("object not read: " + file.getFileName(), e);
        }
    }

    /**
     * Begins to take an object, or goes on where an earlier transfer ended. Its chunk list is used
     * where it is an object of this store already; bring it first.
     *
     * @throws StoreException when the disk does not do it
     */
    public Taking take(ObjectRef object) {
        String sha256 = object.sha256();
        Optional<ChunkList> chunks;
        lock.lock();
        try {
            Optional<Ledger.Entry> here = ledger.object(sha256);
            if (here.isPresent() && here.get().bytes() != object.bytes()) {
                return new Taking.Refused(Fault.WRONG_LENGTH);
            }
            Optional<Path> file = here.isPresent() ? touched(sha256) : Optional.empty();
            if (file.isPresent()) {
                return new Taking.Present(file.get());
            }
            if (ledger.taking(sha256)) {
                return new Taking.Refused(Fault.BUSY);
            }
            boolean listed = object.chunks().map(this::here).orElse(false);
            Optional<byte[]> list = object.chunkList().flatMap(this::bytes);
            chunks = list.flatMap(bytes -> ChunkList.of(object, bytes));
            if (listed && chunks.isEmpty()) {
                return new Taking.Refused(
                        list.isPresent() ? Fault.WRONG_LENGTH : Fault.WRONG_CHUNK);
            }
            Optional<Fault> fault = reserve(object);
            if (fault.isPresent()) {
                return new Taking.Refused(fault.get());
            }
        } catch (IOException e) {
            throw new StoreException("no room made for " + sha256, e);
        } finally {
            lock.unlock();
        }
        try {
            return new Taking.Open(new Intake(this, object, chunks, files.part(sha256)));
        } catch (IOException e) {
            leave(sha256, 0);
            throw new StoreException("object not begun: " + sha256, e);
        }
    }

    private boolean here(String sha256) {
        return ledger.object(sha256).isPresent();
    }

    private Optional<Fault> reserve(ObjectRef object) throws IOException {
        String sha256 = object.sha256();
        Optional<List<Ledger.Going>> going =
                ledger.room(sha256, object.bytes(), space.usable() - SPARE);
        if (going.isEmpty()) {
            return Optional.of(
                    ledger.fits(sha256, object.bytes()) ? Fault.NO_SPACE : Fault.OVER_QUOTA);
        }
        for (Ledger.Going each : going.get()) {
            remove(each);
        }
        ledger.reserve(sha256, object.bytes());
        return Optional.empty();
    }

    private void remove(Ledger.Going going) throws IOException {
        Files.deleteIfExists(
                going.part() ? files.part(going.sha256()) : files.object(going.sha256()));
        ledger.gone(going);
        if (going.part()) {
            proven.remove(going.sha256());
        }
    }

    /**
     * Keeps bytes of our own as an object, with a chunk list where they are longer than a chunk.
     * The quota does not hold back what is our own.
     *
     * @throws StoreException when the disk does not do it
     */
    public ObjectRef keep(InputStream bytes, String mediaType) {
        try {
            Path staged = files.unnamed();
            MessageDigest whole = Sha256.digest();
            ChunkList.Maker chunks = new ChunkList.Maker();
            long length = 0;
            try (OutputStream out = Files.newOutputStream(staged)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    out.write(buffer, 0, read);
                    whole.update(buffer, 0, read);
                    chunks.update(buffer, read);
                    length += read;
                }
            }
            Optional<String> list = Optional.empty();
            if (length > ObjectRef.CHUNK) {
                list = Optional.of(keep(chunks.list(), ObjectRef.CHUNK_LIST).sha256());
            }
            ObjectRef object = new ObjectRef(Sha256.hex(whole.digest()), length, mediaType, list);
            publish(object, staged);
            return object;
        } catch (IOException e) {
            throw new StoreException("object not kept", e);
        }
    }

    /** Keeps bytes of our own as an object. */
    public ObjectRef keep(byte[] bytes, String mediaType) {
        return keep(new ByteArrayInputStream(bytes), mediaType);
    }

    /**
     * The name that bytes would have as an object, without a chunk list: to ask whether it is here.
     */
    public static ObjectRef named(byte[] bytes, String mediaType) {
        return new ObjectRef(Sha256.of(bytes), bytes.length, mediaType);
    }

    void publish(ObjectRef object, Path staged) throws IOException {
        ObjectFiles.force(staged);
        lock.lock();
        try {
            files.publish(staged, object.sha256());
            Instant now = clock.instant();
            ObjectFiles.used(files.object(object.sha256()), now);
            ledger.whole(object.sha256(), object.bytes(), now);
            proven.remove(object.sha256());
            growth.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void grown(String sha256, long bytes) {
        lock.lock();
        try {
            proven.put(sha256, bytes);
            growth.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void shrunk(String sha256) {
        lock.lock();
        try {
            proven.remove(sha256);
            growth.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void leave(String sha256, long bytes) {
        lock.lock();
        try {
            ledger.leave(sha256, bytes, clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /**
     * What this owner wants to stay, in place of what it wanted before; their chunk lists stay with
     * them. Not remembered over a restart.
     */
    public void pin(String owner, Collection<ObjectRef> objects) {
        Set<String> hashes = new HashSet<>();
        for (ObjectRef object : objects) {
            hashes.add(object.sha256());
            object.chunks().ifPresent(hashes::add);
        }
        lock.lock();
        try {
            ledger.pin(owner, hashes);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes an object at once; what is pinned or held stays.
     *
     * @throws StoreException when the disk does not do it
     */
    public void forget(String sha256) {
        lock.lock();
        try {
            if (here(sha256) && !ledger.pinned(sha256)) {
                remove(new Ledger.Going(sha256, false));
            }
        } catch (IOException e) {
            throw new StoreException("object not removed: " + sha256, e);
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that objects take and that are promised to transfers. */
    public long used() {
        lock.lock();
        try {
            return ledger.used();
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes of it, from its beginning, are here and proven. */
    public long proven(ObjectRef object) {
        lock.lock();
        try {
            return here(object.sha256())
                    ? object.bytes()
                    : proven.getOrDefault(object.sha256(), 0L);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until more than so many bytes of it are proven.
     *
     * @return how many then are; not more than {@code beyond} when the limit came first
     */
    public long await(ObjectRef object, long beyond, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (proven(object) <= beyond && nanos > 0) {
                nanos = growth.awaitNanos(nanos);
            }
            return proven(object);
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was read of an object is not what its name says: it is on its way again, from the first
     * byte that is wrong on where it has a chunk list.
     *
     * @throws StoreException when the disk does not do it
     */
    void doubt(ObjectRef object) {
        String sha256 = object.sha256();
        lock.lock();
        try {
            if (!here(sha256)) {
                // Another reader was quicker, or it has never been whole: whoever goes on with it
                // reads anew what lies there.
                if (!ledger.taking(sha256)) {
                    proven.remove(sha256);
                }
                return;
            }
            if (object.chunks().isPresent() && Files.exists(files.object(sha256))) {
                files.setAside(sha256);
                ledger.gone(new Ledger.Going(sha256, false));
                ledger.leave(sha256, Files.size(files.part(sha256)), clock.instant());
            } else {
                remove(new Ledger.Going(sha256, false));
            }
            lost.accept(sha256);
        } catch (IOException e) {
            throw new StoreException("object not put aside: " + sha256, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads an object that is here or on its way; it stays until the reading is closed. Empty where
     * nothing of it has come yet.
     *
     * @throws StoreException when the disk does not do it
     */
    public Optional<Reading> read(ObjectRef object) {
        lock.lock();
        try {
            String sha256 = object.sha256();
            Optional<Path> file = here(sha256) ? touched(sha256) : Optional.of(files.part(sha256));
            if (file.isEmpty() || !Files.exists(file.get())) {
                return Optional.empty();
            }
            Optional<ChunkList> chunks =
                    object.chunkList()
                            .flatMap(this::bytes)
                            .flatMap(bytes -> ChunkList.of(object, bytes));
            FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ);
            ledger.hold(sha256);
            return Optional.of(new Reading(this, object, channel, chunks));
        } catch (IOException e) {
            throw new StoreException("object not opened: " + object.sha256(), e);
        } finally {
            lock.unlock();
        }
    }

    void release(String sha256) {
        lock.lock();
        try {
            ledger.release(sha256);
        } finally {
            lock.unlock();
        }
    }
}

package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * One object on its way into the store: its bytes in their order, proven chunk by chunk where it
 * has a chunk list. Its room is reserved from the beginning. For one thread; closing it without
 * {@link #finish} keeps what is proven for another time.
 */
public final class Intake implements AutoCloseable {
    private static final int READING = 1 << 16;

    private final ObjectStore store;
    private final ObjectRef object;
    private final Optional<ChunkList> chunks;
    private final Path part;
    private final FileChannel channel;
    private MessageDigest whole = Sha256.digest();
    private MessageDigest wholeBeforeChunk = Sha256.copy(whole);
    private MessageDigest chunk = Sha256.digest();
    private long offset;
    private boolean closed;

    Intake(ObjectStore store, ObjectRef object, Optional<ChunkList> chunks, Path part)
            throws IOException {
        this.store = store;
        this.object = object;
        this.chunks = chunks;
        this.part = part;
        if (Files.isSymbolicLink(part)) {
            Files.delete(part);
        }
        this.channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        resume();
    }

    /**
     * Reads what lies in staging once more: after a cut of the power it need not be what it was.
     */
    private void resume() throws IOException {
        long there = Math.min(channel.size(), object.bytes());
        ByteBuffer buffer = ByteBuffer.allocate(READING);
        boolean right = true;
        while (right && offset < there) {
            buffer.clear().limit((int) Math.min(READING, there - offset));
            int read = channel.read(buffer, offset);
            if (read <= 0) {
                break;
            }
            right = take(buffer.array(), 0, read).isEmpty();
        }
        backToChunk();
    }

    /** What is being brought. */
    public ObjectRef object() {
        return object;
    }

    /** So many bytes are there; the next one to write is this one's. */
    public long offset() {
        return offset;
    }

    /**
     * Takes the next bytes.
     *
     * @return what is wrong with them; the offset is then back at the last good chunk
     * @throws StoreException when the disk does not take them
     */
    public Optional<Fault> write(byte[] bytes, int from, int length) {
        if (length > object.bytes() - offset) {
            return Optional.of(Fault.TOO_LONG);
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            long at = offset;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
            Optional<Fault> fault = take(bytes, from, length);
            if (fault.isPresent()) {
                backToChunk();
            }
            return fault;
        } catch (IOException e) {
            throw new StoreException("object not written: " + object.sha256(), e);
        }
    }

    /** Bytes that are on the disk already, into the digests; stops at a chunk that is wrong. */
    private Optional<Fault> take(byte[] bytes, int from, int length) {
        int at = from;
        int left = length;
        while (left > 0) {
            int part = (int) Math.min(left, ObjectRef.CHUNK - offset % ObjectRef.CHUNK);
            whole.update(bytes, at, part);
            chunk.update(bytes, at, part);
            offset += part;
            at += part;
            left -= part;
            boolean ends = offset % ObjectRef.CHUNK == 0 || offset == object.bytes();
            if (ends && !endChunk()) {
                return Optional.of(Fault.WRONG_CHUNK);
            }
        }
        return Optional.empty();
    }

    private boolean endChunk() {
        byte[] hash = chunk.digest();
        long number = (offset - 1) / ObjectRef.CHUNK;
        if (chunks.isPresent() && !chunks.get().matches(number, hash)) {
            offset = number * ObjectRef.CHUNK;
            whole = Sha256.copy(wholeBeforeChunk);
            return false;
        }
        wholeBeforeChunk = Sha256.copy(whole);
        if (chunks.isPresent()) {
            store.grown(object.sha256(), offset);
        }
        return true;
    }

    /** Forgets what belongs to a chunk that has not ended. */
    private void backToChunk() throws IOException {
        boolean ended = offset == object.bytes();
        if (!ended) {
            offset -= offset % ObjectRef.CHUNK;
        }
        whole = Sha256.copy(wholeBeforeChunk);
        chunk = Sha256.digest();
        channel.truncate(offset);
    }

    /**
     * Makes it an object of the store, durable when this returns.
     *
     * @return why it is none: too short (what is there stays), or not what its name says (nothing
     *     of it stays)
     * @throws StoreException when the disk does not do it
     */
    public Optional<Fault> finish() {
        if (offset < object.bytes()) {
            return Optional.of(Fault.TOO_SHORT);
        }
        try {
            if (!Sha256.hex(Sha256.copy(whole).digest()).equals(object.sha256())) {
                restart();
                return Optional.of(Fault.WRONG_HASH);
            }
            channel.close();
            closed = true;
            store.publish(object, part);
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("object not finished: " + object.sha256(), e);
        }
    }

    /** Throws away all that is there, since nobody can tell what of it is right. */
    void restart() throws IOException {
        whole = Sha256.digest();
        wholeBeforeChunk = Sha256.copy(whole);
        chunk = Sha256.digest();
        offset = 0;
        channel.truncate(0);
        store.shrunk(object.sha256());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            try (channel) {
                backToChunk();
            }
            if (offset == 0) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StoreException("object not put aside: " + object.sha256(), e);
        } finally {
            store.leave(object.sha256(), offset);
        }
    }
}

package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads an object, also while it is still on its way: only what is proven. What was right when it
 * came may be spoilt by the disk later; so each chunk is proven once more as it is read, and one
 * that is wrong is waited for like one that has not come. For one thread; the object is held until
 * this is closed, whatever room others need.
 */
public final class Reading implements AutoCloseable {
    private final ObjectStore store;
    private final ObjectRef object;
    private final FileChannel channel;
    private final Optional<ChunkList> chunks;
    private final ByteBuffer chunk;

    /** Where the chunk that was read last begins; before anything was, -1. */
    private long start = -1;

    Reading(ObjectStore store, ObjectRef object, FileChannel channel, Optional<ChunkList> chunks) {
        this.store = store;
        this.object = object;
        this.channel = channel;
        this.chunks = chunks;
        this.chunk = ByteBuffer.allocate((int) Math.min(object.bytes(), ObjectRef.CHUNK));
    }

    /**
     * Reads from a place of the object on.
     *
     * @param limit how long to wait for the first of these bytes
     * @return how many came; 0 when none was proven in time, -1 at the object's end
     * @throws IOException when the file cannot be read
     */
    public int read(ByteBuffer into, long offset, Duration limit)
            throws IOException, InterruptedException {
        if (offset >= object.bytes()) {
            return -1;
        }
        long from = offset - offset % ObjectRef.CHUNK;
        if (from != start && !come(from, offset, limit)) {
            return 0;
        }
        int at = (int) (offset - start);
        int length = Math.min(into.remaining(), chunk.limit() - at);
        into.put(chunk.slice(at, length));
        return length;
    }

    private boolean come(long from, long offset, Duration limit)
            throws IOException, InterruptedException {
        if (store.await(object, offset, limit) <= offset) {
            return false;
        }
        if (!right(from)) {
            store.doubt(object);
            if (store.await(object, offset, limit) <= offset || !right(from)) {
                return false;
            }
        }
        start = from;
        return true;
    }

    /** Reads a chunk; true where it is what the object's name says. */
    private boolean right(long from) throws IOException {
        start = -1;
        chunk.clear().limit((int) Math.min(ObjectRef.CHUNK, object.bytes() - from));
        while (chunk.hasRemaining()) {
            if (channel.read(chunk, from + chunk.position()) < 0) {
                return false;
            }
        }
        MessageDigest digest = Sha256.digest();
        digest.update(chunk.duplicate().flip());
        byte[] hash = digest.digest();
        if (object.bytes() <= ObjectRef.CHUNK) {
            return Sha256.hex(hash).equals(object.sha256());
        }
        return chunks.isEmpty() || chunks.get().matches(from / ObjectRef.CHUNK, hash);
    }

    @Override
    public void close() throws IOException {
        store.release(object.sha256());
        channel.close();
    }
}

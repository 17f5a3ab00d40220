package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;

/**
 * Reads an object while it is still on its way: only what is proven. For one thread; the object is
 * held until this is closed, whatever room others need.
 */
public final class Reading implements AutoCloseable {
    private final ObjectStore store;
    private final ObjectRef object;
    private final FileChannel channel;

    Reading(ObjectStore store, ObjectRef object, FileChannel channel) {
        this.store = store;
        this.object = object;
        this.channel = channel;
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
        long proven = store.await(object, offset, limit);
        if (proven <= offset) {
            return 0;
        }
        int length = (int) Math.min(into.remaining(), proven - offset);
        int read = channel.read(into.slice(into.position(), length), offset);
        into.position(into.position() + Math.max(read, 0));
        return read;
    }

    @Override
    public void close() throws IOException {
        store.release(object.sha256());
        channel.close();
    }
}

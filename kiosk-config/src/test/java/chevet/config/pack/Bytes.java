package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.util.Optional;
import java.util.Random;

/** Objects made of seeds, with the names that they really have. */
final class Bytes {
    static final int CHUNK = ObjectRef.CHUNK;

    private Bytes() {}

    static byte[] of(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] chunkList(byte[] bytes) {
        ChunkList.Maker maker = new ChunkList.Maker();
        maker.update(bytes, bytes.length);
        return maker.list();
    }

    /** Named with a chunk list. */
    static ObjectRef film(byte[] bytes) {
        return new ObjectRef(
                Sha256.of(bytes),
                bytes.length,
                "video/mp4",
                Optional.of(Sha256.of(chunkList(bytes))));
    }

    /** Named without a chunk list. */
    static ObjectRef plain(byte[] bytes) {
        return new ObjectRef(Sha256.of(bytes), bytes.length, "image/png");
    }
}

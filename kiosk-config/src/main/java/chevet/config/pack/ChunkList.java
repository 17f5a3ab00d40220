package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** The SHA-256 of each chunk of one object, in their order; immutable. */
final class ChunkList {
    private static final int HASH = 32;

    private final byte[] hashes;

    private ChunkList(byte[] hashes) {
        this.hashes = hashes;
    }

    /** Empty where these bytes are not as long as a list for that object is. */
    static Optional<ChunkList> of(ObjectRef object, byte[] hashes) {
        return hashes.length == object.chunkCount() * HASH
                ? Optional.of(new ChunkList(hashes.clone()))
                : Optional.empty();
    }

    boolean matches(long chunk, byte[] hash) {
        int at = Math.toIntExact(chunk * HASH);
        return Arrays.equals(hashes, at, at + HASH, hash, 0, HASH);
    }

    /** Makes the list of what passes by. */
    static final class Maker {
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        private final MessageDigest chunk = Sha256.digest();
        private int filled;

        void update(byte[] bytes, int length) {
            int at = 0;
            while (at < length) {
                int part = Math.min(length - at, ObjectRef.CHUNK - filled);
                chunk.update(bytes, at, part);
                at += part;
                filled += part;
                if (filled == ObjectRef.CHUNK) {
                    end();
                }
            }
        }

        private void end() {
            hashes.writeBytes(chunk.digest());
            filled = 0;
        }

        byte[] list() {
            if (filled > 0) {
                end();
            }
            return hashes.toByteArray();
        }
    }
}

package chevet.model.pack;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an object among those that the ward server, or any cache before it, hands out by HTTP: a
 * film, a day of a channel's guide, a picture. Who has the name can prove the bytes; who hands them
 * out need not be trusted.
 *
 * @param sha256 of all its bytes: 64 digits in small hexadecimal
 * @param bytes how long it is; never negative
 * @param mediaType as HTTP says it: {@code video/mp4}
 * @param chunks SHA-256 of its {@link #CHUNK chunk} list, which is an object too: the 32 bytes of
 *     each chunk's SHA-256 in their order. With it, bytes are proven as they come and a film may be
 *     played before its end is there; empty for what is shorter than two chunks
 */
public record ObjectRef(String sha256, long bytes, String mediaType, Optional<String> chunks) {
    /** A chunk, in bytes; the last of an object may be shorter. */
    public static final int CHUNK = 1 << 20;

    /** The media type of a chunk list. */
    public static final String CHUNK_LIST = "application/x-chevet-chunks";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z]+/[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

    /**
     * @throws IllegalArgumentException naming the part that is no hash, negative or no media type
     */
    public ObjectRef {
        hash("sha256", sha256);
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is negative: " + bytes);
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("mediaType is none: \"" + mediaType + "\"");
        }
        chunks.ifPresent(list -> hash("chunks", list));
    }

    /** An object without a chunk list: it is proven when its last byte has come. */
    public ObjectRef(String sha256, long bytes, String mediaType) {
        this(sha256, bytes, mediaType, Optional.empty());
    }

    /** Where it lies below the server's root: {@code /objects/ab/<sha256>}. */
    public String path() {
        return "/objects/" + sha256.substring(0, 2) + "/" + sha256;
    }

    /** How many chunks its bytes are; 0 for an empty object. */
    public long chunkCount() {
        return bytes / CHUNK + (bytes % CHUNK == 0 ? 0 : 1);
    }

    /** Its chunk list as an object of its own, where it has one. */
    public Optional<ObjectRef> chunkList() {
        return chunks.map(list -> new ObjectRef(list, chunkCount() * 32, CHUNK_LIST));
    }

    private static void hash(String part, String value) {
        if (!HASH.matcher(value).matches()) {
            throw new IllegalArgumentException(part + " is not 64 hexadecimal digits");
        }
    }
}

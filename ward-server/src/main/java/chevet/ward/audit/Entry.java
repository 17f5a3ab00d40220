package chevet.ward.audit;

import chevet.ward.sync.AuditEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/**
 * A line of the audit in its place.
 *
 * @param number from 1, without a gap
 */
record Entry(long number, Instant at, AuditEntry what) {
    private static final byte[] VERSION = "chevet-audit-v1".getBytes(StandardCharsets.UTF_8);

    /** SHA-256 over the hash of the entry before and this one's canonical bytes. */
    Link link(Link before) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.hash());
            return new Link(number, digest.digest(canonical()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The one way to write this entry as bytes: the version, number and instant in 8 bytes each,
     * then every field in UTF-8 behind its length in 4. Big-endian.
     */
    byte[] canonical() {
        List<byte[]> fields =
                List.of(
                                what.event().name(),
                                what.actor(),
                                what.role(),
                                what.session(),
                                what.terminal().map(Object::toString).orElse(""),
                                what.ward().map(Object::toString).orElse(""),
                                what.stay().map(Object::toString).orElse(""),
                                what.subject(),
                                what.allowed() ? "1" : "0",
                                what.reason())
                        .stream()
                        .map(field -> field.getBytes(StandardCharsets.UTF_8))
                        .toList();
        int length = fields.stream().mapToInt(field -> field.length + Integer.BYTES).sum();
        ByteBuffer bytes =
                ByteBuffer.allocate(VERSION.length + 2 * Long.BYTES + length)
                        .put(VERSION)
                        .putLong(number)
                        .putLong(at.toEpochMilli());
        fields.forEach(field -> bytes.putInt(field.length).put(field));
        return bytes.array();
    }
}

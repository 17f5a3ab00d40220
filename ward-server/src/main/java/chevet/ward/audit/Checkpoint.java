package chevet.ward.audit;

import chevet.ward.keys.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The server's word that up to this link the chain was so. */
final class Checkpoint {
    private static final byte[] VERSION =
            "chevet-audit-checkpoint-v1".getBytes(StandardCharsets.UTF_8);
    private static final int HASH = 32;

    private final Link link;
    private final Instant at;
    private final byte[] signature;

    Checkpoint(Link link, Instant at, byte[] signature) {
        this.link = link;
        this.at = at;
        this.signature = signature;
    }

    static Checkpoint sign(Link link, Instant at, SigningKey key) {
        return new Checkpoint(link, at, key.sign(text(link, at)));
    }

    boolean signedBy(SigningKey key) {
        return key.signed(text(link, at), signature);
    }

    Link link() {
        return link;
    }

    Instant at() {
        return at;
    }

    /** Not a copy. */
    byte[] signature() {
        return signature;
    }

    /** One line that {@link #read} reads. */
    String line() {
        Base64.Encoder base64 = Base64.getEncoder();
        return link.number()
                + " "
                + at.toEpochMilli()
                + " "
                + base64.encodeToString(link.hash())
                + " "
                + base64.encodeToString(signature)
                + "\n";
    }

    /** Empty where the line is none. */
    static Optional<Checkpoint> read(String line) {
        String[] parts = line.strip().split(" ");
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(
                    new Checkpoint(
                            new Link(Long.parseLong(parts[0]), base64.decode(parts[2])),
                            Instant.ofEpochMilli(Long.parseLong(parts[1])),
                            base64.decode(parts[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] text(Link link, Instant at) {
        return ByteBuffer.allocate(VERSION.length + 2 * Long.BYTES + HASH)
                .put(VERSION)
                .putLong(link.number())
                .putLong(at.toEpochMilli())
                .put(link.hash(), 0, Math.min(HASH, link.hash().length))
                .array();
    }
}

package chevet.ward.tv;

import chevet.model.pack.ObjectRef;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name that bytes would have as an object, before they are one. */
final class Hash {
    private Hash() {}

    static ObjectRef named(byte[] bytes, String mediaType) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new ObjectRef(HexFormat.of().formatHex(hash), bytes.length, mediaType);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package chevet.ward.staff;

/** Signs as the ward's authority, which every terminal knows. Safe for all threads. */
@FunctionalInterface
public interface ListSigner {
    /** ECDSA with SHA-256, in DER. */
    byte[] sign(byte[] text);
}

package chevet.ward.pki;

import org.jspecify.annotations.Nullable;

/** Certificates or keys cannot be read, made or kept. */
public final class PkiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PkiException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}

package chevet.ward.tv;

import java.net.URI;

/** Where feeds come from: a file, or a server of somebody else's. */
public interface Source {
    /** What came of a visit. */
    sealed interface Got {
        /** All of its bytes. */
        @SuppressWarnings("ArrayRecordComponent") // On its way to a reader, never compared.
        record Content(byte[] bytes) implements Got {}

        /**
         * It could not be had.
         *
         * @param why for the log and for IT: {@code 404}, {@code no such file}, {@code longer than
         *     33554432 bytes}
         */
        record Unreachable(String why) implements Got {}
    }

    /**
     * Reads a feed whole. Blocks, for two minutes at most.
     *
     * @param from {@code file:}, {@code http:} or {@code https:}
     * @param longest bytes; more are not read
     */
    Got get(URI from, int longest);
}

package chevet.config.pack;

import chevet.model.pack.ObjectRef;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Where objects come from: a door to HTTP, or a stick. It is not trusted in anything. */
public interface ObjectSource {
    /** Asks for an object's bytes from an offset on; returns when it is clear what comes. */
    Answer from(ObjectRef object, long offset) throws InterruptedException;

    /** What a source says before the bytes come. */
    sealed interface Answer {
        /**
         * Bytes come.
         *
         * @param bytes closed by who asked; closing it ends a read that waits
         * @param offset of the first of them, as the source says
         * @param total length of the object, as the source says
         * @param tag the source's word for this state of the object; another one means that it
         *     changed
         */
        record Bytes(InputStream bytes, long offset, OptionalLong total, Optional<String> tag)
                implements Answer {}

        record Failed(Fault fault) implements Answer {}
    }
}

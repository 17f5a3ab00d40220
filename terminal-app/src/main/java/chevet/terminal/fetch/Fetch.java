package chevet.terminal.fetch;

import chevet.model.pack.ObjectRef;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** The objects that this terminal has and wants. Safe for all threads; nothing here waits. */
public interface Fetch extends AutoCloseable {
    /**
     * Says what somebody wants, in place of what the same owner wanted before; nothing, to want
     * nothing any more. They are brought one after the other, in their order within a wish.
     *
     * @param owner a word for who asks: {@code library.prescribed}
     */
    void want(String owner, Wish wish, Collection<ObjectRef> objects);

    /** How far an object has come. Cheap: a screen may ask each second. */
    Coming coming(ObjectRef object);

    /**
     * A small object's bytes, where it is here whole: subtitles, a picture. Reads the disk: not on
     * the JavaFX thread.
     *
     * @throws IllegalArgumentException when it is longer than 16 MiB
     */
    Optional<byte[]> bytes(ObjectRef object);

    /**
     * Where a player on this machine finds an object, also while it is still coming: the address
     * knows ranges, and waits for bytes that have not come. It is for this terminal's life; who
     * plays also {@link #want wants} it {@link Wish#NOW}.
     */
    URI address(ObjectRef object);

    /**
     * Calls when an object has arrived, or an attempt to bring it has failed, on the fetcher's
     * thread; closed, it calls no more.
     */
    AutoCloseable watch(Consumer<ObjectRef> watcher);

    /** Ends what is under way; what is proven stays on the disk. */
    @Override
    void close();
}

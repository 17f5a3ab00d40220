package chevet.terminal.library;

import chevet.model.pack.ObjectRef;
import chevet.terminal.link.Watch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What films are made of, as far as it lies on this terminal: videos, subtitles, pictures. */
public interface FilmObjects {
    /** Nothing is here and nothing comes. */
    FilmObjects NONE =
            new FilmObjects() {
                @Override
                public Watch follow(ObjectRef object, Consumer<Coming> told) {
                    told.accept(new Coming.Away());
                    return () -> {};
                }

                @Override
                public Optional<byte[]> bytes(ObjectRef object) {
                    return Optional.empty();
                }

                @Override
                public void keep(List<ObjectRef> prescribed) {
                    // It has no place to keep anything.
                }
            };

    /**
     * Asks for an object before all others and tells how far it is: now, and at each change until
     * closed. Does not block; tells on any thread.
     */
    Watch follow(ObjectRef object, Consumer<Coming> told);

    /**
     * All of an object that is here; empty where it is not. Reads files: not for the JavaFX thread.
     */
    Optional<byte[]> bytes(ObjectRef object);

    /**
     * Brings these before anybody asks for them, and throws none of them away: what belongs to
     * prescribed films. In place of those that were named before. Does not block.
     */
    void keep(List<ObjectRef> prescribed);
}

package chevet.terminal.ui;

import chevet.model.pack.ObjectRef;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a feature's pictures come from. Safe for all threads. */
public interface PictureSource {
    /** No picture is here and none comes. */
    PictureSource NONE =
            new PictureSource() {
                @Override
                public void want(Collection<ObjectRef> pictures) {
                    // Nobody brings them.
                }

                @Override
                public Optional<byte[]> bytes(ObjectRef picture) {
                    return Optional.empty();
                }

                @Override
                public void watch(Consumer<ObjectRef> arrived) {
                    // Nothing arrives.
                }
            };

    /** What is to be brought, in place of what was wanted before. Does not block. */
    void want(Collection<ObjectRef> pictures);

    /** Empty where it is not here (yet). Reads files: not on the JavaFX thread. */
    Optional<byte[]> bytes(ObjectRef picture);

    /** Tells what has arrived, on any thread, as long as the program runs. */
    void watch(Consumer<ObjectRef> arrived);
}

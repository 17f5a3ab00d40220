package chevet.terminal;

import chevet.model.pack.ObjectRef;
import chevet.terminal.fetch.Fetch;
import chevet.terminal.fetch.Wish;
import chevet.terminal.ui.PictureSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** A feature's pictures out of what this terminal fetches, for its life. */
final class FetchedPictures implements PictureSource {
    private final Fetch fetch;
    private final String owner;

    /**
     * @param owner who wants them: {@code meal.picture}
     */
    FetchedPictures(Fetch fetch, String owner) {
        this.fetch = fetch;
        this.owner = owner;
    }

    @Override
    public void want(Collection<ObjectRef> pictures) {
        fetch.want(owner, Wish.NOW, pictures);
    }

    @Override
    public Optional<byte[]> bytes(ObjectRef picture) {
        return fetch.bytes(picture);
    }

    @Override
    public void watch(Consumer<ObjectRef> arrived) {
        fetch.watch(arrived);
    }
}

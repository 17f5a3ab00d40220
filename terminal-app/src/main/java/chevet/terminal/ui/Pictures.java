package chevet.terminal.ui;

import chevet.model.pack.ObjectRef;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Pictures of the house, which tell nothing of a patient: brought, decoded apart and kept while the
 * program runs. On the JavaFX thread.
 */
public final class Pictures {
    private final PictureSource source;
    private final Work work;
    private final double side;
    private final Map<ObjectRef, Image> shelf = new HashMap<>();
    private final Map<ObjectRef, List<Consumer<Image>>> waiting = new HashMap<>();

    /**
     * @param side in pixels: what is larger is made smaller when it is decoded
     */
    public Pictures(PictureSource source, Work work, double side) {
        this.source = source;
        this.work = work;
        this.side = side;
        source.watch(arrived -> work.screen().execute(() -> come(arrived)));
    }

    /** Shows the picture at once or when it has come; never, where it does not. */
    public void show(ObjectRef picture, Consumer<Image> shown) {
        Image known = shelf.get(picture);
        if (known != null) {
            shown.accept(known);
            return;
        }
        waiting.computeIfAbsent(picture, _ -> new ArrayList<>()).add(shown);
        source.want(List.copyOf(waiting.keySet()));
        look(picture);
    }

    private void come(ObjectRef arrived) {
        if (waiting.containsKey(arrived)) {
            look(arrived);
        }
    }

    private void look(ObjectRef picture) {
        work.read(
                () -> source.bytes(picture).map(this::decoded),
                found -> found.ifPresent(image -> keep(picture, image)));
    }

    private void keep(ObjectRef picture, Image image) {
        List<Consumer<Image>> shown =
                Optional.ofNullable(waiting.remove(picture)).orElseGet(List::of);
        source.want(List.copyOf(waiting.keySet()));
        if (!image.isError()) {
            shelf.put(picture, image);
            shown.forEach(each -> each.accept(image));
        }
    }

    private Image decoded(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), side, side, true, true);
    }
}

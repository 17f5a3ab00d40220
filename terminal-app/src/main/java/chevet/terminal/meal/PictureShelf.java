package chevet.terminal.meal;

import chevet.terminal.ui.Work;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Pictures of dishes, read and decoded apart and kept while the program runs; they are the
 * kitchen's and tell nothing of a patient. On the JavaFX thread.
 */
final class PictureShelf {
    /** In pixels, twice what a card shows at the largest text, for sharpness. */
    private static final double SIDE = 320;

    private final DishPictures pictures;
    private final Work work;
    private final Map<String, Image> shelf = new HashMap<>();

    PictureShelf(DishPictures pictures, Work work) {
        this.pictures = pictures;
        this.work = work;
    }

    /** Shows the picture at once or when it has been read; never, where there is none. */
    void show(String sha256, Consumer<Image> shown) {
        Image known = shelf.get(sha256);
        if (known != null) {
            shown.accept(known);
            return;
        }
        work.read(
                () -> pictures.find(sha256).map(PictureShelf::decoded),
                found ->
                        found.filter(image -> !image.isError())
                                .ifPresent(
                                        image -> {
                                            shelf.put(sha256, image);
                                            shown.accept(image);
                                        }));
    }

    private static Image decoded(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), SIDE, SIDE, true, true);
    }
}

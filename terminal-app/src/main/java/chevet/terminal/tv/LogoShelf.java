package chevet.terminal.tv;

import chevet.model.pack.ObjectRef;
import chevet.terminal.ui.Work;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * The channels' pictures, decoded apart and kept while the program runs; they are the house's and
 * tell nothing of a patient. On the JavaFX thread.
 */
final class LogoShelf {
    /** In pixels: a tile's width at the largest text. */
    private static final double SIDE = 128;

    private final Guides guides;
    private final Work work;
    private final Map<ObjectRef, Image> shelf = new HashMap<>();
    private final Map<ObjectRef, List<Consumer<Image>>> waiting = new HashMap<>();

    LogoShelf(Guides guides, Work work) {
        this.guides = guides;
        this.work = work;
    }

    /** From now on it looks again whenever something has come. */
    void start() {
        guides.watch(() -> work.screen().execute(this::look));
    }

    /** Shows the picture at once or when it has come; never, where it does not. */
    void show(ObjectRef logo, Consumer<Image> shown) {
        Optional.ofNullable(shelf.get(logo))
                .ifPresentOrElse(
                        shown,
                        () -> {
                            waiting.computeIfAbsent(logo, _ -> new ArrayList<>()).add(shown);
                            look(logo);
                        });
    }

    private void look() {
        List.copyOf(waiting.keySet()).forEach(this::look);
    }

    private void look(ObjectRef logo) {
        work.read(
                () -> guides.logo(logo).map(LogoShelf::decoded),
                found -> found.ifPresent(image -> keep(logo, image)));
    }

    private void keep(ObjectRef logo, Image image) {
        List<Consumer<Image>> shown = Optional.ofNullable(waiting.remove(logo)).orElseGet(List::of);
        if (!image.isError()) {
            shelf.put(logo, image);
            shown.forEach(each -> each.accept(image));
        }
    }

    private static Image decoded(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), SIDE, SIDE, true, true);
    }
}

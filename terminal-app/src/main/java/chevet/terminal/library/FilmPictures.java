package chevet.terminal.library;

import chevet.model.pack.ObjectRef;
import chevet.terminal.link.Watch;
import chevet.terminal.ui.Work;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Pictures of films and questions, fetched, decoded apart and kept while the program runs; they are
 * the house's and tell nothing of a patient. On the JavaFX thread.
 */
final class FilmPictures {
    /** In pixels: a card's width at the largest text. */
    private static final double SIDE = 640;

    private final FilmObjects objects;
    private final Work work;
    private final Map<String, Image> shelf = new HashMap<>();
    private final Map<ObjectRef, List<Consumer<Image>>> waiting = new HashMap<>();

    FilmPictures(FilmObjects objects, Work work) {
        this.objects = objects;
        this.work = work;
    }

    /** Shows the picture at once or when it has come; never, where it does not. */
    void show(Optional<ObjectRef> picture, Consumer<Image> shown) {
        picture.ifPresent(
                object ->
                        Optional.ofNullable(shelf.get(object.sha256()))
                                .ifPresentOrElse(shown, () -> fetch(object, shown)));
    }

    private void fetch(ObjectRef object, Consumer<Image> shown) {
        List<Consumer<Image>> before = waiting.get(object);
        if (before != null) {
            before.add(shown);
            return;
        }
        waiting.put(object, new ArrayList<>(List.of(shown)));
        AtomicReference<Watch> watch = new AtomicReference<>(() -> {});
        watch.set(
                objects.follow(
                        object,
                        coming -> {
                            if (coming instanceof Coming.Here) {
                                work.read(
                                        () -> objects.bytes(object).map(FilmPictures::decoded),
                                        found -> {
                                            Objects.requireNonNull(watch.get()).close();
                                            keep(object, found);
                                        });
                            }
                        }));
    }

    private void keep(ObjectRef object, Optional<Image> found) {
        List<Consumer<Image>> shown =
                Optional.ofNullable(waiting.remove(object)).orElseGet(List::of);
        found.filter(image -> !image.isError())
                .ifPresent(
                        image -> {
                            shelf.put(object.sha256(), image);
                            shown.forEach(each -> each.accept(image));
                        });
    }

    private static Image decoded(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes), SIDE, SIDE, true, true);
    }
}

package chevet.terminal.meal;

import java.util.Optional;

/** Finds the pictures of dishes among the objects that this terminal holds. */
@FunctionalInterface
public interface DishPictures {
    /** No picture is held here. */
    DishPictures NONE = _ -> Optional.empty();

    /**
     * The file's bytes, PNG or JPEG; empty where it is not here (yet). May read files: not for the
     * JavaFX thread.
     *
     * @param sha256 as {@link chevet.model.meal.Dish#picture} names it
     */
    Optional<byte[]> find(String sha256);
}

package chevet.ward.meal;

import chevet.config.Row;
import chevet.config.RowFaults;
import chevet.config.pack.ObjectStore;
import chevet.config.pack.PictureFile;
import chevet.model.meal.Dish;
import chevet.model.meal.DishId;
import chevet.model.pack.ObjectRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures that a catalogue names, out of the folder in which it lies. A catalogue without the
 * column, and one that was typed into a page and has no folder, leaves each dish the picture that
 * it has. Reads files; nothing is kept before {@link #keep}.
 */
final class DishPictures {
    private static final String COLUMN = "picture";

    private final Optional<Path> folder;
    private final Map<DishId, Dish> before;
    private final RowFaults faults;
    private final Map<ObjectRef, byte[]> found = new LinkedHashMap<>();

    DishPictures(Optional<Path> folder, Map<DishId, Dish> before, RowFaults faults) {
        this.folder = folder;
        this.before = Map.copyOf(before);
        this.faults = faults;
    }

    /** The row's picture; what is wrong with it is a fault. */
    Optional<ObjectRef> of(Row row, DishId dish) {
        Optional<ObjectRef> known = Optional.ofNullable(before.get(dish)).flatMap(Dish::picture);
        if (!row.cells().containsKey(COLUMN)) {
            return known;
        }
        Row.Cell cell = row.cell(COLUMN);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (folder.isPresent()) {
            return read(folder.get(), cell);
        }
        if (known.isEmpty()) {
            faults.at(cell, "picture-without-folder", cell.text());
        }
        return known;
    }

    private Optional<ObjectRef> read(Path in, Row.Cell cell) {
        Optional<byte[]> bytes = bytes(in, cell.text());
        if (bytes.isEmpty()) {
            faults.at(cell, "no-such-file", cell.text());
            return Optional.empty();
        }
        Optional<ObjectRef> object =
                PictureFile.mediaType(bytes.get())
                        .map(type -> ObjectStore.named(bytes.get(), type));
        if (object.isEmpty()) {
            faults.at(
                    cell,
                    "not-a-picture",
                    cell.text(),
                    PictureFile.WIDEST,
                    PictureFile.LONGEST / 1024);
        }
        object.ifPresent(known -> found.put(known, bytes.get()));
        return object;
    }

    /** A file of this very folder: no path leads out of it, and no link is followed. */
    private static Optional<byte[]> bytes(Path in, String name) {
        try {
            Path file = in.resolve(name);
            if (name.contains("/")
                    || name.contains("\\")
                    || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            // One byte more than may be: it is then refused for its length.
            try (var content = Files.newInputStream(file)) {
                return Optional.of(content.readNBytes(PictureFile.LONGEST + 1));
            }
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps those that were read among the objects that terminals fetch. On disk when it returns.
     */
    void keep(ObjectStore objects) {
        found.forEach((object, bytes) -> objects.keep(bytes, object.mediaType()));
    }
}

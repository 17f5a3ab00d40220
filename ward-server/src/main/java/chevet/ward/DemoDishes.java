package chevet.ward;

import chevet.model.text.Language;
import chevet.ward.meal.MenuDesk;
import chevet.ward.meal.MenuImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * The demo's catalogue as a kitchen with pictures would have it: a file beside it for each dish,
 * drawn here, and the column that names it.
 */
final class DemoDishes {
    private final Path folder;

    /**
     * @param folder where the pictures are written; made where it is missing
     */
    DemoDishes(Path folder) {
        this.folder = folder;
    }

    /**
     * Draws the pictures and reads the catalogue with them.
     *
     * @param dishes {@code dishes.csv}, whose first column is the dish's name
     * @param plates {@code plates.csv}: name, vessel, parts; see {@link DemoPlate}
     */
    MenuImport read(MenuDesk desk, String dishes, String plates) {
        try {
            Files.createDirectories(folder);
            byte[] catalogue = drawn(dishes, plates).getBytes(StandardCharsets.UTF_8);
            return desk.importDishes("dishes.csv", catalogue, Optional.of(folder), Language.FR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String drawn(String dishes, String plates) throws IOException {
        Map<String, DemoPlate> known =
                plates.lines()
                        .skip(1)
                        .map(line -> line.split(";", -1))
                        .collect(Collectors.toMap(row -> row[0], DemoDishes::plate));
        List<String> lines = dishes.lines().toList();
        StringBuilder catalogue = new StringBuilder(lines.getFirst()).append(";picture\n");
        for (String line : lines.subList(1, lines.size())) {
            String id = line.substring(0, line.indexOf(';'));
            catalogue.append(line).append(';');
            DemoPlate plate = known.get(id);
            if (plate != null) {
                String file = id + ".png";
                ImageIO.write(plate.drawn(), "png", folder.resolve(file).toFile());
                catalogue.append(file);
            }
            catalogue.append('\n');
        }
        return catalogue.toString();
    }

    private static DemoPlate plate(String[] row) {
        List<String> parts = row[2].isEmpty() ? List.of() : Arrays.asList(row[2].split(" "));
        return new DemoPlate(row[1], parts);
    }
}

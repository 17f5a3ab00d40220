package chevet.tour;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/** The pictures, and the page that shows them all. */
public final class Album {
    private static final int FEWEST_COLOURS = 24;

    private final Path folder;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final Map<String, List<String>> shown = new LinkedHashMap<>();
    private int pictures;

    Album(Path folder, PrintStream out) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.out = out;
    }

    /** A line of progress. */
    void say(String line) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
        out.flush();
    }

    void add(String subject, Eyes eyes, BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        add(subject, eyes, image, png.toByteArray());
    }

    void add(String subject, Eyes eyes, byte[] png) throws IOException {
        add(subject, eyes, ImageIO.read(new ByteArrayInputStream(png)), png);
    }

    private void add(String subject, Eyes eyes, BufferedImage image, byte[] png)
            throws IOException {
        String name = subject + "-" + eyes.name() + ".png";
        if (blank(image)) {
            throw new AssertionError("the picture is blank: " + name);
        }
        Files.write(folder.resolve(name), png);
        shown.computeIfAbsent(subject, _ -> new java.util.ArrayList<>()).add(name);
        pictures++;
        say(name);
    }

    /** Nothing is on it: a screen has words, whose edges alone have dozens of colours. */
    public static boolean blank(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
                if (colours.size() >= FEWEST_COLOURS) {
                    return false;
                }
            }
        }
        return true;
    }

    int pictures() {
        return pictures;
    }

    /** Writes {@code index.html}. */
    void close() throws IOException {
        StringBuilder page =
                new StringBuilder(
                        """
                        <!doctype html>
                        <html lang="en">
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width">
                        <title>Chevet, all screens</title>
                        <style>
                        body { font: 16px/1.4 system-ui, sans-serif; margin: 24px; background: #f7f4ee; color: #17242b }
                        section { display: grid; grid-template-columns: repeat(auto-fill, minmax(380px, 1fr)); gap: 16px }
                        figure { margin: 0 }
                        img { width: 100%; height: auto; border: 1px solid #ddd7cb; border-radius: 8px }
                        </style>
                        <h1>Chevet, all screens</h1>
                        """);
        shown.forEach(
                (subject, names) -> {
                    page.append("<h2>").append(subject).append("</h2>\n<section>\n");
                    for (String name : names) {
                        page.append(
                                "<figure><a href=\"%1$s\"><img src=\"%1$s\" alt=\"%1$s\" loading=\"lazy\"></a><figcaption>%1$s</figcaption></figure>%n"
                                        .formatted(name));
                    }
                    page.append("</section>\n");
                });
        page.append("</html>\n");
        Files.writeString(folder.resolve("index.html"), page);
        say(pictures + " pictures, all shown in " + folder.resolve("index.html"));
    }
}

package chevet.config.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Looks at what claims to be a picture (a channel's logo, a dish, a poster) before any terminal
 * gets it.
 */
public final class PictureFile {
    /** In bytes: what is longer is refused. */
    public static final int LONGEST = 256 * 1024;

    /** In pixels: a picture that unpacks to more would cost each terminal its memory. */
    public static final int WIDEST = 1024;

    private static final int SMALLEST = 8;

    private PictureFile() {}

    /**
     * Its media type; empty where it is no PNG, JPEG or GIF, which all screens show, or is of no
     * fit size. Reads its head only and unpacks nothing.
     */
    public static Optional<String> mediaType(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        return mediaType(new ByteArrayInputStream(bytes), WIDEST);
    }

    /** The same of a file, however large: a film's poster. */
    public static Optional<String> mediaType(Path file) {
        return mediaType(file.toFile(), Integer.MAX_VALUE);
    }

    private static Optional<String> mediaType(Object source, int widest) {
        try (ImageInputStream in = ImageIO.createImageInputStream(source)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean fits =
                        fits(reader.getWidth(0), widest) && fits(reader.getHeight(0), widest);
                return fits ? type(reader.getFormatName()) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // What a broken head makes the reader throw is not told; it is no picture.
            return Optional.empty();
        }
    }

    private static boolean fits(int side, int widest) {
        return side >= SMALLEST && side <= widest;
    }

    private static Optional<String> type(String format) {
        return switch (format.toLowerCase(java.util.Locale.ROOT)) {
            case "png" -> Optional.of("image/png");
            case "jpeg", "jpg" -> Optional.of("image/jpeg");
            case "gif" -> Optional.of("image/gif");
            default -> Optional.empty();
        };
    }
}

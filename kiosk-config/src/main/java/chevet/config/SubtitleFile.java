package chevet.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file can be subtitles at all; the player reads them for itself. */
final class SubtitleFile {
    private static final long LIMIT = 4L << 20;

    private SubtitleFile() {}

    static boolean right(Path file) {
        try {
            if (Files.size(file) > LIMIT) {
                return false;
            }
            String text = Files.readString(file);
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            return switch (FilmFile.mediaType(file)) {
                case "text/vtt" -> plain.startsWith("WEBVTT") && plain.contains("-->");
                case "application/x-subrip" -> plain.contains("-->");
                default -> false;
            };
        } catch (IOException e) {
            return false;
        }
    }
}

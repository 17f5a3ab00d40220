package chevet.ward.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A film in a folder: right in all its papers, with nothing to see in it. */
public final class FilmFolder {
    private FilmFolder() {}

    /** With two questions, of which the first choice is right. */
    public static void write(Path folder, String version, int seconds) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("fr.mp4"), mp4(seconds));
            Files.writeString(
                    folder.resolve("fr.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n");
            Files.writeString(
                    folder.resolve("film.toml"),
                    """
                    id = "%s"
                    version = "%s"
                    shelf = "operations"
                    maker = "Service d’ophtalmologie"
                    reviewed = "2026-03-01"
                    [title]
                    fr = "Votre opération de la cataracte, pas à pas"
                    en = "Your cataract operation, step by step"
                    ar = "عملية الساد خطوة بخطوة"
                    [[spoken]]
                    language = "fr"
                    file = "fr.mp4"
                    [[subtitles]]
                    language = "fr"
                    file = "fr.vtt"
                    [[check]]
                    fr = "Faut-il être à jeun ?"
                    choices = [{ fr = "Oui", right = true }, { fr = "Non" }]
                    [[check]]
                    fr = "Qui vous ramène chez vous ?"
                    choices = [{ fr = "Un proche", right = true }, { fr = "Personne" }]
                    """
                            .formatted(folder.getFileName(), version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mp4(int seconds) {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 1000).putInt(16, seconds * 1000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII)));
        out.writeBytes(box("moov", join(box("mvhd", header.array()), track("vide", "avc1"))));
        out.writeBytes(box("mdat", new byte[1000]));
        return out.toByteArray();
    }

    /** A track without a sample, coded so. */
    private static byte[] track(String kind, String coded) {
        byte[] handler = join(new byte[8], kind.getBytes(StandardCharsets.US_ASCII));
        byte[] samples = join(new byte[8], box(coded, new byte[8]));
        return box(
                "trak",
                box(
                        "mdia",
                        join(
                                box("hdlr", handler),
                                box("minf", box("stbl", box("stsd", samples))))));
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }
}

package chevet.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A class path whose folders are packed into jars: of folders a JVM keeps nothing for its next
 * start (JEP 483).
 *
 * @param text as {@code java -cp} takes it
 * @param mark another one where anything in it is another
 */
record PackedPath(String text, String mark) {
    /**
     * @param into where the jars lie, each by what is in it; one that is there is used. Nobody else
     *     may pack into it at the same time
     */
    static PackedPath of(String classPath, Path into) throws IOException {
        List<String> packed = new ArrayList<>();
        MessageDigest mark = sha256();
        for (String part : classPath.split(File.pathSeparator)) {
            Path path = Path.of(part).toAbsolutePath();
            if (!Files.exists(path)) {
                continue;
            }
            Path jar = Files.isDirectory(path) ? jar(path, into) : path;
            packed.add(jar.toString());
            mark.update(
                    (jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + "\n")
                            .getBytes(UTF_8));
        }
        return new PackedPath(String.join(File.pathSeparator, packed), name(mark));
    }

    private static Path jar(Path folder, Path into) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.filter(each -> !each.equals(folder)).sorted().toList();
        }
        MessageDigest content = sha256();
        for (Path each : all) {
            content.update((name(folder, each) + "\n").getBytes(UTF_8));
            content.update(bytes(each));
        }
        Path jar = into.resolve(name(content) + ".jar");
        if (!Files.exists(jar)) {
            Path half = Files.createTempFile(into, "half", ".jar");
            write(folder, all, half);
            Files.move(half, jar, StandardCopyOption.ATOMIC_MOVE);
        }
        return jar;
    }

    private static void write(Path folder, List<Path> all, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            // Quick to write, and quick to read.
            out.setMethod(ZipOutputStream.STORED);
            for (Path each : all) {
                byte[] bytes = bytes(each);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(name(folder, each));
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                out.putNextEntry(entry);
                out.write(bytes);
            }
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        return Files.isDirectory(path) ? new byte[0] : Files.readAllBytes(path);
    }

    /** Folders are in it too: who looks for what lies in one looks for the folder first. */
    private static String name(Path folder, Path each) {
        return folder.relativize(each) + (Files.isDirectory(each) ? "/" : "");
    }

    private static String name(MessageDigest content) {
        return HexFormat.of().formatHex(content.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

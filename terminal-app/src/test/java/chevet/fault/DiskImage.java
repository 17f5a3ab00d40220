package chevet.fault;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An ext4 disk in a file, mounted through a loop device. What its file holds at an instant is what
 * a real disk would hold had the power gone then: what only stood in the page cache is not in it.
 * Needs root, mkfs.ext4 and mount.
 */
public final class DiskImage implements AutoCloseable {
    /** More than the largest trial takes, with its copies. */
    private static final long ROOM = 1L << 30;

    private final Path folder;
    private final Path file;
    private final Path mount;

    private DiskImage(Path folder, Path file, Path mount) {
        this.folder = folder;
        this.file = file;
        this.mount = mount;
    }

    /** Makes and mounts an empty disk. */
    public static DiskImage empty(Path folder, String name, int megabytes) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new AssertionError(
                    "a disk image can be mounted by root only: run this test as root");
        }
        Path file = place(folder, name);
        run("truncate", "-s", megabytes + "M", file.toString());
        run("mkfs.ext4", "-q", "-F", file.toString());
        return mounted(folder, file, name);
    }

    /**
     * In memory where there is room: what counts is what has been written to the image, and a real
     * disk below it would only take its time for that.
     */
    private static Path place(Path folder, String name) throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ROOM
                ? Files.createTempFile(memory, "chevet-" + name, ".img")
                : folder.resolve(name + ".img");
    }

    private static DiskImage mounted(Path folder, Path file, String name) throws IOException {
        Path mount = Files.createDirectories(folder.resolve(name));
        run("mount", "-o", "loop", file.toString(), mount.toString());
        return new DiskImage(folder, file, mount);
    }

    /** Where its files are. */
    public Path root() {
        return mount;
    }

    /**
     * Leaves no block of it free.
     *
     * @return closed, the space is there again
     */
    public AutoCloseable fill() throws IOException {
        Path ballast = mount.resolve("ballast");
        try (FileChannel out = FileChannel.open(ballast, CREATE_NEW, WRITE)) {
            for (int size = 1 << 20; size >= 512; size /= 2) {
                fill(out, size);
            }
        }
        return () -> Files.delete(ballast);
    }

    private static void fill(FileChannel out, int size) {
        try {
            while (true) {
                out.write(ByteBuffer.allocate(size));
                out.force(true);
            }
        } catch (IOException full) {
            // As full as it gets in pieces of this size.
        }
    }

    /** Writes everything to the disk that still stands in the page cache. */
    public void settle() throws IOException {
        run("sync", "-f", mount.toString());
    }

    /**
     * The disk as it would come back after a power cut now. The writer must be stopped (SIGSTOP)
     * while this runs.
     *
     * @throws IOException when the file changed during the copy every time: the copy would be no
     *     instant of the disk
     */
    public DiskImage afterPowerCut(String name) throws IOException {
        Path copy = place(folder, name);
        // The kernel may write back while we copy; an inexact copy is an instant that never was.
        for (int attempt = 0; attempt < 20; attempt++) {
            run("cp", "--sparse=always", file.toString(), copy.toString());
            if (exit("cmp", "-s", file.toString(), copy.toString()) == 0) {
                return mounted(folder, copy, name);
            }
        }
        throw new IOException("the disk never stood still long enough to be copied");
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", mount.toString());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void run(String... command) throws IOException {
        int code = exit(command);
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static int exit(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(command));
        Process process =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + String.join(" ", command), e);
        }
    }
}

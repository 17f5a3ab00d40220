package chevet.terminal.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.freedesktop.gstreamer.Buffer;
import org.freedesktop.gstreamer.Caps;
import org.freedesktop.gstreamer.FlowReturn;
import org.freedesktop.gstreamer.Sample;
import org.freedesktop.gstreamer.elements.AppSink;

/**
 * Writes decoded pictures round and round into the slots of a file that the terminal has mapped too
 * ({@link FrameView}), and tells which one is the newest.
 */
final class FrameWriter {
    /** One is shown, one may be on its way to the screen, one is written. */
    static final int SLOTS = 3;

    static final int BYTES = 4;
    private static final String CAPS = "video/x-raw,format=BGRA,pixel-aspect-ratio=1/1";

    private final Path files;
    private final GstTeller teller;
    private Optional<Mapped> mapped = Optional.empty();
    private int slot;

    private record Mapped(int width, int height, ByteBuffer bytes) {}

    /**
     * @param files where its files begin; one is made for each size of picture
     */
    FrameWriter(Path files, GstTeller teller) {
        this.files = files;
        this.teller = teller;
    }

    /** The file of one size. */
    static Path file(Path files, int width, int height) {
        return files.resolveSibling(files.getFileName() + "-" + width + "x" + height);
    }

    /** A sink that feeds it; it keeps time, and drops rather than waits. */
    AppSink sink(String name) {
        AppSink sink = new AppSink(name);
        sink.setCaps(Caps.fromString(CAPS));
        sink.set("emit-signals", true);
        sink.set("max-buffers", 2);
        sink.set("drop", true);
        sink.set("sync", true);
        sink.connect((AppSink.NEW_SAMPLE) from -> take(Optional.ofNullable(from.pullSample())));
        // A film that is opened paused, or sought in while paused, shows where it stands.
        sink.connect((AppSink.NEW_PREROLL) from -> take(Optional.ofNullable(from.pullPreroll())));
        return sink;
    }

    private synchronized FlowReturn take(Optional<Sample> sample) {
        sample.ifPresent(
                each -> {
                    write(each);
                    each.dispose();
                });
        return FlowReturn.OK;
    }

    private void write(Sample sample) {
        var shape = sample.getCaps().getStructure(0);
        int width = shape.getInteger("width");
        int height = shape.getInteger("height");
        int size = width * height * BYTES;
        Buffer buffer = sample.getBuffer();
        Optional<ByteBuffer> from = Optional.ofNullable(buffer.map(false));
        if (from.isEmpty()) {
            return;
        }
        try {
            if (from.get().remaining() >= size) {
                slot = (slot + 1) % SLOTS;
                map(width, height).put(slot * size, from.get(), from.get().position(), size);
                teller.frame(slot, width, height);
            }
        } finally {
            buffer.unmap();
        }
    }

    private ByteBuffer map(int width, int height) {
        Optional<Mapped> fitting =
                mapped.filter(each -> each.width == width && each.height == height);
        if (fitting.isPresent()) {
            return fitting.get().bytes;
        }
        try (FileChannel channel =
                FileChannel.open(
                        file(files, width, height),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long size = (long) width * height * BYTES * SLOTS;
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
            close();
            mapped = Optional.of(new Mapped(width, height, bytes));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the file's name away; who has it mapped keeps what is in it. */
    synchronized void close() {
        mapped.ifPresent(
                each -> {
                    try {
                        Files.deleteIfExists(file(files, each.width, each.height));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        mapped = Optional.empty();
    }
}

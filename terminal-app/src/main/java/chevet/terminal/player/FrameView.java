package chevet.terminal.player;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Shows the pictures that a {@link FrameWriter} writes, without copying them. JavaFX thread. */
final class FrameView {
    private record Slot(PixelBuffer<ByteBuffer> pixels, WritableImage image) {}

    private final ImageView view = new ImageView();
    private final Path files;
    private List<Slot> slots = List.of();

    FrameView(Path files) {
        this.files = files;
    }

    Node node() {
        return view;
    }

    /**
     * @throws IOException when the file cannot be mapped
     */
    void show(int slot, int width, int height) throws IOException {
        if (slots.isEmpty()
                || slots.getFirst().image.getWidth() != width
                || slots.getFirst().image.getHeight() != height) {
            slots = map(width, height);
        }
        Slot newest = slots.get(slot);
        newest.pixels.updateBuffer(_ -> null);
        view.setImage(newest.image);
    }

    private List<Slot> map(int width, int height) throws IOException {
        int size = width * height * FrameWriter.BYTES;
        List<Slot> mapped = new ArrayList<>();
        try (FileChannel channel =
                FileChannel.open(FrameWriter.file(files, width, height), StandardOpenOption.READ)) {
            ByteBuffer all =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, (long) size * FrameWriter.SLOTS);
            for (int i = 0; i < FrameWriter.SLOTS; i++) {
                var pixels =
                        new PixelBuffer<>(
                                width,
                                height,
                                all.slice(i * size, size),
                                PixelFormat.getByteBgraPreInstance());
                mapped.add(new Slot(pixels, new WritableImage(pixels)));
            }
        }
        return mapped;
    }
}
